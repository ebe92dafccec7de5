import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { eventually } from '../support/azure.ts'
import { Scratch } from '../support/command.ts'
import { until } from '../support/poll.ts'
import { filesWith } from '../support/secrets.ts'
import { inStorage, ON_NODES, POINTS, type Point, stepOf, Way } from './azure-points.ts'
import { azureWorld } from './azure-world.ts'
import { linePaths, manyLines, rowsOf } from './folders.ts'

// Nodes start slowly, so that a run can be killed while it waits for them.
const world = azureWorld({ allocationSeconds: 1 }, 'scripted')

/** Expects a workspace to have a row for each image, all of them recognized, and no secret. */
function expectAllRead({ work, folder }: Scratch, images: number): void {
  const rows = rowsOf(join(work, 'ocr-results'))
  expect(rows.map(({ image }) => image)).toEqual(linePaths('images', images))
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

/** Observes, at every answer of the Batch service, the highest number of active jobs of a run. */
function watch(id: string): { stop(): Promise<number> } {
  const { azure } = world()
  const counts: Promise<number>[] = []
  const { release } = azure.batch.hold('answer', () => {
    counts.push(azure.active(id).then(({ length }) => length))
    return false
  })
  return {
    stop: async () => {
      release()
      return Math.max(...(await Promise.all(counts)))
    }
  }
}

describe('A step that is killed is continued by the same step elsewhere, with all rows once, and never with two jobs at a time:', () => {
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

  test('When all its tasks end in the meantime', async () => {
    const { azure, scratch, step, nothingRemains } = world()
    using other = new Scratch()
    const { images } = ON_NODES
    for (const place of [scratch, other]) manyLines(place, 'images', images)
    const killed = stepOf(4880, world(), scratch)
    using nodes = new Way(world(), killed.id)
    nodes.obstruct(ON_NODES)
    const when = () => nodes.has(ON_NODES.reached)
    const first = await step(killed.job, killed.inputs, { by: 'SIGKILL', when })
    expect(first.signal).toBe('SIGKILL')
    const uploading = inStorage('PUT', '/in/')
    using way = new Way(world(), killed.id)
    way.obstruct(uploading)
    const again = step({ ...killed.job, scratch: other }, killed.inputs)
    await until(() => way.has(uploading.reached), 'the second upload of the images')
    nodes.clear()
    const active = () => azure.active(killed.id)
    await eventually('the job has ended', active, (jobs) => jobs.length === 0)
    way.clear()
    expect((await again).code).toBe(0)
    expectAllRead(other, images)
    await nothingRemains()
  })
})

test('The resources of a killed submission are removed by its post', async () => {
  const { scratch, step, post, nothingRemains } = world()
  manyLines(scratch, 'images', 4)
  const { job, inputs, id } = stepOf(4881, world(), scratch)
  const uploading = inStorage('PUT', '/in/')
  using way = new Way(world(), id)
  way.obstruct(uploading)
  const leaving = { ...inputs, wait: 'false' }
  const when = () => way.has(uploading.reached)
  const killed = await step(job, leaving, { by: 'SIGKILL', when })
  expect(killed.signal).toBe('SIGKILL')
  way.clear()
  expect((await post(job, killed, leaving)).code).toBe(0)
  await nothingRemains()
})

test('The job of a killed step ends by its time limit, the same step replaces it, and a sweep removes the rest', async () => {
  const { azure, scratch, step, run, nothingRemains } = world()
  const limit = { 'job-timeout': '0.3' }
  const points = Object.entries(POINTS)
  for (const [index, [, point]] of points.entries()) {
    using place = new Scratch()
    manyLines(place, 'images', point.images)
    await killedAt(point, stepOf(4900 + index, world(), place), limit)
  }
  await eventually('no job is active', azure.active, (active) => active.length === 0, 500)

  const adding = points.findIndex(([name]) => name === 'While its tasks are added')
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
