import { JOB, POOL, type Step } from './suite-step.ts'

const JOB_SETTINGS = {
  poolInfo: { poolId: POOL },
  priority: 500,
  constraints: { maxTaskRetryCount: 3 }
}

/** The tests of jobs and tasks, on the first pool. */
export const JOB_STEPS: readonly Step[] = [
  {
    test: 'create_a_job_successfully',
    bodies: [{ id: JOB, poolInfo: { poolId: POOL } }],
    before: (world) => world.hold(POOL)
  },
  { test: 'update_a_job_successfully', bodies: [JOB_SETTINGS] },
  { test: 'patch_a_job_successfully', bodies: [JOB_SETTINGS] },
  {
    test: 'create_a_task_successfully',
    bodies: [{ id: 'HelloWorldNodeSDKTestTask', commandLine: 'ping 127.0.0.1 -n 20' }]
  },
  {
    test: 'create_a_task_with_container_settings_successfully',
    bodies: [
      { id: 'ContainerJobNodeSDKTest', poolInfo: { poolId: POOL } },
      {
        id: 'ContainerNodeSDKTestTask',
        commandLine: 'cmd /c echo hello',
        containerSettings: { imageName: 'ubuntu', containerRunOptions: '--rm' }
      }
    ]
  },
  {
    test: 'create_a_task_with_exit_conditions_successfully',
    bodies: [
      {
        id: 'JobWithAutoComplete',
        poolInfo: { poolId: POOL },
        onTaskFailure: 'performexitoptionsjobaction',
        usesTaskDependencies: true
      },
      {
        id: 'TaskWithAutoComplete',
        commandLine: 'echo Hello World',
        exitConditions: {
          exitCodes: [{ code: 1, exitOptions: { jobAction: 'none', dependencyAction: 'block' } }],
          default: { jobAction: 'terminate', dependencyAction: 'satisfy' }
        }
      }
    ]
  },
  {
    test: 'create_a_second_task_with_output_files_successfully',
    bodies: [{ id: 'HelloWorldNodeSDKTestTask2', commandLine: 'cmd /c echo hello world' }]
  },
  { test: 'terminate_a_task_successfully' },
  { test: 'reactivate_a_task_successfully' },
  {
    test: 'update_a_task_successfully',
    bodies: [{ constraints: { maxTaskRetryCount: 3 } }]
  },
  { test: 'get_task_reference_successfully' },
  { test: 'list_all_tasks_successfully' },
  { test: 'list_sub_tasks_successfully' },
  {
    test: 'create_a_task_with_authentication_token_settings_successfully',
    bodies: [
      {
        id: 'TaskWithAuthTokenSettings',
        commandLine: 'cmd /c echo Hello World',
        authenticationTokenSettings: { access: ['job'] }
      }
    ],
    after: (world) => world.release()
  },
  {
    test: 'create_a_task_with_a_user_identity_successfully',
    bodies: [
      {
        id: 'TaskWithUserIdentity',
        commandLine: 'cmd /c net session >nul 2>&1',
        userIdentity: { username: 'nonAdminUser' }
      }
    ]
  },
  { test: 'count_tasks_sucessfully' },
  {
    test: 'list_files_from_task_successfully',
    before: (world) =>
      world.until(
        `/jobs/${JOB}/tasks/HelloWorldNodeSDKTestTask2`,
        ({ state }) => state === 'completed'
      )
  },
  { test: 'get_file_properties_from_task_successfully' },
  { test: 'get_file_from_task_successfully' },
  { test: 'delete_file_from_task_successfully' },
  {
    test: 'add_a_task_with_an_application_package_reference_successfully',
    bodies: [
      {
        id: 'ApplicationPacakgeReferenceTask',
        commandLine: 'cmd /c echo hello world',
        applicationPackageReferences: [{ applicationId: 'my_application_id' }]
      }
    ],
    before: (world) => world.hold(POOL),
    after: (world) => world.release()
  },
  { test: 'list_applications_successfully' },
  { test: 'get_application_reference_successfully' },
  { test: 'delete_a_task_successfully' },
  { test: 'delete_a_second_task_successfully' },
  { test: 'list_jobs_successfully' },
  { test: 'get_a_job_reference_successfully' },
  { test: 'fail_to_job_preprelease_status' },
  { test: 'disable_a_job_successfully', bodies: [{ disableTasks: 'terminate' }] },
  { test: 'enable_a_job_successfully' },
  { test: 'terminate_a_job_successfully' },
  { test: 'delete_a_job_successfully' }
]
