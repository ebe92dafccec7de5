import { describe, expect, test } from '@jest/globals'
import type { FaultSpec } from '../../../../emulator/faults/fault-spec.ts'
import type { AzurePlace } from '../../../../src/backends/azure-batch/backend.ts'
import type { Credential } from '../../../../src/backends/azure-batch/identity/credentials.ts'
import { byToken } from '../client/accounts.ts'
import { onward } from '../live-account.ts'
import { endless, expectCase, type FaultCase } from './fault-case.ts'
import {
  expectNothingLeft,
  expectWhole,
  type FaultyAccount,
  faultyAccount,
  IMAGES,
  impatient,
  NAME,
  removeLeft,
  run
} from './faulty-account.ts'

const live = faultyAccount()

/** Every call that a run makes, from the first to the last. */
const CALLS = [
  ...['job.get', 'job.add', 'task.addCollection', 'job.patch', 'job.getTaskCounts'],
  ...['account.listPoolNodeCounts', 'task.list', 'job.terminate', 'job.list', 'job.deleteMethod']
]

/** Every temporary fault of a call. */
const temporary = (operation: string): FaultSpec[] => [
  { kind: 'throttled', status: 429, retryAfterSeconds: 0, only: { operation } },
  { kind: 'throttled', status: 503, retryAfterSeconds: 0, only: { operation } },
  { kind: 'server-error', only: { operation } },
  { kind: 'cut', when: 'before', only: { operation } },
  { kind: 'slow', seconds: 0.3, only: { operation } },
  { kind: 'cut', when: 'after', only: { operation } }
]

/** Tasks that do not end before the test has checked the account. */
const waiting = (account: FaultyAccount): Partial<AzurePlace> => ({
  nodeProgram: account.program('afterRelease(read)')
})

describe('a temporary fault of a call is retried without a message', () => {
  const others = CALLS.filter((call) => !['job.add', 'task.addCollection'].includes(call))
  test.each(others)('at %s', async (operation) => {
    await expectCase(live(), { faults: temporary(operation), message: null, ends: 'all rows' })
  })

  test.each(['job.add', 'task.addCollection'])(
    'at %s, and nothing is added twice',
    async (operation) => {
      const there: string[] = []
      await expectCase(live(), {
        faults: temporary(operation),
        changes: waiting,
        meanwhile: async ({ service, release }) => {
          for (const found of [
            await service.jobs('', onward),
            await service.pools('', onward),
            await service.tasks(NAME, 'all', onward)
          ])
            there.push(...found.map(({ id }) => id.replace(/_.*/, '')))
          release()
        },
        message: null,
        ends: 'all rows'
      })
      expect(there.sort()).toEqual(['batch-ocr-run-', NAME, 'task-0001', 'task-0002'])
    }
  )

  test('when half of the tasks are refused at first, each is added once', async () => {
    let ids: string[] = []
    await expectCase(live(), {
      changes: waiting,
      faults: [
        { kind: 'half-added' },
        { kind: 'cut', when: 'after', after: 1, only: { operation: 'task.addCollection' } }
      ],
      meanwhile: async ({ service, release }) => {
        ids = (await service.tasks(NAME, 'all', onward)).map(({ id }) => id)
        release()
      },
      message: null,
      ends: 'all rows'
    })
    expect(ids.sort()).toEqual(['task-0001', 'task-0002'])
  })
})

describe('a fault that does not pass ends the run, with a message that names the call', () => {
  const always = (operation: string, after = 0): FaultSpec[] => [
    { kind: 'server-error', times: 'always', after, only: { operation } }
  ]
  test.each<[string, FaultCase]>([
    [
      'at job.add',
      { faults: always('job.add'), message: /did not add the job .* \(500/, ends: 'not started' }
    ],
    [
      'at task.addCollection',
      {
        faults: always('task.addCollection'),
        message: /did not add 2 tasks to the job .* \(500/,
        ends: 'not started'
      }
    ],
    [
      'at job.patch',
      {
        faults: always('job.patch'),
        message: /did not end the job .* with its tasks .* \(500/,
        ends: 'not started'
      }
    ],
    [
      'at job.getTaskCounts',
      {
        faults: always('job.getTaskCounts', 3),
        changes: endless,
        message: /did not count the tasks of the job .* \(500/,
        ends: 'problem'
      }
    ],
    [
      'at account.listPoolNodeCounts',
      {
        faults: always('account.listPoolNodeCounts', 3),
        changes: endless,
        message: /did not count the nodes of the pool .* \(500/,
        ends: 'problem'
      }
    ],
    [
      'at task.list',
      {
        faults: always('task.list'),
        changes: (account) => ({ nodeProgram: account.program('process.exit(3)') }),
        message: /did not list the tasks of the job .* \(500/,
        ends: 'problem'
      }
    ],
    [
      'throttled for longer than the retry limit',
      {
        faults: [
          {
            kind: 'throttled',
            status: 503,
            retryAfterSeconds: 60,
            times: 'always',
            only: { operation: 'job.getTaskCounts' }
          }
        ],
        changes: endless,
        message: /did not count the tasks of the job .* \(503/,
        ends: 'problem'
      }
    ]
  ])('%s', async (_, one) => expectCase(live(), { ...one, impatient: true }))

  test('at job.deleteMethod: all rows are there, and a message says what is left on Azure', async () => {
    live().emulator.faults.set({
      kind: 'server-error',
      times: 'always',
      only: { operation: 'job.deleteMethod' }
    })
    const outcome = await run(impatient(live()))
    expectWhole(outcome)
    expect(outcome.rows).toHaveLength(IMAGES)
    expect(outcome.left).toMatch(/Not all of batch-ocr-test could be removed .*sweep/)
    live().emulator.faults.clear()
    await removeLeft(live())
    await expectNothingLeft(live())
  })
})

describe('an expired token', () => {
  const credential = (): Credential => {
    const { token } = byToken() as Extract<Credential, { kind: 'token' }>
    return { kind: 'token', token: Object.assign(token, { forget: () => {} }) }
  }
  const withTokens = ({ open }: FaultyAccount): Partial<AzurePlace> => ({
    account: open({ credential: credential(), impatient: true })
  })

  test.each<[string, FaultCase]>([
    [
      'is replaced without a message',
      {
        faults: CALLS.map((operation) => ({ kind: 'token-expired', only: { operation } })),
        changes: withTokens,
        message: null,
        ends: 'all rows'
      }
    ],
    [
      'that cannot be replaced keeps the run from starting',
      {
        faults: [{ kind: 'token-expired', times: 'always' }],
        changes: withTokens,
        message: /\(401/,
        ends: 'not started'
      }
    ]
  ])('%s', async (_, one) => expectCase(live(), one))

  test('that cannot be replaced during the run ends it, and a message says what is left on Azure', async () => {
    const account = impatient(live())
    account.emulator.faults.set({ kind: 'token-expired', times: 'always', after: 20 })
    const outcome = await run(account, { ...endless(account), ...withTokens(account) })
    expectWhole(outcome)
    expect(outcome.problem).toMatch(/\(401/)
    expect(outcome.left).toMatch(/Not all of batch-ocr-test could be removed/)
    await removeLeft(account)
    await expectNothingLeft(account)
  })
})
