import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { waitFor } from '../../__tests__/support/wait-for.ts'
import type { Machine } from '../machine/machine.ts'
import { openTestMachine } from '../machine/test-machine.ts'
import { fakeService } from './fake-service.ts'

/** Jobs on a real machine, whose tasks are processes. */

let service: ReturnType<typeof fakeService>
let machine: Machine

afterEach(async () => {
  await service.close()
  await machine.remove()
})

async function open(job: object = {}): Promise<void> {
  service = fakeService()
  machine = await openTestMachine()
  service.pools.add('p', 0, 2).grow(machine)
  await service.ask('job.add', [], { id: 'j', poolInfo: { poolId: 'p' }, ...job })
}

const add = (id: string, script: string, constraints: object = {}) =>
  service.ask('task.add', ['j'], { id, commandLine: `/bin/bash -c '${script}'`, constraints })

const taskIs = (id: string, state: string) =>
  waitFor(
    () => service.show('j', id),
    (shown) => shown?.state === state
  )

test('preparation, task and release run as processes on the node in this order', async () => {
  await open({
    commonEnvironmentSettings: [{ name: 'COLOUR', value: 'red' }],
    jobPreparationTask: {
      commandLine: '/bin/bash -c "echo prepared >$AZ_BATCH_NODE_SHARED_DIR/log"'
    },
    jobReleaseTask: { commandLine: '/bin/bash -c "echo released >>$AZ_BATCH_NODE_SHARED_DIR/log"' }
  })
  await add('t', 'echo $AZ_BATCH_TASK_ID is $COLOUR; echo ran >>$AZ_BATCH_NODE_SHARED_DIR/log')
  expect((await taskIs('t', 'completed')).executionInfo.exitCode).toBe(0)
  const { root } = service.jobs.taskFolder('j', 't')
  expect(await readFile(join(root, 'stdout.txt'), 'utf8')).toBe('t is red\n')
  await service.ask('job.terminate', ['j'])
  await waitFor(
    () => service.show('j'),
    ({ state }) => state === 'completed'
  )
  const log = await readFile(join(machine.root, 'shared', 'log'), 'utf8')
  expect(log).toBe('prepared\nran\nreleased\n')
})

test('a failed process is retried in a new folder, and its last exit code is reported', async () => {
  await open()
  await add('t', 'n=$(cat ../../../n 2>/dev/null); echo x >>../../../n; exit 7', {
    maxTaskRetryCount: 2
  })
  const { executionInfo } = await taskIs('t', 'completed')
  expect(executionInfo).toMatchObject({
    exitCode: 7,
    retryCount: 2,
    failureInfo: {
      category: 'UserError',
      code: 'FailureExitCode',
      message: 'The task exited with an exit code representing a failure'
    }
  })
  expect(await readFile(join(machine.root, 'workitems', 'j', 'n'), 'utf8')).toBe('x\nx\nx\n')
})

test('a task that exceeds its time limit is terminated and not retried', async () => {
  await open()
  await add('t', 'sleep 60', { maxWallClockTime: 'PT0.2S', maxTaskRetryCount: 3 })
  const { executionInfo } = await taskIs('t', 'completed')
  expect(executionInfo).toMatchObject({
    result: 'failure',
    retryCount: 0,
    failureInfo: { code: 'TaskEnded' }
  })
})

test('terminating a job kills its processes, and deleting it removes its folders', async () => {
  await open()
  await add('t', 'sleep 60')
  await taskIs('t', 'running')
  await service.ask('job.terminate', ['j'])
  expect((await taskIs('t', 'completed')).executionInfo.failureInfo.code).toBe('TaskEnded')
  await service.ask('job.deleteMethod', ['j'])
  await waitFor(
    () => service.ask('job.get', ['j']),
    ({ status }) => status === 404
  )
  await expect(
    readFile(join(machine.root, 'workitems', 'j', 'job-1', 't', 'stdout.txt'))
  ).rejects.toThrow('ENOENT')
})
