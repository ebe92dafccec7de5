import { now } from '../protocol/stamp.ts'

/** The state of a resource, with its previous state. */
export interface Stateful<S extends string> {
  state: S
  stateTransitionTime: string
  previousState?: S
  previousStateTransitionTime?: string
}

/** Changes the state of a resource. */
export function enter<S extends string>(thing: Stateful<S>, state: S, time = now()): void {
  thing.previousState = thing.state
  thing.previousStateTransitionTime = thing.stateTransitionTime
  thing.state = state
  thing.stateTransitionTime = time
}

/** Removes properties that are undefined. */
export const present = <T extends object>(properties: T): T =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as T
