import type { SourceImage } from '../images/image.ts'
import { byImage } from '../results/row.ts'
import type { Shard } from '../settings/parse.ts'
import { estimateSeconds } from './cost.ts'

/** The images that one task reads, the most expensive first. */
export interface Partition {
  /** Id of the task that reads them. */
  readonly task: string
  readonly images: readonly SourceImage[]
  readonly bytes: number
  readonly estimatedSeconds: number
}

/** How a run is divided into partitions, in their order of start: the longest first. */
export interface Plan {
  readonly partitions: readonly Partition[]
  readonly slots: number
  /** Seconds of work in all partitions. */
  readonly estimatedSeconds: number
  /** Seconds until the last slot is done, if the estimates are right. */
  readonly estimatedWallSeconds: number
}

interface Costed {
  readonly image: SourceImage
  readonly cost: number
}

/** The default for local slots: a task costs a few milliseconds to record, and a slot that idles costs more. */
const LEAST_SECONDS = 0.1

/**
 * Divides images into partitions. The same images give the same plan on every machine.
 *
 * @param images the images to read
 * @param wanted `auto`: decreasing sizes (factoring: each round hands out half of the remaining work), so that the
 *   last tasks are short and no slot idles; a number: that many partitions of balanced cost
 */
export function plan(
  images: readonly SourceImage[],
  wanted: {
    readonly partitions: 'auto' | number
    readonly slots: number
    readonly prefix?: string
    /** The least work that is worth a task of its own, in seconds. */
    readonly leastSeconds?: number
  }
): Plan {
  const costed = byCost(images)
  const groups =
    wanted.partitions === 'auto'
      ? factored(costed, wanted.slots, wanted.leastSeconds ?? LEAST_SECONDS)
      : balanced(costed, wanted.partitions)
  const width = Math.max(4, String(groups.length).length)
  const partitions = groups
    .map((group) => ({ group, cost: total(group) }))
    .sort((a, b) => b.cost - a.cost)
    .map(({ group, cost }, index) => ({
      task: `${wanted.prefix ?? ''}task-${String(index + 1).padStart(width, '0')}`,
      images: group.map(({ image }) => image),
      bytes: group.reduce((sum, { image }) => sum + image.bytes, 0),
      estimatedSeconds: cost
    }))
  return {
    partitions,
    slots: wanted.slots,
    estimatedSeconds: total(costed),
    estimatedWallSeconds: makespan(partitions, wanted.slots)
  }
}

/** The images that one shard of a run reads: shards have balanced cost, and are the same on every runner. */
export function shardOf(images: readonly SourceImage[], shard: Shard): readonly SourceImage[] {
  if (shard.count === 1) return images
  const part = balanced(byCost(images), shard.count, { keepEmpty: true })[shard.index - 1] ?? []
  return part
    .map(({ image }) => image)
    .sort((a, b) => byImage({ image: a.path }, { image: b.path }))
}

function byCost(images: readonly SourceImage[]): Costed[] {
  return images
    .map((image) => ({ image, cost: estimateSeconds(image) }))
    .sort((a, b) => b.cost - a.cost || byImage({ image: a.image.path }, { image: b.image.path }))
}

const total = (group: readonly Costed[]): number => group.reduce((sum, { cost }) => sum + cost, 0)

/** Longest processing time first: each image goes to the partition with the least work so far. */
function balanced(
  costed: readonly Costed[],
  count: number,
  { keepEmpty = false } = {}
): Costed[][] {
  const most = keepEmpty ? count : Math.min(count, costed.length)
  const groups = Array.from({ length: most }, () => ({ cost: 0, members: [] as Costed[] }))
  for (const one of costed) {
    const least = groups.reduce((a, b) =>
      b.cost < a.cost || (b.cost === a.cost && b.members.length < a.members.length) ? b : a
    )
    least.cost += one.cost
    least.members.push(one)
  }
  return groups.map(({ members }) => members)
}

/** Factoring: each round gives every slot an equal part of half of the remaining work. */
function factored(costed: readonly Costed[], slots: number, least: number): Costed[][] {
  const groups: Costed[][] = []
  let remaining = total(costed)
  let next = 0
  while (next < costed.length) {
    const share = Math.max(least, remaining / (2 * slots))
    for (let slot = 0; slot < slots && next < costed.length; slot++) {
      const group: Costed[] = []
      let sum = 0
      while (
        next < costed.length &&
        (group.length === 0 || sum + (costed[next] as Costed).cost <= share)
      ) {
        sum += (costed[next] as Costed).cost
        group.push(costed[next++] as Costed)
      }
      remaining -= sum
      groups.push(group)
    }
  }
  return groups
}

function makespan(partitions: readonly Partition[], slots: number): number {
  const ends = Array.from({ length: slots }, () => 0)
  for (const { estimatedSeconds } of partitions) {
    const first = ends.indexOf(Math.min(...ends))
    ends[first] = (ends[first] ?? 0) + estimatedSeconds
  }
  return Math.max(0, ...ends)
}
