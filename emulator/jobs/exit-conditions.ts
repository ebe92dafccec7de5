import type { Ending } from '../machine/machine.ts'
import type { ExitConditions, ExitOptions } from './task-body.ts'

/** What follows from how a task ended. */
export interface Consequence {
  readonly jobAction: 'none' | 'disable' | 'terminate'
  /** Whether tasks that depend on it may run. */
  readonly satisfies: boolean
}

/** What the service does where a task does not say: an exit code of 0 is well, everything else is not. */
const DEFAULTS = {
  well: { jobAction: 'none', dependencyAction: 'satisfy' },
  badly: { jobAction: 'terminate', dependencyAction: 'block' }
} as const

/** What follows from an ending, by what the task says of it. A code that is named goes before a range. */
export function consequenceOf(conditions: ExitConditions | undefined, ending: Ending): Consequence {
  const options = optionsFor(conditions ?? {}, ending)
  const fallback = ending.failure === null ? DEFAULTS.well : DEFAULTS.badly
  return {
    jobAction: options?.jobAction ?? fallback.jobAction,
    satisfies: (options?.dependencyAction ?? fallback.dependencyAction) === 'satisfy'
  }
}

function optionsFor(conditions: ExitConditions, ending: Ending): ExitOptions | undefined {
  const { preProcessingError, fileUploadError, default: otherwise } = conditions
  if (ending.failedIn === 'preparation') return preProcessingError ?? otherwise
  if (ending.failedIn === 'upload') return fileUploadError ?? otherwise
  const named = ofCode(conditions, ending.exitCode)
  return named ?? (ending.failure === null ? undefined : otherwise)
}

function ofCode(conditions: ExitConditions, exitCode: number | null): ExitOptions | undefined {
  if (exitCode === null) return undefined
  const { exitCodes = [], exitCodeRanges = [] } = conditions
  const one = exitCodes.find(({ code }) => code === exitCode)
  const range = exitCodeRanges.find(({ start, end }) => start <= exitCode && exitCode <= end)
  return (one ?? range)?.exitOptions
}
