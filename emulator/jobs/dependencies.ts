import { idKey } from '../protocol/ids.ts'
import type { DependsOn } from './task-body.ts'

/** A range of task IDs that a task depends on. */
interface RangeWait<T> {
  readonly start: number
  readonly end: number
  readonly waiting: T
  missing: number
}

/** Task IDs that can be in a range: integers in canonical form. */
const NUMBERED = /^(0|-?[1-9]\d*)$/

/** The dependencies between tasks of a job. A task may depend on tasks that do not exist yet. */
export class Dependencies<T> {
  private readonly satisfied = new Set<string>()
  private readonly numbers = new Set<number>()
  private readonly byId = new Map<string, T[]>()
  private ranges: RangeWait<T>[] = []
  /** The number of unsatisfied IDs and ranges of each waiting task. */
  private readonly missing = new Map<T, number>()

  /** @returns whether the task has to wait */
  add(waiting: T, { taskIds = [], taskIdRanges = [] }: DependsOn): boolean {
    const ids = [...new Set(taskIds.map(idKey))].filter((id) => !this.satisfied.has(id))
    const ranges = taskIdRanges
      .map(({ start, end }) => ({ start, end, waiting, missing: this.missingOf(start, end) }))
      .filter(({ missing }) => missing > 0)
    for (const id of ids) this.waitFor(id, waiting)
    this.ranges.push(...ranges)
    const count = ids.length + ranges.length
    if (count > 0) this.missing.set(waiting, count)
    return count > 0
  }

  /**
   * Marks a task as satisfied.
   *
   * @returns tasks that no longer wait
   */
  satisfy(id: string): T[] {
    const key = idKey(id)
    if (this.satisfied.has(key)) return []
    this.satisfied.add(key)
    const byId = this.byId.get(key) ?? []
    this.byId.delete(key)
    const done = NUMBERED.test(id) ? this.satisfyNumber(Number(id)) : []
    return [...byId, ...done].filter((waiting) => this.countDown(waiting))
  }

  /** Whether a task still waits for others. */
  waits(waiting: T): boolean {
    return this.missing.has(waiting)
  }

  private waitFor(id: string, waiting: T): void {
    const others = this.byId.get(id)
    if (others === undefined) this.byId.set(id, [waiting])
    else others.push(waiting)
  }

  private satisfyNumber(number: number): T[] {
    this.numbers.add(number)
    const touched = this.ranges.filter(({ start, end }) => start <= number && number <= end)
    for (const range of touched) range.missing -= 1
    const done = touched.filter(({ missing }) => missing === 0)
    if (done.length > 0) this.ranges = this.ranges.filter(({ missing }) => missing > 0)
    return done.map(({ waiting }) => waiting)
  }

  private missingOf(start: number, end: number): number {
    const there = [...this.numbers].filter((number) => start <= number && number <= end)
    return end - start + 1 - there.length
  }

  private countDown(waiting: T): boolean {
    const left = (this.missing.get(waiting) ?? 1) - 1
    if (left > 0) this.missing.set(waiting, left)
    else this.missing.delete(waiting)
    return left === 0
  }
}
