import { getState, saveState } from '@actions/core'
import type { ArtifactKind } from './artifacts/upload.ts'
import type { CacheKey } from './cache/cache-key.ts'

/** The results that the step has not delivered yet, with what `post` needs to deliver them. */
export interface UndeliveredState {
  /** Absolute path of the results folder. */
  readonly results: string
  /** The artifacts that are not uploaded yet. */
  readonly artifacts: readonly ArtifactKind[]
  readonly artifactName: string
  /** The suffix of a shard's artifacts; empty for a whole run. */
  readonly artifactSuffix: string
  readonly retentionDays: number | null
  /** ISO 8601. Results of an earlier run in the folder are not the step's. Empty if the run may be older than the step. */
  readonly since: string
  /** The step has written the job summary, with links to the artifacts uploaded by then. */
  readonly summaryWritten: boolean
}

/** The results that the step has not saved in the cache yet. */
export interface UnsavedState {
  readonly cacheKey: CacheKey
  /** Absolute path of the results folder. */
  readonly results: string
  /** ISO 8601. Results of an earlier run in the folder are not the step's. */
  readonly since: string
}

const UNDELIVERED = 'undelivered'
const UNSAVED = 'unsaved'
const AZURE = 'azure'

/** Marks the step, so that the runner's second start of the bundle runs as `post`. */
export const rememberPost = (): void => saveState('isPost', 'true')

/** Remembers the results to deliver; null when all are delivered. */
export const rememberUndelivered = (state: UndeliveredState | null): void =>
  saveState(UNDELIVERED, state === null ? '' : JSON.stringify(state))

/** The results that the step has not delivered; null if it has delivered all. */
export function undelivered(): UndeliveredState | null {
  const text = getState(UNDELIVERED)
  return text === '' ? null : (JSON.parse(text) as UndeliveredState)
}

/** Remembers the results to save in the cache; null when they are saved. */
export const rememberUnsaved = (state: UnsavedState | null): void =>
  saveState(UNSAVED, state === null ? '' : JSON.stringify(state))

/** The results that the step has not saved in the cache; null if there are none. */
export function unsaved(): UnsavedState | null {
  const text = getState(UNSAVED)
  return text === '' ? null : (JSON.parse(text) as UnsavedState)
}

/** Remembers whether the step may have resources on Azure that must be removed with it. */
export const rememberAzure = (open: boolean): void => saveState(AZURE, open ? 'open' : '')

/** Whether the step ended before it had removed its resources on Azure. */
export const isAzureOpen = (): boolean => getState(AZURE) === 'open'
