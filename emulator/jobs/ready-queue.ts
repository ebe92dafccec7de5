/** An entry of a queue. */
export interface Waiting {
  /** Its position: tasks run in the order in which they were added, and a requeued task keeps its turn. */
  readonly turn: number
  readonly slots: number
}

/**
 * Tasks that are ready to run, ordered by turn. A task that needs more slots than are free does not block others: there is
 * one heap for each number of slots, so that the tasks need not be searched.
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

  /** Removes a task that was terminated or deleted. */
  drop(task: T): void {
    this.waiting.delete(task)
  }

  /**
   * Takes the first task that can be placed.
   *
   * @param place finds a place for a task; null if there is none
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

  /** The first entry of a heap. Dropped entries are removed only here. */
  private first(heap: T[]): T | undefined {
    for (let head = heap[0]; head !== undefined; head = heap[0]) {
      if (this.waiting.has(head)) return head
      pop(heap)
    }
    return undefined
  }
}

/** Moves the last entry of a heap up to its position. */
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
