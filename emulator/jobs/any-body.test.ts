import { afterEach, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addJob, addTasks, closeService, open, service, task } from './test-jobs.ts'

afterEach(closeService)

const OPERATIONS = [
  'job.add',
  'job.patch',
  'job.update',
  'job.disable',
  'task.add',
  'task.addCollection',
  'task.update'
]

const JOB = {
  id: 'x',
  poolInfo: { poolId: 'p' },
  constraints: { maxWallClockTime: 'PT1H', maxTaskRetryCount: 1 },
  jobPreparationTask: { commandLine: 'x', resourceFiles: [{ httpUrl: 'http://h/', filePath: 'f' }] }
}

const TASK = {
  id: 't',
  commandLine: 'x',
  dependsOn: { taskIds: ['a'], taskIdRanges: [{ start: 1, end: 2 }] },
  exitConditions: { exitCodes: [{ code: 1, exitOptions: { jobAction: 'none' } }] },
  constraints: { retentionTime: 'P1D' }
}

/** Inserts a value somewhere in a body. */
function replaced(body: unknown, path: readonly number[], value: unknown): unknown {
  const [step = 0, ...rest] = path
  if (path.length === 0 || typeof body !== 'object' || body === null) return value
  const keys = Object.keys(body)
  const key = keys[step % Math.max(keys.length, 1)]
  if (key === undefined) return value
  const copy = (Array.isArray(body) ? [...body] : { ...body }) as Record<string, unknown>
  copy[key] = replaced(copy[key], rest, value)
  return copy
}

const anyBody = fc.oneof(
  fc.jsonValue(),
  fc
    .tuple(fc.constantFrom(JOB, TASK, { value: [TASK] }), fc.array(fc.nat(9)), fc.jsonValue())
    .map(([body, path, value]) => replaced(body, path, value))
)

test('any body is either accepted or rejected with an error', async () => {
  open().pools.add('p', 1)
  await addJob({ usesTaskDependencies: true })
  await addTasks([task('t', 'hold')])
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...OPERATIONS), anyBody, async (operation, body) => {
      const { status } = await service.ask(operation, ['j', 't'], body)
      expect([200, 201, 202, 204, 400, 404, 409]).toContain(status)
      expect((await service.ask('task.list', ['j'])).status).toBe(200)
      expect((await service.ask('job.list')).status).toBe(200)
    }),
    { numRuns: 500 }
  )
})
