import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { AzureAccount } from '../../../../src/backends/azure-batch/account.ts'
import { oneLine } from '../../../e2e/folders.ts'
import { Scratch } from '../../../support/command.ts'
import { liveAccount, onward } from '../live-account.ts'
import { backend, orderOf, toTheEnd } from './runs.ts'

// Long enough for the job to be submitted and polled before its nodes are there.
const live = liveAccount({ allocationSeconds: 5 })
let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => scratch[Symbol.dispose]())

test('a run that waits for its nodes says so once, without a warning', async () => {
  oneLine(scratch, 'images/a.png')
  const job = await backend(live()).start(await orderOf(scratch, 1), onward)
  const { events, warnings } = await toTheEnd(job)
  expect(warnings).toEqual([])
  const notes = events.flatMap((event) => (event.kind === 'message' ? [event.sentence] : []))
  expect(notes).toEqual([
    expect.stringMatching(
      /^Azure is allocating the nodes of the pool batch-ocr-run-\S+: 0 of 2 so far\. This usually takes a few minutes\.$/
    )
  ])
  const statuses = events.flatMap((event) => (event.kind === 'status' ? [event.status] : []))
  expect(statuses).toContainEqual({ nodes: {}, tasks: { waiting: 1, running: 0, ended: 0 } })
  expect(statuses.at(-1)).toMatchObject({ tasks: { ended: 1 } })
})

test('the last status of a job counts all tasks as ended, even if the counts of the service lag behind', async () => {
  oneLine(scratch, 'images/a.png')
  const account = withStaleCounts(live())
  const { events } = await toTheEnd(await backend(account).start(await orderOf(scratch, 1), onward))
  const statuses = events.flatMap((event) => (event.kind === 'status' ? [event.status.tasks] : []))
  expect(statuses).toEqual([
    { waiting: 1, running: 0, ended: 0 },
    { waiting: 0, running: 0, ended: 1 }
  ])
})

/** The account with a service whose counts always show one waiting task. */
const withStaleCounts = (account: AzureAccount): AzureAccount => ({
  ...account,
  service: {
    ...account.service,
    taskCounts: async () => ({ active: 1, running: 0, succeeded: 0, failed: 0 }),
    nodeCounts: async () => null
  }
})
