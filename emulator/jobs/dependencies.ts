import { idKey } from '../protocol/ids.ts'
import type { DependsOn } from './task-body.ts'

/** A range of tasks that somebody waits for. */
interface RangeWait<T> {
  readonly start: number
  readonly end: number
  readonly waiting: T
  missing: number
}

/** Task ids that a range can name: whole numbers as one writes them. */
const NUMBERED = /^(0|-?[1-9]\d*)$/

/** Who waits for whom in a job. What is waited for need not exist yet. */
export class Dependencies<T> {
  private readonly satisfied = new Set<string>()
  private readonly numbers = new Set<number>()
  private readonly byId = new Map<string, T[]>()
  private ranges: RangeWait<T>[] = []
  /** How many ids and ranges each one that waits still waits for. */
  private readonly missing = new Map<T, number>()

  /** @returns whether it has to wait */
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
   * A task is done as those who wait for it need it to be.
   *
   * @returns those who wait for nothing any more
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

  /** Whether one still waits for others. */
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
