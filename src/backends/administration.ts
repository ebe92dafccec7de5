import { BackendError } from './backend.ts'
import type { PlaceSettings } from './place.ts'

/** The result of one check of an account. */
export interface Finding {
  /** The thing that was checked. */
  readonly what: string
  /** `unknown` if it cannot be checked from here. */
  readonly state: 'good' | 'bad' | 'unknown'
  /** A sentence. */
  readonly told: string
  /** What to do; null if nothing has to be done. */
  readonly todo: string | null
}

/** A resource that a run left in the account. */
export interface Leftover {
  readonly id: string
  readonly created: Date
  /** False in a dry run, and if it could not be removed. */
  readonly removed: boolean
}

/** The resources that a sweep found and that are old enough, oldest first. */
export interface Swept {
  readonly jobs: readonly Leftover[]
  readonly pools: readonly Leftover[]
  readonly containers: readonly Leftover[]
}

/** A sweep could not remove everything; `swept` lists what it found and removed. */
export class SweepError extends BackendError {
  readonly swept: Swept

  constructor(message: string, swept: Swept, options?: ErrorOptions) {
    super(message, options)
    this.swept = swept
  }
}

/** A pool that was asked for. */
export interface CreatedPool {
  readonly id: string
  /** It existed already and was not changed. */
  readonly existed: boolean
  /** What the user should know about its image; usually null. */
  readonly warning: string | null
}

/** Checks and maintains the account of a remote place. */
export interface Administration {
  /** Checks everything that a run needs, before anything is billed. @throws the signal's reason */
  examine(where: PlaceSettings, signal: AbortSignal): Promise<readonly Finding[]>
  /**
   * Removes what lost runs left.
   *
   * @param olderThan milliseconds
   * @throws SweepError if something could not be removed; the signal's reason
   */
  sweep(
    where: PlaceSettings,
    options: { readonly olderThan: number; readonly dryRun: boolean },
    signal: AbortSignal
  ): Promise<Swept>
  /** Creates a pool that stays and scales by its tasks. @throws BackendError */
  createPool(where: PlaceSettings, id: string, signal: AbortSignal): Promise<CreatedPool>
}
