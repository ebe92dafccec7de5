import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { waitFor } from '../../__tests__/support/wait-for.ts'
import { Counts } from './counts.ts'
import { Dependencies } from './dependencies.ts'
import { ReadyQueue } from './ready-queue.ts'

test('tasks leave the queue by turn, not by order of arrival', async () => {
  await fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(1000), { minLength: 1 }),
      fc.array(fc.nat(3)),
      (turns, slots) => {
        const queue = new ReadyQueue<{ turn: number; slots: number }>()
        for (const [at, turn] of turns.entries()) queue.push({ turn, slots: 1 + (slots[at] ?? 0) })
        const taken = turns.map(() => queue.take(() => 'here')?.task.turn)
        expect(taken).toEqual([...turns].sort((a, b) => a - b))
        expect(queue.take(() => 'here')).toBeNull()
      }
    )
  )
})

test('a task that needs more slots than are free does not block others', () => {
  const queue = new ReadyQueue<{ turn: number; slots: number }>()
  for (const [turn, slots] of [4, 1, 2, 1].entries()) queue.push({ turn, slots })
  const fits = ({ slots }: { slots: number }) => (slots <= 2 ? 'here' : null)
  expect([1, 2, 3].map(() => queue.take(fits)?.task.turn)).toEqual([1, 2, 3])
  expect(queue.take(fits)).toBeNull()
  expect(queue.size).toBe(1)
})

test('a dropped task is not taken until it is added again', () => {
  const queue = new ReadyQueue<{ turn: number; slots: number }>()
  const [first, second] = [0, 1].map((turn) => ({ turn, slots: 1 }))
  if (first === undefined || second === undefined) throw new Error('There are two.')
  queue.push(first)
  queue.push(second)
  queue.drop(first)
  expect(queue.take(() => 1)?.task).toBe(second)
  queue.push(first)
  expect(queue.take(() => 1)?.task).toBe(first)
  expect(queue.take(() => 1)).toBeNull()
})

test.each([
  ['one id', { taskIds: ['a'] }, ['a'], true],
  ['an id in another letter case', { taskIds: ['A'] }, ['a'], true],
  ['the same id twice', { taskIds: ['a', 'A'] }, ['a'], true],
  ['one of two ids', { taskIds: ['a', 'b'] }, ['a'], false],
  ['a range', { taskIdRanges: [{ start: 1, end: 3 }] }, ['3', '1', '2'], true],
  ['an incomplete range', { taskIdRanges: [{ start: 1, end: 3 }] }, ['1', '3', '4'], false],
  ['a number in another form', { taskIdRanges: [{ start: 1, end: 1 }] }, ['01'], false],
  [
    'two ranges that share one',
    {
      taskIdRanges: [
        { start: 1, end: 2 },
        { start: 2, end: 3 }
      ]
    },
    ['2', '1', '3'],
    true
  ],
  ['an id and a range', { taskIds: ['1'], taskIdRanges: [{ start: 1, end: 2 }] }, ['1', '2'], true],
  ['nothing', {}, [], true]
])('a task that depends on %s waits until it is satisfied', (_, dependsOn, done, isReady) => {
  const before = new Dependencies<string>()
  const waits = before.add('me', dependsOn)
  const released = done.flatMap((id) => before.satisfy(id))
  expect(waits ? released : ['me']).toEqual(isReady ? ['me'] : [])
  const after = new Dependencies<string>()
  for (const id of done) after.satisfy(id)
  expect(after.add('me', dependsOn)).toBe(!isReady)
})

test('satisfying a task twice releases others once', () => {
  const dependencies = new Dependencies<string>()
  dependencies.add('me', { taskIdRanges: [{ start: 1, end: 2 }] })
  expect(['1', '1', '1'].flatMap((id) => dependencies.satisfy(id))).toEqual([])
  expect(dependencies.satisfy('2')).toEqual(['me'])
})

test('counts are delayed but consistent', async () => {
  const counts = new Counts(60)
  counts.move(null, 'active', 2)
  counts.move(null, 'active', 1)
  expect(counts.tasks.active).toBe(2)
  const before = { active: 0, running: 0, completed: 0, succeeded: 0, failed: 0 }
  expect(counts.reported()).toEqual({ taskCounts: before, taskSlotCounts: before })
  const seen: unknown[] = []
  await waitFor(
    () => counts.reported() as { taskCounts: { active: number } },
    (reported) => {
      seen.push(reported.taskCounts.active)
      return reported.taskCounts.active === 2
    }
  )
  expect(counts.reported()).toMatchObject({ taskSlotCounts: { active: 3, completed: 0 } })
  counts.move('active', 'running', 2)
  counts.move('running', 'succeeded', 2)
  counts.move('active', 'failed', 1)
  expect(counts.tasks).toEqual({ active: 0, running: 0, succeeded: 1, failed: 1 })
  expect(counts.reported()).toMatchObject({ taskCounts: { active: 2, completed: 0 } })
})
