import type { Resource } from '../protocol/request.ts'

/** The number of tasks that a node lists. */
const MAX_TASKS = 10

/** The recent tasks of a node, and the total numbers. */
export class RecentTasks {
  #shown: { task: () => Resource }[] = []
  #run = 0
  #succeeded = 0

  /** Lists a task first. @returns a function that freezes its state, and counts it if it has completed */
  begin(task: () => Resource): () => void {
    const entry = { task }
    this.#shown = [entry, ...this.#shown].slice(0, MAX_TASKS)
    return () => {
      const last = task()
      entry.task = () => last
      if (last['taskState'] !== 'completed') return
      this.#run += 1
      if (succeeded(last)) this.#succeeded += 1
    }
  }

  get counts(): Resource {
    return { totalTasksRun: this.#run, totalTasksSucceeded: this.#succeeded }
  }

  get list(): readonly Resource[] {
    return this.#shown.map(({ task }) => task())
  }
}

function succeeded({ executionInfo }: Resource): boolean {
  return (executionInfo as { readonly result?: string } | undefined)?.result === 'success'
}
