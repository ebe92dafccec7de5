import type { WorkResult } from '../machine/machine.ts'
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
export function consequenceOf(
  conditions: ExitConditions | undefined,
  result: WorkResult
): Consequence {
  const options = optionsFor(conditions ?? {}, result)
  const fallback = result.failure === null ? DEFAULTS.success : DEFAULTS.failure
  return {
    jobAction: options?.jobAction ?? fallback.jobAction,
    satisfies: (options?.dependencyAction ?? fallback.dependencyAction) === 'satisfy'
  }
}

function optionsFor(conditions: ExitConditions, result: WorkResult): ExitOptions | undefined {
  const { preProcessingError, fileUploadError, default: otherwise } = conditions
  if (result.failedIn === 'preparation') return preProcessingError ?? otherwise
  if (result.failedIn === 'upload') return fileUploadError ?? otherwise
  const named = ofCode(conditions, result.exitCode)
  return named ?? (result.failure === null ? undefined : otherwise)
}

function ofCode(conditions: ExitConditions, exitCode: number | null): ExitOptions | undefined {
  if (exitCode === null) return undefined
  const { exitCodes = [], exitCodeRanges = [] } = conditions
  const one = exitCodes.find(({ code }) => code === exitCode)
  const range = exitCodeRanges.find(({ start, end }) => start <= exitCode && exitCode <= end)
  return (one ?? range)?.exitOptions
}
