import type { Resource } from '../protocol/request.ts'
import { RecentTasks } from './recent-tasks.ts'

/** The tasks on a node and the slots that they take. */
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

  /** How many tasks it was ever given. */
  get given(): number {
    return this.#given
  }

  /** Puts a task on slots. @returns takes it off again; once, however often it is called */
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
      if (this.#tasks === 0) for (const tell of this.#emptied.splice(0)) tell()
      released()
    }
  }

  /** Waits until no task is on the node. @returns false where it was told to stop waiting */
  empty(stop?: AbortSignal): Promise<boolean> {
    if (this.#tasks === 0) return Promise.resolve(true)
    return new Promise((resolve) => {
      const give = () => resolve(false)
      stop?.addEventListener('abort', give, { once: true })
      this.#emptied.push(() => {
        stop?.removeEventListener('abort', give)
        resolve(true)
      })
    })
  }
}
