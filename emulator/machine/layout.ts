import { dirname, join } from 'node:path'
import type { Owner } from './machine.ts'

/** The top-level folders of a node, as on a real one. */
export const NODE_FOLDERS: readonly string[] = [
  'applications',
  'fsmounts',
  'shared',
  'startup',
  'volatile',
  'workitems'
]

/** The folder of a job's run on a node: always `job-1`, because only jobs of a job schedule run repeatedly. */
const jobRunFolder = (root: string, jobId: string): string =>
  join(root, 'workitems', jobId, 'job-1')

/** The folder with all files of a job on a node. */
export const jobFolder = (root: string, jobId: string): string => dirname(jobRunFolder(root, jobId))

/** The folder of a task. Preparation and release tasks have one like any other task of the job. */
export const taskFolder = (root: string, jobId: string, taskId: string): string =>
  join(jobRunFolder(root, jobId), taskId)

/** The folder with stdout.txt, stderr.txt and `wd` of an owner. */
export const ownerFolder = (root: string, owner: Owner): string =>
  owner.kind === 'startTask' ? join(root, 'startup') : taskFolder(root, owner.jobId, owner.taskId)

/** The root of a node, given the folder of one of its tasks. */
export const rootOfTaskFolder = (folder: string): string => join(folder, '../../../..')

/** The working directory of a task. */
export const workingFolder = (folder: string): string => join(folder, 'wd')

/** The folder for certificates of a task on Linux. */
export const certificatesFolder = (folder: string): string => join(folder, 'certs')
