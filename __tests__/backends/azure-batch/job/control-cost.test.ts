import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { AzureAccount } from '../../../../src/backends/azure-batch/account.ts'
import { openBatchService } from '../../../../src/backends/azure-batch/client/open-batch-service.ts'
import type { JobOrder } from '../../../../src/backends/backend.ts'
import { manyLines } from '../../../e2e/folders.ts'
import { Scratch } from '../../../support/command.ts'
import { type RecordingProxy, startProxy } from '../client/recording-proxy.ts'
import { API_VERSION, liveAccount, onward } from '../live-account.ts'
import { backend, orderOf, pool, toTheEnd } from './runs.ts'

/** What a run costs the service: how many calls, whatever the number of tasks. */

const live = liveAccount()
let scratch: Scratch
let batch: RecordingProxy
beforeEach(async () => {
  scratch = new Scratch()
  batch = await startProxy(live().emulator.endpoint)
})
afterEach(async () => {
  await batch.close()
  scratch[Symbol.dispose]()
})

/** The account, with all that is asked of Batch written down. */
const watched = (): AzureAccount => ({
  ...live(),
  service: openBatchService({
    endpoint: batch.url,
    credential: {
      kind: 'shared-key',
      account: live().emulator.account,
      key: live().emulator.key
    },
    apiVersion: API_VERSION
  })
})

/** Calls by what they ask for, with a star for the one job or pool. */
function calls(): Record<string, number> {
  const counted: Record<string, number> = {}
  for (const { method, path } of batch.sent) {
    const kind = `${method} ${path.replace(/^\/(jobs|pools)\/[^/]+/, '/$1/*')}`
    counted[kind] = (counted[kind] ?? 0) + 1
  }
  return counted
}

const orderOfTasks = async (tasks: number): Promise<JobOrder> => {
  manyLines(scratch, 'images', tasks, 1)
  return orderOf(scratch, tasks)
}

test('a run of 120 tasks is added in two calls, followed in two calls a look, and its results are never asked of Batch', async () => {
  const order = await orderOfTasks(120)
  const job = await backend(watched(), {
    chosen: pool({ dedicated: 4 }, 4),
    pace: { least: 300, most: 600 }
  }).start(order, onward)
  expect(calls()['POST /jobs/*/addtaskcollection']).toBe(2)
  batch.sent.length = 0
  const { rows, events } = await toTheEnd(job)
  expect(rows).toHaveLength(120)
  const counted = calls()
  const looks = counted['GET /jobs/*/taskcounts'] ?? 0
  expect(looks).toBeGreaterThan(2)
  expect(events.filter(({ kind }) => kind === 'status').length).toBeLessThanOrEqual(looks)
  expect(counted['GET /nodecounts'] ?? 0).toBeLessThanOrEqual(looks)
  // Beside them: the job's pool is looked up until it is known and has its nodes, the end is confirmed by a list.
  expect(counted['GET /jobs/*/tasks']).toBeLessThanOrEqual(3)
  const beside = Object.entries(counted)
    .filter(([kind]) => !/taskcounts|nodecounts/.test(kind))
    .reduce((sum, [, number]) => sum + number, 0)
  expect(beside).toBeLessThan(40)
  expect(Object.keys(counted).filter((kind) => kind.includes('/files'))).toEqual([])
}, 120_000)
