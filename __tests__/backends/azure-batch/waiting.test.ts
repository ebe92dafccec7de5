import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { oneLine } from '../../e2e/folders.ts'
import { Scratch } from '../../support/command.ts'
import { liveAccount, onward } from './live-account.ts'
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
  const notes = events.flatMap((event) => (event.kind === 'told' ? [event.sentence] : []))
  expect(notes).toEqual([
    expect.stringMatching(
      /^Azure is getting the nodes of the pool batch-ocr-run-\S+: 0 of 2 so far\. That mostly takes some minutes\.$/
    )
  ])
  const standings = events.flatMap((event) => (event.kind === 'standing' ? [event.standing] : []))
  expect(standings).toContainEqual({ nodes: {}, tasks: { waiting: 1, running: 0, ended: 0 } })
  expect(standings.at(-1)).toMatchObject({ tasks: { ended: 1 } })
})
