/** A recorded exchange that the emulator answers otherwise, and why it has to. */
export interface Unmatched {
  readonly src: string
  readonly i: number
  /** Recordings of two versions may have one name. */
  readonly apiVersion: string
  /** In what the answer differs, and in nothing else. */
  readonly differences: readonly string[]
  readonly reason: string
}

const OF_A_SCHEDULE = [
  'value[].previousState is there and not here.',
  'value[].previousStateTransitionTime is there and not here.',
  'value[].poolInfo.autoPoolSpecification is there and not here.',
  'value[].executionInfo.endTime is there and not here.',
  'value[].executionInfo.schedulingError is there and not here.'
]
const FILE_MODE = ['The header ocp-batch-file-mode is here and not there.']
const ON_WINDOWS = 'It was recorded on a Windows node, whose files have no mode; ours run Linux.'

const inSuite = (test: string) => ({
  src: `Batch_Service_operations_should_${test}.nock.js`,
  i: 0,
  apiVersion: '2020-03-01.11.0'
})

/** The exchanges that cannot be matched. They are sent all the same, and have to differ in exactly what stands here. */
export const UNMATCHED: readonly Unmatched[] = [
  ...[
    { i: 7, apiVersion: '2022-10-01.16.0' },
    { i: 8, apiVersion: '2024-02-01.19.0' }
  ].map((place) => ({
    ...place,
    src: 'test_batch_job_list_cmd.yaml',
    differences: OF_A_SCHEDULE,
    reason: 'It lists a job that a job schedule has made; job schedules are not served.'
  })),
  {
    ...inSuite('add_a_pool_with_vnet_and_get_expected_error'),
    differences: ['The status is 403 there and 201 here.'],
    reason:
      'The account was not allowed into that network; there are no networks here, and pools may name any.'
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
    differences: ['value[].properties.fileMode is here and not there.'],
    reason: ON_WINDOWS
  }
]
