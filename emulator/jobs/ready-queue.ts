/** What waits in a queue: its turn, and how many slots it needs. */
export interface Waiting {
  /** Tasks run in the order in which they were added; one that comes back has the turn it had. */
  readonly turn: number
  readonly slots: number
}

/**
 * Tasks that may run, in the order of their turns. One that needs more slots than are free does not keep those that
 * need fewer from running: there is a heap for each number of slots, so that no search goes through the tasks.
 */
export class ReadyQueue<T extends Waiting> {
  private readonly heaps = new Map<number, T[]>()
  private readonly waiting = new Set<T>()

  get size(): number {
    return this.waiting.size
  }

  push(task: T): void {
    if (this.waiting.has(task)) return
    this.waiting.add(task)
    const heap = this.heaps.get(task.slots) ?? []
    this.heaps.set(task.slots, heap)
    heap.push(task)
    rise(heap)
  }

  /** Takes a task out of turn: it was ended or deleted. */
  drop(task: T): void {
    this.waiting.delete(task)
  }

  /**
   * Takes the first task that there is a place for.
   *
   * @param place finds it; null where there is none for such a task
   */
  take<P>(place: (task: T) => P | null): { readonly task: T; readonly place: P } | null {
    const firsts = [...this.heaps.values()]
      .map((heap) => this.first(heap))
      .filter((task) => task !== undefined)
      .sort((a, b) => a.turn - b.turn)
    for (const task of firsts) {
      const found = place(task)
      if (found === null) continue
      this.drop(task)
      return { task, place: found }
    }
    return null
  }

  /** The first of a heap; those that were dropped are cleared away only here. */
  private first(heap: T[]): T | undefined {
    for (let head = heap[0]; head !== undefined; head = heap[0]) {
      if (this.waiting.has(head)) return head
      pop(heap)
    }
    return undefined
  }
}

/** Moves the last of a heap up to where it belongs. */
function rise<T extends Waiting>(heap: T[]): void {
  for (let at = heap.length - 1; at > 0; ) {
    const above = (at - 1) >> 1
    if (!swappedIfLess(heap, at, above)) return
    at = above
  }
}

function pop<T extends Waiting>(heap: T[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  heap[0] = last
  for (let at = 0; ; ) {
    const left = at * 2 + 1
    const right = left + 1
    const least = turnAt(heap, right) < turnAt(heap, left) ? right : left
    if (!swappedIfLess(heap, least, at)) return
    at = least
  }
}

const turnAt = <T extends Waiting>(heap: readonly T[], at: number): number =>
  heap[at]?.turn ?? Number.POSITIVE_INFINITY

function swappedIfLess<T extends Waiting>(heap: T[], lower: number, upper: number): boolean {
  const [below, above] = [heap[lower], heap[upper]]
  if (below === undefined || above === undefined || below.turn >= above.turn) return false
  heap[lower] = above
  heap[upper] = below
  return true
}
