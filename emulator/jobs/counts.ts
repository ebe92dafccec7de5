import type { Resource } from '../protocol/request.ts'

/** Where a task counts. Tasks that prepare count as running. */
export type Kind = 'active' | 'running' | 'succeeded' | 'failed'

type Sums = Readonly<Record<Kind, number>>

interface Snapshot {
  readonly time: number
  readonly tasks: Sums
  readonly slots: Sums
}

const NONE: Sums = { active: 0, running: 0, succeeded: 0, failed: 0 }

/** How many tasks of a job, and how many slots of them, there are of each kind: now, and as of a while ago. */
export class Counts {
  /** What was the case from each time on, as far back as anybody is still reported of. */
  private readonly past: Snapshot[] = [{ time: 0, tasks: NONE, slots: NONE }]
  private readonly lag: number

  /** @param lag by how many milliseconds what is reported lags behind */
  constructor(lag: number) {
    this.lag = lag
  }

  /** The tasks of each kind, this moment. */
  get tasks(): Sums {
    return this.latest().tasks
  }

  /** A task goes from one kind to another; null where it comes, or goes for good. */
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

  /** What the service tells: all of it as of one moment, which is a while ago. */
  reported(): Resource {
    this.forget()
    const { tasks, slots } = this.past[0] ?? this.latest()
    return { taskCounts: written(tasks), taskSlotCounts: written(slots) }
  }

  private latest(): Snapshot {
    return this.past.at(-1) ?? { time: 0, tasks: NONE, slots: NONE }
  }

  /** Drops what is older than what is reported now. */
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
