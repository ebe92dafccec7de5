import type { ComputeNode, Pool, Pools } from '../pools/pool.ts'
import { idKey } from '../protocol/ids.ts'
import type { Job } from './job.ts'
import type { Task } from './task.ts'

/** Assigns ready tasks to nodes with free slots. */
export interface Scheduler {
  /** Schedules the tasks of a pool after a change. Simultaneous changes are handled together. */
  wake(poolId: string): void
}

/** @param start runs a task on a node, whose slots it occupies before it returns */
export function openScheduler(
  pools: Pools,
  jobs: () => Iterable<Job>,
  start: (job: Job, task: Task, node: ComputeNode) => void
): Scheduler {
  const awake = new Set<string>()

  const scheduleAwake = (): void => {
    const keys = [...awake]
    awake.clear()
    for (const key of keys) schedule(key)
  }

  const schedule = (key: string): void => {
    const pool = pools.find(key)
    if (pool === undefined || pool.state !== 'active') return
    const candidates = [...jobs()].filter(
      (job) => job.state === 'active' && idKey(job.poolId) === key && job.ready.size > 0
    )
    candidates.sort((a, b) => b.settings.priority - a.settings.priority)
    for (const job of candidates) place(pool, job, start)
  }

  return {
    wake: (poolId) => {
      if (awake.size === 0) queueMicrotask(scheduleAwake)
      awake.add(idKey(poolId))
    }
  }
}

/** Starts as many tasks of a job as its limit and the free slots allow. */
function place(
  pool: Pool,
  job: Job,
  start: (job: Job, task: Task, node: ComputeNode) => void
): void {
  while (job.state === 'active' && mayRunMore(job)) {
    const next = job.ready.take((task) => nodeFor(pool, job, task))
    if (next === null) return
    start(job, next.task, next.place)
  }
}

function mayRunMore({ settings, runs }: Job): boolean {
  const { maxParallelTasks } = settings
  return maxParallelTasks === -1 || runs.size < maxParallelTasks
}

/** The node to which a task has affinity, if it has free slots; otherwise any node. */
function nodeFor(pool: Pool, job: Job, task: Task): ComputeNode | null {
  const suits = (node: ComputeNode): boolean =>
    !node.gone.aborted && job.preparations.get(node)?.failed !== true
  const room = (fits: (node: ComputeNode) => boolean): ComputeNode | null => {
    const node = pool.nodeWithRoom(task.slots, fits)
    return node !== null && fits(node) ? node : null
  }
  const wanted = task.body.affinityInfo?.affinityId
  const near =
    wanted === undefined ? null : room((node) => node.affinityId === wanted && suits(node))
  return near ?? room(suits)
}
