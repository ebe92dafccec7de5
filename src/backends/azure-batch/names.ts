import { createHash } from 'node:crypto'
import { CONTAINER_PREFIX, containerName } from './storage/container-name.ts'

/** The prefix of the names of all jobs, pools and containers that a run creates. `sweep` selects by it. */
export const NAME_PREFIX = CONTAINER_PREFIX

/** The most characters of the repository's name in the name of a run. */
const REPOSITORY_LENGTH = 12

/**
 * The name of a run on Azure: of its job and its container. It is the same for the same run, attempt and settings, so
 * that a repeated submission finds the resources of the first one. Two steps of a workflow run differ in `request`.
 *
 * @param request what the run is to do, as text
 */
export function runName(repository: string | null, runId: string, request: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([repository, runId, request]))
    .digest('hex')
    .slice(0, 8)
  const shortRepository = (repository?.split('/').at(-1) ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, REPOSITORY_LENGTH)
    .replace(/^-|-$/g, '')
  return containerName([shortRepository, runId.toLowerCase(), digest].filter(Boolean).join('-'))
}

/** The ID of a run's job. Later rounds, which repeat tasks after the first job has ended, have jobs of their own. */
export const jobIdOf = (name: string, round: number): string =>
  round === 1 ? name : `${name}-r${round}`

/** Whether a job belongs to a run. */
export const isJobOf = (name: string, jobId: string): boolean =>
  jobId === name || (jobId.startsWith(`${name}-r`) && /^\d+$/.test(jobId.slice(name.length + 2)))

/** The ID of a partition's Batch task. Each further attempt is a task of its own. */
export const batchTaskId = (task: string, attempt: number): string =>
  attempt === 1 ? task : `${task}-again-${attempt}`

/** The partition's task and the attempt that an ID from `batchTaskId` stands for. */
export function taskOf(batchTask: string): { readonly task: string; readonly attempt: number } {
  const [, task = batchTask, attempt = '1'] = /^(.+)-again-(\d+)$/.exec(batchTask) ?? []
  return { task, attempt: Number(attempt) }
}

/** The blobs in a run's container. */
export const BLOBS = {
  manifest: 'run.json',
  /** The program that runs on nodes. */
  program: 'node.mjs',
  resultsPrefix: 'out/',
  /** The archive with a task's order and images. */
  order: (task: string): string => `in/${task}.tar`,
  /** The archive with a task's results. */
  results: (batchTask: string): string => `out/${batchTask}.tar`,
  /** The folder with the output of a failed task. */
  logs: (batchTask: string): string => `logs/${batchTask}`
} as const

/** The Batch task whose results a blob contains; null if it does not contain results. */
export const batchTaskIn = (blob: string): string | null =>
  /^out\/([\w-]+)\.tar$/.exec(blob)?.[1] ?? null
