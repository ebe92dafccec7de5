import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { eventually } from '../support/azure.ts'
import { Scratch, until } from '../support/command.ts'
import { filesWith } from '../support/secrets.ts'
import { allOnce, inStorage, isOnNodes, POINTS, type Point, stepOf, Way } from './azure-points.ts'
import { azureWorld } from './azure-world.ts'
import { manyLines, rowsOf } from './folders.ts'

// Nodes take their time, so that one may be waiting for them.
const world = azureWorld({ allocationSeconds: 1 })

/** Expects a workspace to hold a row for each image, all of them read, and no secret. */
function expectAllRead({ work, folder }: Scratch, images: number): void {
  const rows = rowsOf(join(work, 'ocr-results'))
  expect(rows.map(({ image }) => image)).toEqual(allOnce(images))
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['recognized']))
  for (const secret of [...world().azure.keys, 'sig='])
    expect(filesWith(secret, folder)).toEqual([])
}

/** Starts a step and kills it at a point. */
async function killedAt(
  point: Point,
  { job, inputs, id }: ReturnType<typeof stepOf>,
  more: Readonly<Record<string, string>> = {}
): Promise<void> {
  using way = new Way(world(), id)
  way.obstruct(point)
  const ending = { by: 'SIGKILL', when: () => way.has(point.reached) } as const
  const killed = await world().step(job, { ...inputs, ...more }, ending)
  expect(killed.signal).toBe('SIGKILL')
}

/** Looks until it is told to stop at how many jobs of a run are active at a time. */
function watch(id: string): { stop(): Promise<number> } {
  const { azure } = world()
  let [most, stopped] = [0, false]
  const watching = (async () => {
    while (!stopped) {
      most = Math.max(most, (await azure.active(id)).length)
      await pause(25)
    }
    return most
  })()
  return {
    stop: () => {
      stopped = true
      return watching
    }
  }
}

describe('a step that is killed is taken up by the same step elsewhere, all rows once, never two jobs at a time', () => {
  test.each(Object.entries(POINTS).map(([name, point], index) => ({ name, point, index })))(
    '$name',
    async ({ point, index }) => {
      const { scratch, step, nothingRemains } = world()
      using other = new Scratch()
      for (const place of [scratch, other]) manyLines(place, 'images', point.images)
      const killed = stepOf(4850 + index, world(), scratch)
      const jobs = watch(killed.id)
      await killedAt(point, killed)
      const again = await step({ ...killed.job, scratch: other }, killed.inputs)
      expect(await jobs.stop()).toBe(1)
      expect(again.code).toBe(0)
      expectAllRead(other, point.images)
      await nothingRemains()
    }
  )

  test('where all its tasks end meanwhile, too', async () => {
    const { azure, scratch, step, nothingRemains } = world()
    using other = new Scratch()
    for (const place of [scratch, other]) manyLines(place, 'images', 20)
    const killed = stepOf(4880, world(), scratch)
    await killedAt({ images: 20, obstacle: null, reached: isOnNodes }, killed)
    const goingUp = inStorage('PUT', '/in/')
    using way = new Way(world(), killed.id)
    way.obstruct(goingUp)
    const again = step({ ...killed.job, scratch: other }, killed.inputs)
    await until('the step sends its images again', () => way.has(goingUp.reached))
    const active = () => azure.active(killed.id)
    await eventually('the job has ended', active, (jobs) => jobs.length === 0)
    way.clear()
    expect((await again).code).toBe(0)
    expectAllRead(other, 20)
    await nothingRemains()
  })
})

test('what a killed submission has on Azure is removed by its post', async () => {
  const { scratch, step, post, nothingRemains } = world()
  manyLines(scratch, 'images', 4)
  const { job, inputs, id } = stepOf(4881, world(), scratch)
  const goingUp = inStorage('PUT', '/in/')
  using way = new Way(world(), id)
  way.obstruct(goingUp)
  const leaving = { ...inputs, wait: 'false' }
  const when = () => way.has(goingUp.reached)
  const killed = await step(job, leaving, { by: 'SIGKILL', when })
  expect(killed.signal).toBe('SIGKILL')
  way.clear()
  expect((await post(job, killed, leaving)).code).toBe(0)
  await nothingRemains()
})

test('whatever a killed step leaves stops by itself; the same step replaces it, and a sweep removes the rest', async () => {
  const { azure, scratch, step, run, nothingRemains } = world()
  const limit = { 'job-timeout': '0.3' }
  const points = Object.entries(POINTS)
  for (const [index, [, point]] of points.entries()) {
    using place = new Scratch()
    manyLines(place, 'images', point.images)
    await killedAt(point, stepOf(4900 + index, world(), place), limit)
  }
  await eventually('no job is active', azure.active, (active) => active.length === 0)

  const adding = points.findIndex(([name]) => name === 'while its tasks are added')
  manyLines(scratch, 'images', 4)
  const { job, inputs, id } = stepOf(4900 + adding, world(), scratch)
  const [ended] = await azure.seen.service.jobs(id, new AbortController().signal)
  expect(ended).toMatchObject({ state: 'completed', terminateReason: 'MaxWallClockTimeExpiry' })
  expect((await step(job, { ...inputs, ...limit })).code).toBe(0)
  expectAllRead(scratch, 4)

  const swept = await run('sweep', '--older-than', '0', '--json')
  expect(swept.code).toBe(0)
  const { jobs, containers } = JSON.parse(swept.stdout)
  expect(jobs.length).toBeGreaterThan(3)
  expect(containers).toHaveLength(points.length - 1)
  await nothingRemains()
}, 120_000)
