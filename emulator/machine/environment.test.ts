import { expect, test } from '@jest/globals'
import { environmentOf } from './environment.ts'
import { IDENTITY } from './test-machine.ts'

const NODE = { root: '/mnt/batch/tasks', identity: IDENTITY }

/** The variables of every task of the node. */
const COMMON = {
  PATH: expect.stringContaining('/usr/bin'),
  HOME: expect.stringMatching(/\/wd$/),
  LANG: 'C.UTF-8',
  AZ_BATCH_ACCOUNT_NAME: 'testaccount',
  AZ_BATCH_ACCOUNT_URL: 'http://127.0.0.1:10000/',
  AZ_BATCH_POOL_ID: 'pool1',
  AZ_BATCH_NODE_ID: 'tvmps_1_d',
  AZ_BATCH_NODE_IS_DEDICATED: 'true',
  AZ_BATCH_NODE_ROOT_DIR: '/mnt/batch/tasks',
  AZ_BATCH_NODE_SHARED_DIR: '/mnt/batch/tasks/shared',
  AZ_BATCH_NODE_STARTUP_DIR: '/mnt/batch/tasks/startup',
  AZ_BATCH_NODE_MOUNTS_DIR: '/mnt/batch/tasks/fsmounts',
  AZ_BATCH_TASK_RESERVED_EPHEMERAL_DISK_SPACE_BYTES: '1000000'
}

const foldersOf = (folder: string) => ({
  AZ_BATCH_TASK_DIR: folder,
  AZ_BATCH_TASK_WORKING_DIR: `${folder}/wd`,
  AZ_BATCH_CERTIFICATES_DIR: `${folder}/certs`
})
const JOB = '/mnt/batch/tasks/workitems/job1/job-1'
const PREPARATION = {
  AZ_BATCH_JOB_PREP_DIR: `${JOB}/jobpreparation`,
  AZ_BATCH_JOB_PREP_WORKING_DIR: `${JOB}/jobpreparation/wd`
}

test('a start task has the variables of its node but not of a job', () => {
  expect(environmentOf(NODE, { kind: 'startTask' }, [], null)).toEqual({
    ...COMMON,
    ...foldersOf('/mnt/batch/tasks/startup')
  })
})

test.each([null, 'jobpreparation'])(
  'a task has the variables of its job, and of the preparation task if there is one (%s)',
  (preparation) => {
    const owner = { kind: 'task', jobId: 'job1', taskId: 'task1' } as const
    expect(environmentOf(NODE, owner, undefined, preparation)).toEqual({
      ...COMMON,
      ...foldersOf(`${JOB}/task1`),
      AZ_BATCH_JOB_ID: 'job1',
      AZ_BATCH_TASK_ID: 'task1',
      ...(preparation === null ? {} : PREPARATION)
    })
  }
)

test('a release task has the folder of the preparation task, which itself does not', () => {
  const names = (kind: 'jobPreparation' | 'jobRelease') =>
    Object.keys(
      environmentOf(
        NODE,
        { kind, jobId: 'job1', taskId: 'x', preparationId: 'jobpreparation' },
        [],
        'jobpreparation'
      )
    ).filter((name) => name.includes('_PREP_'))
  expect(names('jobPreparation')).toEqual([])
  expect(names('jobRelease')).toEqual(Object.keys(PREPARATION))
})

test('a folder of programs comes before those of the system, if one is given', () => {
  const pathOf = (programs?: string) =>
    environmentOf({ ...NODE, programs }, { kind: 'startTask' }, [], null)['PATH']
  expect(pathOf('/programs')).toBe(`/programs:${pathOf()}`)
})

test('a task can set any variable except those of the service', () => {
  const settings = [
    { name: 'LANG', value: 'de_DE.UTF-8' },
    { name: 'EMPTY' },
    { name: 'AZ_BATCH_NODE_ID', value: 'another' }
  ]
  const environment = environmentOf(NODE, { kind: 'startTask' }, settings, null)
  expect(environment).toMatchObject({
    LANG: 'de_DE.UTF-8',
    EMPTY: '',
    AZ_BATCH_NODE_ID: 'tvmps_1_d'
  })
})
