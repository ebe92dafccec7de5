import type { FaultSpec } from './fault-spec.ts'
import type { Fault } from './faults.ts'

/** Faults can be set, listed and removed. */
export interface SettableFaults {
  /**
   * Sets faults.
   *
   * @throws InvalidFaultSpec if one of them is invalid; none is set then
   */
  set(...specs: readonly FaultSpec[]): Fault[]
  /** Removes one fault, or all of them. Returns false if there is no such fault. */
  clear(id?: string): boolean
  /** The faults that are still active, in the order in which they were set. */
  list(): Fault[]
}
