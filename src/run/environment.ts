import { randomBytes } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { PlaceEnvironment } from '../backends/place.ts'

/** The environment of a run, as its entry point knows it. */
export interface Environment extends PlaceEnvironment {
  /** Absolute: the folder that relative paths in inputs start from. */
  readonly cwd: string
  readonly commit: string | null
  /** URL of the workflow run; null in a terminal. */
  readonly workflowRun: string | null
}

/** An id for a run in a terminal: the time it started, and random digits in case two start in the same second. */
export const freshRunId = (now: Date): string =>
  `${now
    .toISOString()
    .replace(/[-:]|\.\d+/g, '')
    .replace('T', '-')
    .replace('Z', '')}-${randomBytes(3).toString('hex')}`

/**
 * The path of the program that runs on nodes: a bundle next to our own, `dist/index.js` or `dist/cli/index.js`.
 *
 * @param own path of the running program, as Node.js got it; links are followed
 */
export function nodeProgram(own: string): string {
  const folder = dirname(realpathSync(own))
  const bundles = basename(folder) === 'cli' ? dirname(folder) : folder
  return join(bundles, 'node', 'index.js')
}
