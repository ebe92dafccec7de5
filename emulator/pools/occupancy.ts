import type { Resource } from '../protocol/request.ts'
import { RecentTasks } from './recent-tasks.ts'

/** The tasks on a node and the slots they occupy. */
export class Occupancy {
  readonly recent = new RecentTasks()
  #tasks = 0
  #slots = 0
  #given = 0
  #emptied: (() => void)[] = []

  get tasks(): number {
    return this.#tasks
  }

  get slots(): number {
    return this.#slots
  }

  /** The number of tasks so far. */
  get given(): number {
    return this.#given
  }

  /** Occupies slots with a task. @returns an idempotent function that releases them */
  take(slots: number, task: () => Resource, released: () => void): () => void {
    this.#tasks += 1
    this.#slots += slots
    this.#given += 1
    const end = this.recent.begin(task)
    let held = true
    return () => {
      if (!held) return
      held = false
      this.#tasks -= 1
      this.#slots -= slots
      end()
      if (this.#tasks === 0) for (const resolve of this.#emptied.splice(0)) resolve()
      released()
    }
  }

  /** Waits until there is no task on the node. @returns false if the wait was cancelled */
  empty(stop?: AbortSignal): Promise<boolean> {
    if (this.#tasks === 0) return Promise.resolve(true)
    return new Promise((resolve) => {
      const cancel = () => resolve(false)
      stop?.addEventListener('abort', cancel, { once: true })
      this.#emptied.push(() => {
        stop?.removeEventListener('abort', cancel)
        resolve(true)
      })
    })
  }
}
