import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { BatchError } from '../protocol/batch-error.ts'
import { openAccount, POOL, untilSteady } from './test-account.ts'

const FULL = {
  ...POOL,
  id: 'q',
  displayName: 'A pool',
  resizeTimeout: 'PT10M',
  targetDedicatedNodes: 0,
  targetLowPriorityNodes: 0,
  enableAutoScale: false,
  startTask: { commandLine: '/bin/true', maxTaskRetryCount: 1, waitForSuccess: true },
  networkConfiguration: {
    endpointConfiguration: {
      inboundNATPools: [
        {
          name: 'n',
          protocol: 'tcp',
          backendPort: 80,
          frontendPortRangeStart: 100,
          frontendPortRangeEnd: 200
        }
      ]
    }
  },
  metadata: [{ name: 'a', value: 'b' }],
  taskSlotsPerNode: 4,
  taskSchedulingPolicy: { nodeFillType: 'pack' },
  userAccounts: [{ name: 'u', password: 'p' }],
  targetNodeCommunicationMode: 'simplified'
}

const SCALE = {
  autoScaleFormula: '$TargetDedicatedNodes = 0;',
  autoScaleEvaluationInterval: 'PT5M'
}

const BODIES: readonly (readonly [operation: string, body: object])[] = [
  ['pool.add', FULL],
  ['pool.patch', FULL],
  ['pool.updateProperties', { ...FULL, applicationPackageReferences: [] }],
  ['pool.resize', { targetDedicatedNodes: 0, nodeDeallocationOption: 'requeue' }],
  ['pool.removeNodes', { nodeList: ['tvmps_x_d'], nodeDeallocationOption: 'requeue' }],
  ['pool.enableAutoScale', SCALE],
  ['pool.evaluateAutoScale', SCALE]
]

/** A body in which one part at any depth is replaced. */
function mutated(value: unknown, path: readonly number[], other: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined || typeof value !== 'object' || value === null) return other
  const keys = Object.keys(value)
  const key = keys[step % Math.max(1, keys.length)] ?? '0'
  const changed = mutated((value as Record<string, unknown>)[key], rest, other)
  return Array.isArray(value) ? [changed] : { ...value, [key]: changed }
}

test('any body gets a success or an error', async () => {
  await using account = await openAccount()
  await account.ask('pool.add', POOL)
  await untilSteady(account)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...BODIES),
      fc.array(fc.nat(20), { maxLength: 5 }),
      fc.oneof(fc.jsonValue(), fc.constantFrom(-1, 1e300, '', '__proto__', [], {}, undefined)),
      fc.constantFrom('2022-10-01.16.0', '2024-02-01.19.0', '2025-06-01'),
      async ([operation, body], path, other, apiVersion) => {
        try {
          const { status } = await account.ask(operation, mutated(body, path, other), {
            apiVersion
          })
          expect(status).toBeLessThan(300)
          account.pools.delete('q')
        } catch (error) {
          expect(error).toBeInstanceOf(BatchError)
          expect([400, 404, 409]).toContain((error as BatchError).status)
        }
      }
    ),
    { numRuns: 1500 }
  )
  expect(await account.pool()).toMatchObject({ id: 'p' })
})
