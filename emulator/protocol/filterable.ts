const SPAN = ['stateTransitionTime', 'creationTime', 'lastModified']
const EXECUTION = ['executionInfo/startTime', 'executionInfo/endTime']

const below = (parent: string, ...names: readonly string[]): string[] =>
  names.map((name) => `${parent}/${name}`)

/** How a task that is not a job's own ended. */
const ENDING = ['state', 'startTime', 'endTime', 'exitCode', 'result']

const SETS: Readonly<Record<string, readonly string[]>> = {
  'account.listSupportedImages': ['osType', 'verificationType', 'nodeAgentSKUId'],
  'account.listPoolNodeCounts': ['poolId'],
  'pool.list': [
    ...['id', 'state', ...SPAN, 'allocationState', 'allocationStateTransitionTime'],
    ...['enableAutoScale', 'enableInterNodeCommunication', 'vmSize']
  ],
  'computeNode.list': [
    ...['state', 'stateTransitionTime', 'lastBootTime', 'allocationTime'],
    ...below('startTaskInfo', ...ENDING)
  ],
  'job.list': ['id', 'state', ...SPAN, ...EXECUTION, 'executionInfo/poolId'],
  'job.listPreparationAndReleaseTaskStatus': [
    ...['poolId', 'nodeId'],
    ...below('jobPreparationTaskExecutionInfo', ...ENDING),
    ...below('jobReleaseTaskExecutionInfo', ...ENDING)
  ],
  'task.list': [
    ...['id', 'state', ...SPAN, ...EXECUTION],
    ...below('executionInfo', 'exitCode', 'result')
  ],
  'file.listFromTask': ['name'],
  'file.listFromComputeNode': ['name']
}

/** What the list of an operation can be filtered by, as the service's documentation says. */
export const filterableBy = (operation: string): ReadonlySet<string> =>
  new Set(SETS[operation] ?? [])
