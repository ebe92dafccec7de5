import { describe, expect, test } from '@jest/globals'
import {
  inStorage,
  isAdding,
  isFollowing,
  OF_COMMANDS,
  ON_NODES,
  OPTIONS,
  POINTS,
  stepOf,
  Way
} from './azure-points.ts'
import { azureWorld } from './azure-world.ts'
import { linePaths, manyLines, rowsOf } from './folders.ts'

// Nodes start slowly, so that a run can be cancelled while it waits for them.
const world = azureWorld({ allocationSeconds: 1 }, 'scripted')

const rowsHere = () => rowsOf(world().results).map(({ image }) => image)

describe.each(Object.entries(POINTS).map(([name, point], index) => ({ name, point, index })))(
  '$name',
  ({ point, index }) => {
    test('a command that is interrupted terminates its job within five seconds, ends with exit code 130, and leaves nothing', async () => {
      const { azure, scratch, start, hear, nothingRemains } = world()
      manyLines(scratch, 'images', point.images)
      using way = new Way(world(), OF_COMMANDS)
      way.obstruct(point)
      const running = start(['run', ...OPTIONS])
      await running.until('the run gets to this point', () => way.has(point.reached))
      running.kill('SIGINT')
      const ended = hear(await running.ended)
      expect(await azure.active()).toEqual([])
      expect(ended.code).toBe(130)
      expect(way.endRequestedAfter).toBeLessThan(5000)
      expect(ended.stdout).toMatch(new RegExp(`^Cancelled\\. ${point.images} images: `))
      expect(rowsHere()).toEqual(linePaths('images', point.images))
      expect(scratch.leftovers().filter((name) => name.startsWith('batch-ocr-'))).toEqual([])
      way.clear()
      await nothingRemains()
    })

    test('a step that is cancelled fails, and its post leaves nothing', async () => {
      const { azure, scratch, step, post, nothingRemains } = world()
      manyLines(scratch, 'images', point.images)
      const { job, inputs, id } = stepOf(4800 + index, world(), scratch)
      using way = new Way(world(), id)
      way.obstruct(point)
      const ended = await step(job, inputs, { by: 'cancel', when: () => way.has(point.reached) })
      expect(await azure.active()).toEqual([])
      expect(ended.code).toBe(130)
      expect(way.endRequestedAfter).toBeLessThan(5000)
      way.clear()
      expect((await post(job, ended, inputs)).code).toBe(0)
      expect(rowsHere()).toEqual(linePaths('images', point.images))
      await nothingRemains()
    })
  }
)

test('A job that the service adds after its command was interrupted is terminated', async () => {
  const { azure, scratch, start, hear, nothingRemains } = world()
  manyLines(scratch, 'images', 4)
  const only = { operation: 'job.add', jobId: `${OF_COMMANDS}*` }
  azure.emulator.faults.set({ kind: 'slow', seconds: 1.5, only })
  using way = new Way(world(), OF_COMMANDS)
  const running = start(['run', ...OPTIONS])
  await running.until('it requests its job', () => way.has(isAdding))
  running.kill('SIGINT')
  expect(hear(await running.ended).code).toBe(130)
  expect(await azure.active()).toEqual([])
  expect(way.endRequestedAfter).toBeGreaterThan(1000)
  await nothingRemains()
})

test('A run that is interrupted while it removes its resources ends without them, and warns about what is left', async () => {
  const { azure, scratch, start, hear, nothingRemains } = world()
  manyLines(scratch, 'images', 4)
  const tidying = inStorage('DELETE', '$')
  using way = new Way(world(), OF_COMMANDS)
  way.obstruct(tidying)
  const running = start(['run', ...OPTIONS])
  await running.until('it removes its container', () => way.has(tidying.reached))
  running.kill('SIGINT')
  const ended = hear(await running.ended)
  expect(ended.code).toBe(130)
  expect(ended.stderr).toMatch(/^Warning: Not all of batch-ocr-\S+ could be removed from Azure/m)
  expect(rowsHere()).toEqual(linePaths('images', 4))
  expect(await azure.active()).toEqual([])
  way.clear()
  expect((await world().run('sweep', '--older-than', '0')).code).toBe(0)
  await nothingRemains()
})

test('A collect that is interrupted ends with exit code 130, and the run can be collected later', async () => {
  const { azure, scratch, start, run, hear, nothingRemains } = world()
  manyLines(scratch, 'images', 8)
  const options = OPTIONS.filter((word) => !/backend|azure-batch/.test(word))
  const submitted = await run('submit', ...options)
  expect(submitted.code).toBe(0)
  expect(submitted.stdout).toMatch(
    /^To get the results: \S+ \S*dist\/cli\/index\.js collect ocr-results\/handle\.json$/m
  )
  const byHandle = (command: string) =>
    start([command, 'ocr-results/handle.json'], { accounts: false })
  using way = new Way(world(), OF_COMMANDS)
  way.obstruct(ON_NODES)
  const running = byHandle('collect')
  await running.until('it follows the job', () => way.has(isFollowing))
  running.kill('SIGINT')
  expect(hear(await running.ended).code).toBe(130)
  expect(way.endRequestedAfter).toBeNull()
  const { jobs, containers } = await azure.remains()
  expect([jobs.length, containers.length]).toEqual([1, 1])
  way.clear()
  expect(hear(await byHandle('collect').ended).code).toBe(0)
  expect(rowsHere()).toEqual(linePaths('images', 8))
  expect(hear(await byHandle('cancel').ended).code).toBe(0)
  await nothingRemains()
})

test('If Azure stops answering, the runner kills the step, and its post removes the resources', async () => {
  const { scratch, step, post, nothingRemains } = world()
  manyLines(scratch, 'images', ON_NODES.images)
  const { job, inputs, id } = stepOf(4890, world(), scratch)
  using way = new Way(world(), id)
  way.obstruct(ON_NODES)
  const silenced = () => {
    if (!way.has(ON_NODES.reached)) return false
    way.silence()
    return true
  }
  const ended = await step(job, inputs, { by: 'cancel', when: silenced })
  expect(ended.code).not.toBe(0)
  expect(way.endRequestedAfter).toBeLessThan(5000)
  way.clear()
  expect((await post(job, ended, inputs)).code).toBe(0)
  await nothingRemains()
})
