import type { NodeRecord, RunRecord, TaskRecord } from '../results/records.ts'
import { rounded } from '../results/totals.ts'
import type { KnownSource } from './fit.ts'

/**
 * The tasks of all sources, by id. A task that ran in two attempts at a shard has its later record, with the attempts of
 * both.
 */
export function mergedTasks(sources: readonly KnownSource[]): TaskRecord[] {
  const tasks = new Map<string, TaskRecord>()
  for (const { records } of sources) {
    for (const task of records.tasks) {
      const earlier = tasks.get(task.id)?.attempts ?? []
      const starts = new Set(task.attempts.map(({ start }) => start))
      const before = earlier.filter(({ start }) => !starts.has(start))
      tasks.set(task.id, { ...task, attempts: [...before, ...task.attempts] })
    }
  }
  return [...tasks.values()].sort(byId)
}

/**
 * The nodes of all sources, by id. A shard that ran twice had two machines of the same name, and the later one counts. A
 * node of a pool may have worked for several shards, and its work for each is added up.
 */
export function mergedNodes(sources: readonly KnownSource[]): NodeRecord[] {
  const nodes = new Map<string, Map<number, NodeRecord>>()
  for (const { shard, records } of sources) {
    for (const node of records.nodes) {
      const ofShards = nodes.get(node.id) ?? new Map<number, NodeRecord>()
      nodes.set(node.id, ofShards.set(shard.index, node))
    }
  }
  return [...nodes.values()].map((ofShards) => [...ofShards.values()].reduce(summed)).sort(byId)
}

const summed = (a: NodeRecord, b: NodeRecord): NodeRecord => ({
  ...b,
  tasks: a.tasks + b.tasks,
  images: a.images + b.images,
  busySeconds: rounded(a.busySeconds + b.busySeconds),
  firstTaskAt: extreme([a.firstTaskAt, b.firstTaskAt], 'first'),
  lastTaskAt: extreme([a.lastTaskAt, b.lastTaskAt], 'last')
})

/** The first or the last of some times (ISO 8601, in UTC); null if none is known. */
export function extreme(times: readonly (string | null)[], which: 'first' | 'last'): string | null {
  const known = times.filter((time) => time !== null).sort()
  return known.at(which === 'first' ? 0 : -1) ?? null
}

/** The plans of all shards as one: they ran side by side, so their slots are added up. */
export function mergedPlan(sources: readonly KnownSource[]): RunRecord['plan'] {
  const plans = [...latestOfShards(sources).values()].map(({ records }) => records.run.plan)
  const sum = (value: (plan: RunRecord['plan']) => number) =>
    rounded(plans.reduce((total, plan) => total + value(plan), 0))
  return {
    slots: sum(({ slots }) => slots),
    estimatedSeconds: sum(({ estimatedSeconds }) => estimatedSeconds),
    partitions: plans.flatMap(({ partitions }) => partitions)
  }
}

/** The latest attempt at each shard, in the order of the shards. */
function latestOfShards(sources: readonly KnownSource[]): Map<number, KnownSource> {
  const sorted = [...sources].sort((a, b) => a.shard.index - b.shard.index)
  return new Map(sorted.map((source) => [source.shard.index, source]))
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : 1
