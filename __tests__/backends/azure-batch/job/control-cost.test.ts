import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals'
import type { AzureAccount } from '../../../../src/backends/azure-batch/account.ts'
import { openBatchService } from '../../../../src/backends/azure-batch/client/open-batch-service.ts'
import { manyLines } from '../../../e2e/folders.ts'
import { Scratch } from '../../../support/command.ts'
import { type RecordingProxy, startProxy } from '../client/recording-proxy.ts'
import { API_VERSION, liveAccount, onward } from '../live-account.ts'
import { cannedResults } from './canned.ts'
import { backend, orderOf, pool, toTheEnd } from './runs.ts'

const programs = mkdtempSync(join(tmpdir(), 'programs-'))
afterAll(() => rmSync(programs, { recursive: true }))

const live = liveAccount({}, programs)
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

/** The account, with all requests to Batch recorded. */
const recorded = (): AzureAccount => ({
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

/** Number of calls by method and path, with a star for the one job or pool. */
function calls(): Record<string, number> {
  const counted: Record<string, number> = {}
  for (const { method, path } of batch.sent) {
    const kind = `${method} ${path.replace(/^\/(jobs|pools)\/[^/]+/, '/$1/*')}`
    counted[kind] = (counted[kind] ?? 0) + 1
  }
  return counted
}

/** Puts a program in the place of Node.js on the nodes: a hundred starts of it would only cost time. */
const replaceNode = (archives: string): void =>
  writeFileSync(
    join(programs, 'node'),
    `#!/bin/sh
sleep 0.3
cp "${archives}/$AZ_BATCH_TASK_ID.tar" results.tar
`,
    { mode: 0o755 }
  )

test('a run of 101 tasks is added in two calls and polled in two, and its results are not requested from Batch', async () => {
  manyLines(scratch, 'images', 101, 1)
  const order = await orderOf(scratch, 101)
  replaceNode(await cannedResults(scratch, order))
  const job = await backend(recorded(), {
    chosen: pool({ dedicated: 4 }, 4),
    pollInterval: { min: 300, max: 600 }
  }).start(order, onward)
  expect(calls()['POST /jobs/*/addtaskcollection']).toBe(2)
  batch.sent.length = 0
  const { rows, events } = await toTheEnd(job)
  expect(rows).toHaveLength(101)
  const counted = calls()
  const polls = counted['GET /jobs/*/taskcounts'] ?? 0
  expect(polls).toBeGreaterThan(2)
  expect(events.filter(({ kind }) => kind === 'status').length).toBeLessThanOrEqual(polls)
  // At most one call per poll, while the pool of the job is not yet known, or has not all of its nodes.
  for (const call of ['GET /nodecounts', 'GET /jobs/*', 'GET /pools/*'])
    expect(counted[call] ?? 0).toBeLessThanOrEqual(polls)
  // A list of unfinished tasks confirms the end.
  expect(counted['GET /jobs/*/tasks']).toBeLessThanOrEqual(3)
  const others = Object.entries(counted)
    .filter(([call]) => !/taskcounts|nodecounts|^GET \/(jobs|pools)\/\*$/.test(call))
    .reduce((sum, [, number]) => sum + number, 0)
  expect(others).toBeLessThan(15)
  expect(Object.keys(counted).filter((call) => call.includes('/files'))).toEqual([])
}, 180_000)
