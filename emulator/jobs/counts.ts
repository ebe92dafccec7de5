import type { Resource } from '../protocol/request.ts'

/** The counted kinds of tasks. Tasks in state `preparing` count as running. */
export type Kind = 'active' | 'running' | 'succeeded' | 'failed'

type Sums = Readonly<Record<Kind, number>>

interface Snapshot {
  readonly time: number
  readonly tasks: Sums
  readonly slots: Sums
}

const NONE: Sums = { active: 0, running: 0, succeeded: 0, failed: 0 }

/** The number of tasks of a job and of their slots, by kind: now, and with the service's delay. */
export class Counts {
  /** Snapshots, as far back as they may still be reported. */
  private readonly past: Snapshot[] = [{ time: 0, tasks: NONE, slots: NONE }]
  private readonly lag: number

  /** @param lag delay of the reported counts in milliseconds */
  constructor(lag: number) {
    this.lag = lag
  }

  /** The current number of tasks of each kind. */
  get tasks(): Sums {
    return this.latest().tasks
  }

  /** Moves a task from one kind to another; null for a new or a deleted task. */
  move(from: Kind | null, to: Kind | null, slots: number): void {
    if (from === to) return
    const { tasks, slots: slotSums } = this.latest()
    const snapshot = {
      time: Date.now(),
      tasks: moved(tasks, from, to, 1),
      slots: moved(slotSums, from, to, slots)
    }
    if (this.latest().time === snapshot.time) this.past.pop()
    this.past.push(snapshot)
    this.forget()
  }

  /** The counts as the service reports them: consistent, but delayed. */
  reported(): Resource {
    this.forget()
    const { tasks, slots } = this.past[0] ?? this.latest()
    return { taskCounts: written(tasks), taskSlotCounts: written(slots) }
  }

  private latest(): Snapshot {
    return this.past.at(-1) ?? { time: 0, tasks: NONE, slots: NONE }
  }

  /** Drops snapshots that are older than the reported one. */
  private forget(): void {
    const reported = Date.now() - this.lag
    const first = this.past.findLastIndex(({ time }) => time <= reported)
    if (first > 0) this.past.splice(0, first)
  }
}

function moved(sums: Sums, from: Kind | null, to: Kind | null, by: number): Sums {
  const changed = { ...sums }
  if (from !== null) changed[from] -= by
  if (to !== null) changed[to] += by
  return changed
}

const written = ({ active, running, succeeded, failed }: Sums): Resource => ({
  active,
  running,
  completed: succeeded + failed,
  succeeded,
  failed
})
