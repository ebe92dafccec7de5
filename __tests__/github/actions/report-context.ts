import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../../../src/report/report.ts'
import { ResultsFolder } from '../../../src/results/folder.ts'
import type { Scratch } from '../../support/command.ts'
import type { GitHubApi } from '../../support/github-api.ts'
import { commandsIn, type Job, type Step } from '../../support/runner.ts'

/** A job with a step of an action that uses the GitHub API. */
export const jobOf = (
  action: 'report' | 'changed',
  scratch: Scratch,
  api: GitHubApi,
  env: NodeJS.ProcessEnv = {}
): Job => ({
  ...{ scratch, action },
  env: { ...api.env, GITHUB_WORKFLOW: 'OCR --> by night', ...env }
})

/** Writes the results of a run into the results folder of a step. */
export function writeResults(scratch: Scratch, { run, rows, nodes, tasks }: Report): void {
  const folder = new ResultsFolder(join(scratch.work, 'ocr-results'))
  folder.writeTables(rows, [])
  for (const node of nodes) folder.writeRecord(`nodes/${node.id}`, node)
  const images = rows.map(({ image }) => image)
  for (const task of tasks)
    folder.writeRecord(`tasks/${task.id}`, { ...task, partition: { ...task.partition, images } })
  folder.writeRecord('run', run)
}

/** The event that triggers the workflow run: a pull request, or a push if there is no number. */
export function event(scratch: Scratch, number: number | null): NodeJS.ProcessEnv {
  const file = join(scratch.folder, 'event.json')
  writeFileSync(
    file,
    JSON.stringify(number === null ? { ref: 'main' } : { pull_request: { number } })
  )
  return { GITHUB_EVENT_PATH: file }
}

/** The messages of the workflow commands with a given name. */
export const messages = ({ stdout }: Step, name: string): string[] =>
  commandsIn(stdout).flatMap((command) => (command.name === name ? [command.message] : []))
