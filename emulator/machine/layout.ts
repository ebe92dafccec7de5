import { dirname, join } from 'node:path'
import type { Owner } from './machine.ts'

/** What stands at the top of a node, as a list of a real node's files shows it. */
export const NODE_FOLDERS: readonly string[] = [
  'applications',
  'fsmounts',
  'shared',
  'startup',
  'volatile',
  'workitems'
]

/** The folder of a job on a node. It runs once, so `job-1`; only job schedules have more. */
const jobRunFolder = (root: string, jobId: string): string =>
  join(root, 'workitems', jobId, 'job-1')

/** Everything that a node has of a job. */
export const jobFolder = (root: string, jobId: string): string => dirname(jobRunFolder(root, jobId))

/** The folder of a task. Preparation and release are tasks beside the job's others, by the ids that the job gave them. */
export const taskFolder = (root: string, jobId: string, taskId: string): string =>
  join(jobRunFolder(root, jobId), taskId)

/** Where stdout.txt, stderr.txt and `wd` of an owner are. */
export const ownerFolder = (root: string, owner: Owner): string =>
  owner.kind === 'startTask' ? join(root, 'startup') : taskFolder(root, owner.jobId, owner.taskId)

/** The node's root, seen from the folder of one of its tasks. */
export const rootOfTaskFolder = (folder: string): string => join(folder, '../../../..')

/** The folder that is the current one of a task's process. */
export const workingFolder = (folder: string): string => join(folder, 'wd')

/** Where certificates would be, for a task on Linux. */
export const certificatesFolder = (folder: string): string => join(folder, 'certs')
