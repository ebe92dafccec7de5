import type { Resource } from '../protocol/request.ts'

/** How many tasks a node tells of. */
const MAX_TASKS = 10

/** The tasks that a node runs or ran lately, and how many have run in all. */
export class RecentTasks {
  #shown: { task: () => Resource }[] = []
  #run = 0
  #succeeded = 0

  /** Begins to tell of a task, the latest first. @returns keeps how it stands then, and counts it if it has completed */
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
