import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { inParallel } from '../../src/lib/parallel.ts'

/** Items of work that each take one turn of the event loop or more, and may fail. */
const works = fc.array(fc.record({ turns: fc.integer({ min: 1, max: 4 }), fails: fc.boolean() }), {
  maxLength: 12
})
type Work = { readonly turns: number; readonly fails: boolean }

/** Runs the work and records what happened, in order. */
async function runAll(items: readonly Work[], limit: number) {
  const started: number[] = []
  const failed: number[] = []
  let running = 0
  let most = 0
  let startedAfterFailure = false
  const error = await inParallel(items.entries(), limit, async ([index, { turns, fails }]) => {
    startedAfterFailure ||= failed.length > 0
    started.push(index)
    most = Math.max(most, ++running)
    for (let turn = 0; turn < turns; turn++) await new Promise((done) => setImmediate(done))
    running--
    if (!fails) return
    failed.push(index)
    throw new Error(String(index))
  }).then(
    () => null,
    (problem: unknown) => (problem as Error).message
  )
  return { started, failed, most, startedAfterFailure, running, error }
}

const limits = fc.integer({ min: 1, max: 5 })

test('Items start in order, and never more than the limit at a time', () =>
  fc.assert(
    fc.asyncProperty(works, limits, async (items, limit) => {
      const { started, most } = await runAll(items, limit)
      expect(started).toEqual(started.map((_, index) => index))
      expect(most).toBeLessThanOrEqual(limit)
    })
  ))

test('If nothing fails, every item is worked on', () =>
  fc.assert(
    fc.asyncProperty(works, limits, async (items, limit) => {
      const { started, error } = await runAll(
        items.map((item) => ({ ...item, fails: false })),
        limit
      )
      expect([started.length, error]).toEqual([items.length, null])
    })
  ))

test('After a failure no item starts, the rest is awaited, and the first failure is thrown', () =>
  fc.assert(
    fc.asyncProperty(works, limits, async (items, limit) => {
      const { failed, startedAfterFailure, running, error } = await runAll(items, limit)
      expect(startedAfterFailure).toBe(false)
      expect(running).toBe(0)
      expect(error).toBe(failed.length === 0 ? null : String(failed[0]))
    })
  ))

test('As many items are in progress as the limit allows', async () => {
  const items = Array.from({ length: 9 }, () => ({ turns: 3, fails: false }))
  expect((await runAll(items, 3)).most).toBe(3)
})

test('Work that throws before it waits, or throws undefined, counts as a failure', async () => {
  const seen: number[] = []
  const work = (item: number): Promise<void> => {
    seen.push(item)
    throw undefined
  }
  await expect(inParallel([1, 2, 3], 1, work)).rejects.toBeUndefined()
  expect(seen).toEqual([1])
})
