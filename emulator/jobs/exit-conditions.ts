import type { Ending } from '../machine/machine.ts'
import type { ExitConditions, ExitOptions } from './task-body.ts'

/** The consequences of the end of a task. */
export interface Consequence {
  readonly jobAction: 'none' | 'disable' | 'terminate'
  /** Whether dependent tasks may run. */
  readonly satisfies: boolean
}

/** The service's defaults: exit code 0 is a success, everything else a failure. */
const DEFAULTS = {
  success: { jobAction: 'none', dependencyAction: 'satisfy' },
  failure: { jobAction: 'terminate', dependencyAction: 'block' }
} as const

/** Applies the exit conditions of a task. A single exit code takes precedence over a range. */
export function consequenceOf(conditions: ExitConditions | undefined, ending: Ending): Consequence {
  const options = optionsFor(conditions ?? {}, ending)
  const fallback = ending.failure === null ? DEFAULTS.success : DEFAULTS.failure
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
