import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { blobsOf, containerWith, QUICKLY, sasOf } from '../../../../emulator/walkthrough/sdk.ts'
import { startAsUser, type UsersEmulator } from '../../../../emulator/walkthrough/support.ts'
import { openBatchService } from '../../../../src/backends/azure-batch/client/open-batch-service.ts'
import { noAbort } from '../calls.ts'
import { API_VERSIONS, jobOf, poolOf, taskOf } from './accounts.ts'
import { pollUntil } from './poll-until.ts'

/** Resource files and output files of tasks, with Azurite as the storage account. */

let emulator: UsersEmulator
beforeAll(async () => {
  emulator = await startAsUser(...QUICKLY)
})
afterAll(() => emulator.stop())

test.each(API_VERSIONS)(
  '%s: A task finds its resource file, its output file is uploaded, and so are the logs of a failed task',
  async (apiVersion) => {
    const { endpoint, account, key } = emulator.batch
    const service = openBatchService({
      ...{ endpoint, apiVersion, retryLimit: 10_000 },
      credential: { kind: 'shared-key', account, key }
    })
    const id = `files-${API_VERSIONS.indexOf(apiVersion)}`
    const container = await containerWith(emulator, id, { 'in/1.txt': 'a line\n' })
    await service.addPool(poolOf(id), noAbort)
    await service.addJob(jobOf(id), noAbort)
    const url = await sasOf(container, 'r', 'in/1.txt')
    const containerUrl = await sasOf(container, 'cw')
    const copying = (task: string, exit: number) =>
      taskOf(task, {
        commandLine: `/bin/sh -c "cat input/one.txt > out.txt; echo done; exit ${exit}"`,
        resourceFiles: [{ url, path: 'input/one.txt', identity: null }],
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
    const withoutBlob = taskOf('without-blob', {
      resourceFiles: [{ url: url.replace('1.txt', '2.txt'), path: 'input/two.txt', identity: null }]
    })
    await service.addTasks(id, [copying('good', 0), copying('bad', 1), withoutBlob], noAbort)
    const tasks = await pollUntil(
      () => service.tasks(id, 'all', noAbort),
      (all) => all.every(({ state }) => state === 'completed')
    )
    expect(await blobsOf(container)).toEqual({
      'in/1.txt': 'a line\n',
      ...{ 'good.txt': 'a line\n', 'bad.txt': 'a line\n' },
      ...{ 'logs/bad/stdout.txt': 'done\n', 'logs/bad/stderr.txt': '' }
    })
    const failure = tasks.find((task) => task.id === 'without-blob')?.failure
    expect(failure?.category).toBe('usererror')
    expect(failure?.code).toMatch(/^Blob/)
    // The service repeats the URL that it could not read: its signature must not be logged.
    expect(JSON.stringify(failure)).not.toMatch(/sig=[^…]/)
  }
)
