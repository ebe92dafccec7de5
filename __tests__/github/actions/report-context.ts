import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../../../src/report/report.ts'
import { ResultsFolder } from '../../../src/results/folder.ts'
import type { Scratch } from '../../support/command.ts'
import type { GitHubApi } from '../../support/github-api.ts'
import { commandsIn, type Job, type Step } from '../../support/runner.ts'

/** A step of one of the actions that speak to GitHub, in a job of this workflow. */
export const jobOf = (
  action: 'report' | 'changed',
  scratch: Scratch,
  api: GitHubApi,
  env: NodeJS.ProcessEnv = {}
): Job => ({
  ...{ scratch, action, sources: true },
  env: { ...api.env, GITHUB_WORKFLOW: 'OCR --> by night', ...env }
})

/** Leaves the results of a run where steps look for them. */
export function leave(scratch: Scratch, { run, rows, nodes, tasks }: Report): void {
  const folder = new ResultsFolder(join(scratch.work, 'ocr-results'))
  folder.writeTables(rows, [])
  for (const node of nodes) folder.writeRecord(`nodes/${node.id}`, node)
  const images = rows.map(({ image }) => image)
  for (const task of tasks)
    folder.writeRecord(`tasks/${task.id}`, { ...task, partition: { ...task.partition, images } })
  folder.writeRecord('run', run)
}

/** What started the workflow run: a pull request, or a push where there is no number. */
export function event(scratch: Scratch, number: number | null): NodeJS.ProcessEnv {
  const file = join(scratch.folder, 'event.json')
  writeFileSync(
    file,
    JSON.stringify(number === null ? { ref: 'main' } : { pull_request: { number } })
  )
  return { GITHUB_EVENT_PATH: file }
}

/** Messages of the workflow commands of one name. */
export const told = ({ stdout }: Step, name: string): string[] =>
  commandsIn(stdout).flatMap((command) => (command.name === name ? [command.message] : []))
