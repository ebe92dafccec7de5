/** A recorded exchange to which the emulator cannot respond as the service did. */
export interface Unmatched {
  readonly src: string
  readonly i: number
  /** Two recordings of different versions may have the same name. */
  readonly apiVersion: string
  /** The exact differences of the response. */
  readonly differences: readonly string[]
  readonly reason: string
}

const OF_A_SCHEDULE = [
  'value[].previousState is missing.',
  'value[].previousStateTransitionTime is missing.',
  'value[].poolInfo.autoPoolSpecification is missing.',
  'value[].executionInfo.endTime is missing.',
  'value[].executionInfo.schedulingError is missing.'
]
const FILE_MODE = ['The header ocp-batch-file-mode is not recorded.']
const ON_WINDOWS = 'It was recorded on a Windows node, whose files have no mode; ours run Linux.'

const inSuite = (test: string) => ({
  src: `Batch_Service_operations_should_${test}.nock.js`,
  i: 0,
  apiVersion: '2020-03-01.11.0'
})

/** The exchanges that cannot be matched. They are sent too, and must differ in exactly these ways. */
export const UNMATCHED: readonly Unmatched[] = [
  ...[
    { i: 7, apiVersion: '2022-10-01.16.0' },
    { i: 8, apiVersion: '2024-02-01.19.0' }
  ].map((place) => ({
    ...place,
    src: 'test_batch_job_list_cmd.yaml',
    differences: OF_A_SCHEDULE,
    reason: 'It lists a job created by a job schedule; job schedules are not supported.'
  })),
  {
    ...inSuite('add_a_pool_with_vnet_and_get_expected_error'),
    differences: ['The status is 403 in the recording and 201 here.'],
    reason:
      'The account had no access to that network; the emulator has no networks and accepts any name.'
  },
  ...[
    'get_file_properties_from_node_successfully',
    'get_file_from_node_successfully',
    'get_file_properties_from_task_successfully',
    'get_file_from_task_successfully'
  ].map((test) => ({
    ...inSuite(test),
    differences: FILE_MODE,
    reason: ON_WINDOWS
  })),
  {
    ...inSuite('list_files_from_task_successfully'),
    differences: ['value[].properties.fileMode is not recorded.'],
    reason: ON_WINDOWS
  }
]
