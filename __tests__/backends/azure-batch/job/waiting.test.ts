import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { AzureAccount } from '../../../../src/backends/azure-batch/account.ts'
import { oneLine } from '../../../e2e/folders.ts'
import { Scratch } from '../../../support/command.ts'
import { liveAccount, onward } from '../live-account.ts'
import { backend, orderOf, toTheEnd } from './runs.ts'

const live = liveAccount({ allocationSeconds: 1 })
let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => scratch[Symbol.dispose]())

test('whoever waits for nodes is told once that Azure is getting them, and that is no warning', async () => {
  oneLine(scratch, 'images/a.png')
  const job = await backend(live()).start(await orderOf(scratch, 1), onward)
  const { events, told } = await toTheEnd(job)
  expect(told).toEqual([])
  const notes = events.flatMap((event) => (event.kind === 'message' ? [event.sentence] : []))
  expect(notes).toEqual([
    expect.stringMatching(
      /^Azure is getting the nodes of the pool batch-ocr-run-\S+: 0 of 2 so far\. That mostly takes some minutes\.$/
    )
  ])
  const standings = events.flatMap((event) => (event.kind === 'status' ? [event.status] : []))
  expect(standings).toContainEqual({ nodes: {}, tasks: { waiting: 1, running: 0, ended: 0 } })
  expect(standings.at(-1)).toMatchObject({ tasks: { ended: 1 } })
})

test('the last status of a job counts its tasks as ended, though the counts of the service lag behind', async () => {
  oneLine(scratch, 'images/a.png')
  const account = withCountsThatStand(live())
  const { events } = await toTheEnd(await backend(account).start(await orderOf(scratch, 1), onward))
  const standings = events.flatMap((event) => (event.kind === 'status' ? [event.status.tasks] : []))
  expect(standings).toEqual([
    { waiting: 1, running: 0, ended: 0 },
    { waiting: 0, running: 0, ended: 1 }
  ])
})

/** The account with a service that tells for ever that one task waits. */
const withCountsThatStand = (account: AzureAccount): AzureAccount => ({
  ...account,
  service: {
    ...account.service,
    taskCounts: async () => ({ active: 1, running: 0, succeeded: 0, failed: 0 }),
    nodeCounts: async () => null
  }
})
