import type { Json, World } from './world.ts'

/** A test of the suite, by what its name says after "should". */
export interface Step {
  readonly test: string
  /** The bodies of its exchanges that have one, or how one is made. */
  readonly bodies?: readonly (object | ((world: World) => Promise<object>))[]
  before?(world: World): Promise<void>
  after?(world: World): Promise<void>
}

export const POOL = 'nodesdktestpool1'
export const JOB = 'HelloWorldJobNodeSDKTest'

/** What a pool is waited for to be. */
export const isSteady = (pool: Json): boolean => pool.allocationState === 'steady'
