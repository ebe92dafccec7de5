import type { Json, World } from './world.ts'

/** A test of the suite, by the part of its name after "should". */
export interface Step {
  readonly test: string
  /** The bodies of its exchanges that have one, or functions that create them. */
  readonly bodies?: readonly (object | ((world: World) => Promise<object>))[]
  before?(world: World): Promise<void>
  after?(world: World): Promise<void>
}

export const POOL = 'nodesdktestpool1'
export const JOB = 'HelloWorldJobNodeSDKTest'

export const isSteady = (pool: Json): boolean => pool.allocationState === 'steady'
