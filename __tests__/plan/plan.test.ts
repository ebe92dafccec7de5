import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Header } from '../../src/images/header.ts'
import type { SourceImage } from '../../src/images/image.ts'
import { estimateSeconds } from '../../src/plan/cost.ts'
import { plan, shardOf } from '../../src/plan/plan.ts'

const image = (
  path: string,
  pixels: number,
  bytes: number,
  format: Header['format'] = 'png'
): SourceImage => ({
  path,
  file: `/images/${path}`,
  bytes,
  identity: 'sha256:0',
  header: {
    format,
    width: pixels,
    height: 1,
    pages: 1,
    pixels,
    orientation: 1,
    dpi: null,
    oddity: null
  },
  problem: null
})

const images = (most = 120) =>
  fc
    .array(
      fc.tuple(fc.integer({ min: 1, max: 60_000_000 }), fc.integer({ min: 1, max: 20_000_000 })),
      {
        maxLength: most
      }
    )
    .map((sizes) => sizes.map(([pixels, bytes], index) => image(`${index}.png`, pixels, bytes)))
const shuffledImages = images().chain((all) =>
  fc.shuffledSubarray(all, { minLength: all.length }).map((shuffled) => ({ all, shuffled }))
)
const slots = fc.integer({ min: 1, max: 32 })
const partitions = fc.oneof(fc.constant('auto' as const), fc.integer({ min: 1, max: 150 }))

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const costOf = (part: readonly SourceImage[]) => sum(part.map(estimateSeconds))
const paths = (part: readonly SourceImage[]) => part.map(({ path }) => path)
const EPSILON = 1e-6

describe('A plan', () => {
  test('has every image exactly once, and no empty task', () => {
    void fc.assert(
      fc.property(images(), slots, partitions, (all, slots, partitions) => {
        const planned = plan(all, { slots, partitions })
        expect(planned.partitions.flatMap((part) => paths(part.images)).sort()).toEqual(
          paths(all).sort()
        )
        expect(planned.partitions.every((part) => part.images.length > 0)).toBe(true)
        expect(new Set(planned.partitions.map(({ task }) => task)).size).toBe(
          planned.partitions.length
        )
      })
    )
  })

  test('is the same for the same images in any order', () => {
    void fc.assert(
      fc.property(shuffledImages, slots, partitions, ({ all, shuffled }, slots, partitions) => {
        expect(plan(shuffled, { slots, partitions })).toEqual(plan(all, { slots, partitions }))
      })
    )
  })

  test('starts its longest tasks first, and each with its most expensive image', () => {
    void fc.assert(
      fc.property(images(), slots, partitions, (all, slots, partitions) => {
        const planned = plan(all, { slots, partitions }).partitions
        const decreases = (costs: readonly number[]) =>
          costs.every(
            (cost, index) => index === 0 || cost <= (costs[index - 1] as number) + EPSILON
          )
        expect(decreases(planned.map(({ estimatedSeconds }) => estimatedSeconds))).toBe(true)
        expect(planned.every((part) => decreases(part.images.map(estimateSeconds)))).toBe(true)
      })
    )
  })

  test('adds up its bytes and seconds, and estimates a possible wall time', () => {
    void fc.assert(
      fc.property(images(), slots, partitions, (all, slots, partitions) => {
        const planned = plan(all, { slots, partitions })
        expect(sum(planned.partitions.map(({ bytes }) => bytes))).toBe(
          sum(all.map(({ bytes }) => bytes))
        )
        expect(planned.estimatedSeconds).toBeCloseTo(costOf(all), 4)
        const longest = Math.max(
          0,
          ...planned.partitions.map(({ estimatedSeconds }) => estimatedSeconds)
        )
        const least = Math.max(planned.estimatedSeconds / slots, longest)
        expect(planned.estimatedWallSeconds).toBeGreaterThanOrEqual(least - EPSILON)
        expect(planned.estimatedWallSeconds).toBeLessThanOrEqual(planned.estimatedSeconds + EPSILON)
      })
    )
  })

  test('with a given number of partitions has that many, of balanced cost', () => {
    void fc.assert(
      fc.property(images(), fc.integer({ min: 1, max: 40 }), (all, count) => {
        const planned = plan(all, { slots: 2, partitions: count }).partitions
        expect(planned).toHaveLength(Math.min(count, all.length))
        const ideal = costOf(all) / count
        const largest = Math.max(0, ...all.map(estimateSeconds))
        const most = Math.max(0, ...planned.map(({ estimatedSeconds }) => estimatedSeconds))
        expect(most).toBeLessThanOrEqual((4 / 3) * ideal + largest + EPSILON)
      })
    )
  })

  test('with `auto` partitions has more tasks than slots, and small ones at the end', () => {
    void fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 16 }),
        fc.integer({ min: 0, max: 1000 }),
        (slots, seed) => {
          const all = Array.from({ length: 40 * slots }, (_, index) =>
            image(`${index}.png`, 1_000_000 + ((index * 7919 + seed) % 5_000_000), 300_000)
          )
          const planned = plan(all, { slots, partitions: 'auto' })
          expect(planned.partitions.length).toBeGreaterThan(2 * slots)
          const fair = planned.estimatedSeconds / slots
          for (const { estimatedSeconds } of planned.partitions.slice(-slots))
            expect(estimatedSeconds).toBeLessThanOrEqual(fair / 4)
          expect(planned.estimatedWallSeconds).toBeLessThanOrEqual(1.1 * fair + 2)
        }
      ),
      { numRuns: 30 }
    )
  })

  test('with `auto` partitions takes no longer than its one huge image', () => {
    const all = [
      image('huge.png', 100_000_000, 1_000_000),
      ...Array.from({ length: 50 }, (_, i) => image(`${i}.png`, 1e6, 1e5))
    ]
    const planned = plan(all, { slots: 4, partitions: 'auto' })
    expect(planned.partitions[0]?.images.map(({ path }) => path)).toEqual(['huge.png'])
    expect(planned.estimatedWallSeconds).toBeCloseTo(estimateSeconds(all[0] as SourceImage), 1)
  })

  test('without images has no tasks', () => {
    expect(plan([], { slots: 4, partitions: 'auto' })).toMatchObject({
      partitions: [],
      estimatedWallSeconds: 0
    })
    expect(plan([], { slots: 4, partitions: 7 }).partitions).toEqual([])
  })

  test('numbers its tasks in the order in which they start', () => {
    const all = Array.from({ length: 30 }, (_, index) => image(`${index}.png`, 1e6, 1e5))
    const names = plan(all, { slots: 2, partitions: 30, prefix: 'shard-2-' }).partitions.map(
      ({ task }) => task
    )
    expect(names[0]).toBe('shard-2-task-0001')
    expect([...names].sort()).toEqual(names)
  })
})

describe('The shards of a run', () => {
  test('have every image exactly once, in whatever order a runner finds them', () => {
    void fc.assert(
      fc.property(shuffledImages, fc.integer({ min: 1, max: 12 }), ({ all, shuffled }, count) => {
        const parts = Array.from({ length: count }, (_, index) =>
          shardOf(index % 2 ? shuffled : all, { index: index + 1, count })
        )
        expect(parts.flatMap(paths).sort()).toEqual(paths(all).sort())
      })
    )
  })

  test('have balanced cost', () => {
    void fc.assert(
      fc.property(images(), fc.integer({ min: 1, max: 12 }), (all, count) => {
        const ideal = costOf(all) / count
        const largest = Math.max(0, ...all.map(estimateSeconds))
        for (let index = 1; index <= count; index++)
          expect(costOf(shardOf(all, { index, count }))).toBeLessThanOrEqual(
            (4 / 3) * ideal + largest + EPSILON
          )
      })
    )
  })

  test('are the same on machines with different numbers of slots', () => {
    void fc.assert(
      fc.property(images(40), slots, slots, (all, one, other) => {
        const part = shardOf(all, { index: 1, count: 3 })
        const read = (slots: number) =>
          plan(part, { slots, partitions: 'auto' })
            .partitions.flatMap((partition) => paths(partition.images))
            .sort()
        expect(read(one)).toEqual(read(other))
      })
    )
  })

  test('are sorted by path and can be empty', () => {
    const all = ['b.png', 'a.png'].map((path) => image(path, 1e6, 1e5))
    expect(shardOf(all, { index: 3, count: 3 })).toEqual([])
    expect(paths(shardOf([...all, image('c.png', 5e6, 1e5)], { index: 2, count: 2 }))).toEqual([
      'a.png',
      'b.png'
    ])
  })

  test('share the images that will not be read evenly', () => {
    const refused = Array.from({ length: 30 }, (_, index) => ({
      ...image(`${index}.png`, 1, 1),
      header: null
    }))
    const counts = [1, 2, 3].map((index) => shardOf(refused, { index, count: 3 }).length)
    expect(counts).toEqual([10, 10, 10])
  })
})

describe('The cost of an image', () => {
  test('grows with its pixels and bytes', () => {
    void fc.assert(
      fc.property(
        fc.nat(1e8),
        fc.nat(1e8),
        fc.nat(1e8),
        fc.nat(1e8),
        (pixels, bytes, morePixels, moreBytes) => {
          const less = estimateSeconds(image('a', pixels, bytes))
          expect(
            estimateSeconds(image('b', pixels + morePixels, bytes + moreBytes))
          ).toBeGreaterThanOrEqual(less)
          expect(less).toBeGreaterThan(0)
        }
      )
    )
  })

  test('is 0 if it will not be read', () => {
    expect(estimateSeconds({ ...image('a', 1, 1), header: null })).toBe(0)
  })

  test('of a PDF, whose pixels are not known, is that of a page', () => {
    expect(estimateSeconds(image('a.pdf', 0, 100_000, 'pdf'))).toBeGreaterThan(1)
  })
})
