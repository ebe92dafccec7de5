import { describe, expect, test } from '@jest/globals'
import {
  allOnce,
  inStorage,
  isAdding,
  isFollowing,
  isOnNodes,
  OF_COMMANDS,
  OPTIONS,
  POINTS,
  stepOf,
  Way
} from './azure-points.ts'
import { azureWorld } from './azure-world.ts'
import { manyLines, rowsOf } from './folders.ts'

// Nodes take their time, so that one may be waiting for them.
const world = azureWorld({ allocationSeconds: 1 })

const rowsHere = () => rowsOf(world().results).map(({ image }) => image)

describe.each(Object.entries(POINTS).map(([name, point], index) => ({ name, point, index })))(
  '$name',
  ({ point, index }) => {
    test('a command that is interrupted asks its job to stop within five seconds, ends with 130 and leaves nothing', async () => {
      const { azure, scratch, start, hear, nothingRemains } = world()
      manyLines(scratch, 'images', point.images)
      using way = new Way(world(), OF_COMMANDS)
      way.obstruct(point)
      const running = start(['run', ...OPTIONS])
      await running.until('the run has come so far', () => way.has(point.reached))
      running.kill('SIGINT')
      const ended = hear(await running.ended)
      expect(await azure.active()).toEqual([])
      expect(ended.code).toBe(130)
      expect(way.askedAfter).toBeLessThan(5000)
      expect(way.secondsSince).toBeLessThan(10)
      expect(ended.stdout).toMatch(new RegExp(`^Cancelled\\. ${point.images} images: `))
      expect(rowsHere()).toEqual(allOnce(point.images))
      expect(scratch.leftovers().filter((name) => name.startsWith('batch-ocr-'))).toEqual([])
      way.clear()
      await nothingRemains()
    })

    test('a step that is cancelled is not green, and after its post nothing is left', async () => {
      const { azure, scratch, step, post, nothingRemains } = world()
      manyLines(scratch, 'images', point.images)
      const { job, inputs, id } = stepOf(4800 + index, world(), scratch)
      using way = new Way(world(), id)
      way.obstruct(point)
      const ended = await step(job, inputs, { by: 'cancel', when: () => way.has(point.reached) })
      expect(await azure.active()).toEqual([])
      expect(ended.code).toBe(130)
      expect(way.askedAfter).toBeLessThan(5000)
      way.clear()
      expect((await post(job, ended, inputs)).code).toBe(0)
      expect(rowsHere()).toEqual(allOnce(point.images))
      await nothingRemains()
    })
  }
)

test('a job that the service adds only after its command was interrupted is ended all the same', async () => {
  const { azure, scratch, start, hear, nothingRemains } = world()
  manyLines(scratch, 'images', 4)
  const only = { operation: 'job.add', jobId: `${OF_COMMANDS}*` }
  azure.emulator.faults.set({ kind: 'slow', seconds: 1.5, only })
  using way = new Way(world(), OF_COMMANDS)
  const running = start(['run', ...OPTIONS])
  await running.until('its job is asked for', () => way.has(isAdding))
  running.kill('SIGINT')
  expect(hear(await running.ended).code).toBe(130)
  expect(await azure.active()).toEqual([])
  expect(way.askedAfter).toBeGreaterThan(1000)
  expect(way.askedAfter).toBeLessThan(5000)
  await nothingRemains()
})

test('a run that is interrupted while it removes what it had ends soon, and tells what is left', async () => {
  const { azure, scratch, start, hear, nothingRemains } = world()
  manyLines(scratch, 'images', 4)
  const tidying = inStorage('DELETE', '$')
  using way = new Way(world(), OF_COMMANDS)
  way.obstruct(tidying)
  const running = start(['run', ...OPTIONS])
  await running.until('it removes its container', () => way.has(tidying.reached))
  running.kill('SIGINT')
  const ended = hear(await running.ended)
  expect(way.secondsSince).toBeLessThan(10)
  expect(ended.code).toBe(130)
  expect(ended.stderr).toMatch(/^Warning: Not all of batch-ocr-\S+ could be removed from Azure/m)
  expect(rowsHere()).toEqual(allOnce(4))
  expect(await azure.active()).toEqual([])
  way.clear()
  expect((await world().run('sweep', '--older-than', '0')).code).toBe(0)
  await nothingRemains()
})

test('collecting that is interrupted ends with 130, and the run goes on for whoever collects it next', async () => {
  const { azure, scratch, start, run, hear, nothingRemains } = world()
  manyLines(scratch, 'images', 20)
  expect(
    (await run('submit', ...OPTIONS.filter((word) => !/backend|azure-batch/.test(word)))).code
  ).toBe(0)
  const byHandle = (command: string) =>
    start([command, 'ocr-results/handle.json'], { accounts: false })
  using way = new Way(world(), OF_COMMANDS)
  const running = byHandle('collect')
  await running.until('it follows the job', () => way.has(isFollowing))
  running.kill('SIGINT')
  expect(hear(await running.ended).code).toBe(130)
  expect(way.askedAfter).toBeNull()
  const { jobs, containers } = await azure.remains()
  expect([jobs.length, containers.length]).toEqual([1, 1])
  expect(hear(await byHandle('collect').ended).code).toBe(0)
  expect(rowsHere()).toEqual(allOnce(20))
  expect(hear(await byHandle('cancel').ended).code).toBe(0)
  await nothingRemains()
})

test('where nothing answers any more the runner kills the step, and post removes what it had', async () => {
  const { scratch, step, post, nothingRemains } = world()
  manyLines(scratch, 'images', 60)
  const { job, inputs, id } = stepOf(4890, world(), scratch)
  using way = new Way(world(), id)
  const silenced = () => {
    if (!way.has(isOnNodes)) return false
    way.silence()
    return true
  }
  const ended = await step(job, inputs, { by: 'cancel', when: silenced })
  expect(ended.code).not.toBe(0)
  expect(way.askedAfter).toBeLessThan(5000)
  way.clear()
  expect((await post(job, ended, inputs)).code).toBe(0)
  await nothingRemains()
})
