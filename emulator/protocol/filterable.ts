const SPAN = ['stateTransitionTime', 'creationTime', 'lastModified']
const EXECUTION = ['executionInfo/startTime', 'executionInfo/endTime']

const below = (parent: string, ...names: readonly string[]): string[] =>
  names.map((name) => `${parent}/${name}`)

/** Properties of the last run of a start task, a preparation task or a release task. */
const RUN = ['state', 'startTime', 'endTime', 'exitCode', 'result']

const SETS: Readonly<Record<string, readonly string[]>> = {
  'account.listSupportedImages': ['osType', 'verificationType', 'nodeAgentSKUId'],
  'account.listPoolNodeCounts': ['poolId'],
  'pool.list': [
    ...['id', 'state', ...SPAN, 'allocationState', 'allocationStateTransitionTime'],
    ...['enableAutoScale', 'enableInterNodeCommunication', 'vmSize']
  ],
  'computeNode.list': [
    ...['state', 'stateTransitionTime', 'lastBootTime', 'allocationTime'],
    ...below('startTaskInfo', ...RUN)
  ],
  'job.list': ['id', 'state', ...SPAN, ...EXECUTION, 'executionInfo/poolId'],
  'job.listPreparationAndReleaseTaskStatus': [
    ...['poolId', 'nodeId'],
    ...below('jobPreparationTaskExecutionInfo', ...RUN),
    ...below('jobReleaseTaskExecutionInfo', ...RUN)
  ],
  'task.list': [
    ...['id', 'state', ...SPAN, ...EXECUTION],
    ...below('executionInfo', 'exitCode', 'result')
  ],
  'file.listFromTask': ['name'],
  'file.listFromComputeNode': ['name']
}

/** The properties by which the list of an operation can be filtered, as documented by the service. */
export const filterableBy = (operation: string): ReadonlySet<string> =>
  new Set(SETS[operation] ?? [])
