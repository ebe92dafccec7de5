import { realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Where the program lies that runs on nodes: among the bundles beside our own, `dist/index.js` or `dist/cli/index.js`.
 *
 * @param own path of the program that runs, as Node.js was given it; links to it are followed
 */
export function nodeProgram(own: string): string {
  const folder = dirname(realpathSync(own))
  const bundles = basename(folder) === 'cli' ? dirname(folder) : folder
  return join(bundles, 'node', 'index.js')
}
