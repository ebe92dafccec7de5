import { now } from '../protocol/stamp.ts'

/** What has a state on the wire, with when it got there and where it was before. */
export interface Stateful<S extends string> {
  state: S
  stateTransitionTime: string
  previousState?: S
  previousStateTransitionTime?: string
}

/** Moves something to a state. */
export function enter<S extends string>(thing: Stateful<S>, state: S, time = now()): void {
  thing.previousState = thing.state
  thing.previousStateTransitionTime = thing.stateTransitionTime
  thing.state = state
  thing.stateTransitionTime = time
}

/** The properties that are there: the wire knows no undefined. */
export const present = <T extends object>(properties: T): T =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as T
