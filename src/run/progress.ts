import type { JobStatus } from '../backends/backend.ts'
import type { SourceImage } from '../images/image.ts'
import type { Progress } from '../lib/listener.ts'
import { estimateSeconds } from '../plan/cost.ts'
import type { Row } from '../results/row.ts'

/** Counts rows as they arrive and estimates the time that is left. */
export class ProgressCount {
  readonly #costs: ReadonlyMap<string, number>
  readonly #total: number
  readonly #start = performance.now()
  #costLeft: number
  #costDone = 0
  #done = 0
  #failed = 0
  #status: string | null = null

  constructor(images: readonly SourceImage[]) {
    this.#costs = new Map(images.map((image) => [image.path, estimateSeconds(image)]))
    this.#total = images.length
    this.#costLeft = [...this.#costs.values()].reduce((sum, cost) => sum + cost, 0)
  }

  /** Counts one more row. */
  count(row: Row): Progress {
    const cost = this.#costs.get(row.image) ?? 0
    this.#costLeft -= cost
    this.#costDone += cost
    this.#done++
    if (row.status === 'failed') this.#failed++
    return this.#now()
  }

  /** Updates the status of nodes and tasks. */
  report(status: JobStatus): Progress {
    this.#status = statusText(status)
    return this.#now()
  }

  #now(): Progress {
    const elapsed = (performance.now() - this.#start) / 1000
    return {
      done: this.#done,
      total: this.#total,
      failed: this.#failed,
      secondsLeft:
        this.#costDone > 0 ? Math.max(0, (this.#costLeft / this.#costDone) * elapsed) : null,
      status: this.#status
    }
  }
}

/** `nodes: 2 starting; tasks: 5 waiting, 1 running` */
function statusText({ nodes, tasks }: JobStatus): string {
  const text = (numbers: Readonly<Record<string, number>>) =>
    Object.entries(numbers)
      .filter(([, number]) => number > 0)
      .map(([state, number]) => `${number} ${state}`)
      .join(', ') || 'none'
  return `nodes: ${text(nodes)}; tasks: ${text(tasks)}`
}
