import { describe, expect, test } from '@jest/globals'
import { openFaults } from './armed-faults.ts'
import { type FaultSpec, InvalidFaultSpec } from './fault-spec.ts'
import type { Fault, FaultTarget } from './faults.ts'

const HERE: FaultTarget = { operation: 'task.add', jobId: 'Job-1', taskId: 'a-1' }

/** The indexes at which a fault is triggered. */
function struck(order: FaultSpec, occasions: number, seed?: number): number[] {
  const faults = openFaults(seed)
  faults.set(order)
  return Array.from({ length: occasions }, (_, index) => index).filter(
    () => faults.trigger([order.kind], HERE) !== undefined
  )
}

describe('A fault', () => {
  test('is triggered once by default, and then removed', () => {
    expect(struck({ kind: 'half-added' }, 3)).toEqual([0])
    const faults = openFaults()
    faults.set({ kind: 'half-added' })
    faults.trigger(['half-added'], {})
    expect(faults.list()).toEqual([])
  })

  test('is triggered the given number of times, after the given number of matches', () => {
    expect(struck({ kind: 'slow', seconds: 1, times: 2, after: 3 }, 8)).toEqual([3, 4])
    expect(struck({ kind: 'slow', seconds: 1, times: 'always', after: 1 }, 5)).toEqual([1, 2, 3, 4])
  })

  test('is triggered with its probability, reproducibly by seed', () => {
    const order: FaultSpec = { kind: 'half-added', probability: 0.3, times: 'always' }
    const first = struck(order, 2000, 7)
    expect(first.length).toBeGreaterThan(500)
    expect(first.length).toBeLessThan(700)
    expect(struck(order, 2000, 7)).toEqual(first)
    expect(struck(order, 2000, 8)).not.toEqual(first)
    expect(struck({ ...order, probability: 0 }, 100)).toEqual([])
  })

  test.each<[Fault['only'], boolean]>([
    [{}, true],
    [{ operation: 'task.add' }, true],
    [{ operation: 'task.*' }, true],
    [{ operation: '*.add' }, true],
    [{ operation: '*' }, true],
    [{ operation: 'pool.*' }, false],
    [{ operation: 'task' }, false],
    [{ jobId: 'job-1' }, true],
    [{ jobId: 'job-1', taskId: 'a-*' }, true],
    [{ jobId: 'job-1', taskId: 'b-*' }, false],
    [{ poolId: '*' }, false]
  ])('with only %j is triggered: %s', (only, expected) => {
    expect(struck({ kind: 'half-added', only }, 1)).toHaveLength(expected ? 1 : 0)
  })

  test('ignores other kinds and targets', () => {
    const faults = openFaults()
    faults.set({ kind: 'upload-fails', after: 1, only: { taskId: 'a' } })
    expect(faults.trigger(['upload-fails'], { taskId: 'b' })).toBeUndefined()
    expect(faults.trigger(['sas-expired'], { taskId: 'a' })).toBeUndefined()
    expect(faults.list()).toMatchObject([{ after: 1 }])
    expect(faults.trigger(['upload-fails'], { taskId: 'a' })).toBeUndefined()
    expect(faults.trigger(['upload-fails'], { taskId: 'a' })).toMatchObject({
      kind: 'upload-fails'
    })
  })

  test('that was set first is triggered first', () => {
    const faults = openFaults()
    faults.set({ kind: 'throttled', status: 503 }, { kind: 'cut', when: 'before' })
    const trigger = () => faults.trigger(['cut', 'throttled'], {})?.kind
    expect([trigger(), trigger(), trigger()]).toEqual(['throttled', 'cut', undefined])
  })

  test('can be removed, alone or with all others', () => {
    const faults = openFaults()
    const [first] = faults.set({ kind: 'half-added' }, { kind: 'sas-expired' })
    expect(faults.clear(first?.id)).toBe(true)
    expect(faults.clear(first?.id)).toBe(false)
    expect(faults.list()).toMatchObject([{ kind: 'sas-expired' }])
    expect(faults.clear()).toBe(true)
    expect(faults.list()).toEqual([])
  })

  test('has defaults', () => {
    expect(openFaults().set({ kind: 'throttled' })).toEqual([
      {
        id: 'fault-1',
        kind: 'throttled',
        status: 429,
        retryAfterSeconds: 1,
        times: 1,
        after: 0,
        probability: 1,
        only: {}
      }
    ])
  })

  test('that is invalid is not set, nor are others in the same call', () => {
    const faults = openFaults()
    const wrong = { kind: 'slow', seconds: -1 } as const
    expect(() => faults.set({ kind: 'half-added' }, wrong)).toThrow(InvalidFaultSpec)
    expect(faults.list()).toEqual([])
  })
})
