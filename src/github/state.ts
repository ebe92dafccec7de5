import { getState, saveState } from '@actions/core'
import type { ArtifactKind } from './artifacts/upload.ts'
import type { KeptName } from './cache/cache-key.ts'

/** What the step leaves for `post`: enough to deliver what the step could not. */
export interface StepState {
  /** Absolute path of the results folder. */
  readonly results: string
  /** The artifacts that GitHub has not taken yet. */
  readonly artifacts: readonly ArtifactKind[]
  readonly artifactName: string
  /** What a shard's artifacts end in; empty for a whole run. */
  readonly artifactSuffix: string
  readonly retentionDays: number | null
  /** What began earlier and lies in the folder is none of the step's; empty where the run may be older than the step. */
  readonly since: string
  /** The step has written the job summary, with what artifacts there were. */
  readonly isTold: boolean
}

/** Results that are still to be kept for later runs. */
export interface UnkeptState {
  /** Their name in the cache, without the run's ids. */
  readonly name: KeptName
  /** Absolute path of the results folder. */
  readonly results: string
  /** What began earlier and lies in the folder is none of the step's. */
  readonly since: string
}

const UNDELIVERED = 'undelivered'
const UNKEPT = 'unkept'
const AZURE = 'azure'

/** Tells the runner to start this file again after the job, as `post`. */
export const rememberPost = (): void => saveState('isPost', 'true')

/** Remembers that results wait for delivery, or that none do any more. */
export const rememberUndelivered = (state: StepState | null): void =>
  saveState(UNDELIVERED, state === null ? '' : JSON.stringify(state))

/** What the step left undelivered; null where nothing is. */
export function undelivered(): StepState | null {
  const text = getState(UNDELIVERED)
  return text === '' ? null : (JSON.parse(text) as StepState)
}

/** Remembers that results wait to be kept for later runs, or that none do any more. */
export const rememberUnkept = (state: UnkeptState | null): void =>
  saveState(UNKEPT, state === null ? '' : JSON.stringify(state))

/** What the step did not come to keep; null where there is nothing. */
export function unkept(): UnkeptState | null {
  const text = getState(UNKEPT)
  return text === '' ? null : (JSON.parse(text) as UnkeptState)
}

/** Remembers whether the step may have something on Azure that is to be removed with it. */
export const rememberAzure = (open: boolean): void => saveState(AZURE, open ? 'open' : '')

/** Whether the step ended before it could remove what it had on Azure. */
export const isAzureOpen = (): boolean => getState(AZURE) === 'open'
