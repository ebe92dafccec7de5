import { createHash } from 'node:crypto'
import { CONTAINER_PREFIX, containerName } from './storage/container-name.ts'

/** How the ids of all jobs, job's pools and containers of ours begin: what `sweep` looks for. */
export const NAME_PREFIX = CONTAINER_PREFIX

/** Characters of a repository's name that the run's name shows; the digest tells the rest apart. */
const REPOSITORY_SHOWN = 12

/**
 * The name of a run on Azure: of its job and of its container. The same run, attempt and settings have the same name, so
 * that a repeated submission finds what the first one left; two steps of one workflow run differ in what they ask for.
 *
 * @param asked what the run is asked for, as text
 */
export function runName(repository: string | null, runId: string, asked: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([repository, runId, asked]))
    .digest('hex')
    .slice(0, 8)
  const shown = (repository?.split('/').at(-1) ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, REPOSITORY_SHOWN)
    .replace(/^-|-$/g, '')
  return containerName([shown, runId.toLowerCase(), digest].filter(Boolean).join('-'))
}

/** The id of a run's job; of a later round, where what Azure lost is read again after the first job has ended. */
export const jobIdOf = (name: string, round: number): string =>
  round === 1 ? name : `${name}-r${round}`

/** Whether a job is one of a run's. */
export const isJobOf = (name: string, jobId: string): boolean =>
  jobId === name || (jobId.startsWith(`${name}-r`) && /^\d+$/.test(jobId.slice(name.length + 2)))

/** The id of a partition's task on Batch: what Azure lost is added again by another name. */
export const batchTaskId = (task: string, attempt: number): string =>
  attempt === 1 ? task : `${task}-again-${attempt}`

/** The partition's task and the attempt in an id that `batchTaskId` gave. */
export function taskOf(batchTask: string): { readonly task: string; readonly attempt: number } {
  const [, task = batchTask, attempt = '1'] = /^(.+)-again-(\d+)$/.exec(batchTask) ?? []
  return { task, attempt: Number(attempt) }
}

/** The blobs of a run's container. */
export const BLOBS = {
  manifest: 'run.json',
  /** The program that runs on nodes. */
  program: 'node.mjs',
  resultsPrefix: 'out/',
  /** The archive that brings a task to its node. */
  order: (task: string): string => `in/${task}.tar`,
  /** The archive that brings a task's results home. */
  results: (batchTask: string): string => `out/${batchTask}.tar`,
  /** Folder of what a failed task printed. */
  logs: (batchTask: string): string => `logs/${batchTask}`
} as const

/** The task on Batch whose results a blob holds; null where it holds none. */
export const batchTaskIn = (blob: string): string | null =>
  /^out\/([\w-]+)\.tar$/.exec(blob)?.[1] ?? null
