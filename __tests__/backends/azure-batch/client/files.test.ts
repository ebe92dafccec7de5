import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { blobsOf, containerWith, QUICKLY, sasOf } from '../../../../emulator/walkthrough/sdk.ts'
import { startAsUser, type UsersEmulator } from '../../../../emulator/walkthrough/support.ts'
import { openBatchService } from '../../../../src/backends/azure-batch/client/open-batch-service.ts'
import { API_VERSIONS, jobOf, onward, poolOf, taskOf } from './accounts.ts'
import { when } from './when.ts'

/** Blobs that come to tasks and go from them, with Azurite beside the emulator. */

let emulator: UsersEmulator
beforeAll(async () => {
  emulator = await startAsUser(...QUICKLY)
})
afterAll(() => emulator.stop())

test.each(API_VERSIONS)(
  'At %s a task finds its blob, and what it wrote becomes one; its logs only where it failed',
  async (apiVersion) => {
    const { endpoint, account, key } = emulator.batch
    const service = openBatchService({
      ...{ endpoint, apiVersion, patience: 10_000 },
      credential: { kind: 'shared-key', account, key }
    })
    const id = `files-${API_VERSIONS.indexOf(apiVersion)}`
    const container = await containerWith(emulator, id, { 'in/1.txt': 'a line\n' })
    await service.addPool(poolOf(id), onward)
    await service.addJob(jobOf(id), onward)
    const url = await sasOf(container, 'r', 'in/1.txt')
    const containerUrl = await sasOf(container, 'cw')
    const copying = (task: string, exit: number) =>
      taskOf(task, {
        commandLine: `/bin/sh -c "cat given/one.txt > out.txt; echo said; exit ${exit}"`,
        resourceFiles: [{ url, path: 'given/one.txt', identity: null }],
        outputFiles: [
          { pattern: 'out.txt', containerUrl, path: `${task}.txt`, identity: null, when: 'ended' },
          {
            pattern: '../std*.txt',
            containerUrl,
            path: `logs/${task}`,
            identity: null,
            when: 'failed'
          }
        ]
      })
    const lacking = taskOf('lacking', {
      resourceFiles: [{ url: url.replace('1.txt', '2.txt'), path: 'given/two.txt', identity: null }]
    })
    await service.addTasks(id, [copying('good', 0), copying('bad', 1), lacking], onward)
    const tasks = await when(
      () => service.tasks(id, 'all', onward),
      (all) => all.every(({ state }) => state === 'completed')
    )
    expect(await blobsOf(container)).toEqual({
      'in/1.txt': 'a line\n',
      ...{ 'good.txt': 'a line\n', 'bad.txt': 'a line\n' },
      ...{ 'logs/bad/stdout.txt': 'said\n', 'logs/bad/stderr.txt': '' }
    })
    const failure = tasks.find((task) => task.id === 'lacking')?.failure
    expect(failure?.category).toBe('usererror')
    expect(failure?.code).toMatch(/^Blob/)
    // The service repeats the address that it could not read; the rights in it are nobody's business.
    expect(JSON.stringify(failure)).not.toMatch(/sig=[^…]/)
  }
)
