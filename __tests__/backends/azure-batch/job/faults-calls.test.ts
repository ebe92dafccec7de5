import { describe, expect, test } from '@jest/globals'
import type { FaultSpec } from '../../../../emulator/faults/fault-spec.ts'
import type { AzurePlace } from '../../../../src/backends/azure-batch/backend.ts'
import type { Credential } from '../../../../src/backends/azure-batch/identity/credentials.ts'
import { byToken } from '../client/accounts.ts'
import { onward } from '../live-account.ts'
import {
  expectNothingLeft,
  expectWhole,
  IMAGES,
  NAME,
  nodeProgram,
  removeLeft,
  run,
  troubledAccount
} from './trouble.ts'
import { type Case, holds, never } from './trouble-cases.ts'

const live = troubledAccount()

/** Every call that a run makes, from the first to the last. */
const CALLS = [
  ...['job.get', 'job.add', 'task.addCollection', 'job.patch', 'job.getTaskCounts'],
  ...['account.listPoolNodeCounts', 'task.list', 'job.terminate', 'job.list', 'job.deleteMethod']
]

/** All that can happen to a call and pass by. */
const passing = (operation: string): FaultSpec[] => [
  { kind: 'throttled', status: 429, retryAfterSeconds: 0, only: { operation } },
  { kind: 'throttled', status: 503, retryAfterSeconds: 0, only: { operation } },
  { kind: 'server-error', only: { operation } },
  { kind: 'cut', when: 'before', only: { operation } },
  { kind: 'slow', seconds: 0.3, only: { operation } },
  { kind: 'cut', when: 'after', only: { operation } }
]

describe('what happens to a call and passes by is not even heard of', () => {
  const others = CALLS.filter((call) => !['job.add', 'task.addCollection'].includes(call))
  test.each(others)('at %s', async (operation) => {
    await holds(live(), { faults: passing(operation), hears: null, ends: 'all rows' })
    expect(live().emulator.faults.list()).toEqual([])
  })

  test.each(['job.add', 'task.addCollection'])(
    'at %s, and nothing is there twice',
    async (operation) => {
      const there: string[] = []
      await holds(live(), {
        faults: passing(operation),
        meanwhile: async ({ service }) => {
          for (const found of [
            await service.jobs('', onward),
            await service.pools('', onward),
            await service.tasks(NAME, 'all', onward)
          ])
            there.push(...found.map(({ id }) => id.replace(/_.*/, '')))
        },
        hears: null,
        ends: 'all rows'
      })
      expect(there.sort()).toEqual(['batch-ocr-run-', NAME, 'task-0001', 'task-0002'])
    }
  )

  test('where half of the tasks is added at first, each is there once', async () => {
    let ids: string[] = []
    await holds(live(), {
      faults: [
        { kind: 'half-added' },
        { kind: 'cut', when: 'after', after: 1, only: { operation: 'task.addCollection' } }
      ],
      meanwhile: async ({ service }) => {
        ids = (await service.tasks(NAME, 'all', onward)).map(({ id }) => id)
      },
      hears: null,
      ends: 'all rows'
    })
    expect(ids.sort()).toEqual(['task-0001', 'task-0002'])
  })
})

describe('a service that never comes back ends the run, in a sentence that names the call', () => {
  const always = (operation: string, after = 0): FaultSpec[] => [
    { kind: 'server-error', times: 'always', after, only: { operation } }
  ]
  test.each<[string, Case]>([
    [
      'at job.add',
      { faults: always('job.add'), hears: /did not add the job .* \(500/, ends: 'not started' }
    ],
    [
      'at task.addCollection',
      {
        faults: always('task.addCollection'),
        hears: /did not add 2 tasks to the job .* \(500/,
        ends: 'not started'
      }
    ],
    [
      'at job.patch',
      {
        faults: always('job.patch'),
        hears: /did not end the job .* with its tasks .* \(500/,
        ends: 'not started'
      }
    ],
    [
      'at job.getTaskCounts',
      {
        faults: always('job.getTaskCounts', 3),
        changes: never,
        hears: /did not count the tasks of the job .* \(500/,
        ends: 'problem'
      }
    ],
    [
      'at account.listPoolNodeCounts',
      {
        faults: always('account.listPoolNodeCounts', 3),
        changes: never,
        hears: /did not count the nodes of the pool .* \(500/,
        ends: 'problem'
      }
    ],
    [
      'at task.list',
      {
        faults: always('task.list'),
        changes: (account) => ({ nodeProgram: nodeProgram(account, 'process.exit(3)') }),
        hears: /did not list the tasks of the job .* \(500/,
        ends: 'problem'
      }
    ],
    [
      'throttled for longer than we wait',
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
        changes: never,
        hears: /did not count the tasks of the job .* \(503/,
        ends: 'problem'
      }
    ]
  ])('%s', async (_, one) => holds(live(), one))

  test('at job.deleteMethod: all rows, what is left is told, and removed once it can be', async () => {
    live().emulator.faults.set({
      kind: 'server-error',
      times: 'always',
      only: { operation: 'job.deleteMethod' }
    })
    const outcome = await run(live())
    expectWhole(outcome)
    expect(outcome.rows).toHaveLength(IMAGES)
    expect(outcome.left).toMatch(/Not all of batch-ocr-test could be removed .*sweep/)
    live().emulator.faults.clear()
    await removeLeft(live())
    await expectNothingLeft(live())
  })
})

describe('an expired token', () => {
  /** Signs in by tokens; the service may call one expired, and another one is asked for. */
  function credential(): Credential & { asked: number } {
    const { token } = byToken() as Extract<Credential, { kind: 'token' }>
    const own = {
      kind: 'token' as const,
      token: Object.assign(token, { forget: () => void own.asked++ }),
      asked: 0
    }
    return own
  }
  const withTokens = (): Partial<AzurePlace> => ({ account: live().as(credential()) })

  test.each<[string, Case]>([
    [
      'is replaced, and nobody hears of it',
      {
        faults: CALLS.map((operation) => ({ kind: 'token-expired', only: { operation } })),
        changes: withTokens,
        hears: null,
        ends: 'all rows'
      }
    ],
    [
      'that no other replaces keeps the run from starting',
      {
        faults: [{ kind: 'token-expired', times: 'always' }],
        changes: withTokens,
        hears: /\(401/,
        ends: 'not started'
      }
    ]
  ])('%s', async (_, one) => holds(live(), one))

  test('that no other replaces on the way ends the run, and what is left is told', async () => {
    const account = live()
    account.emulator.faults.set({ kind: 'token-expired', times: 'always', after: 20 })
    const outcome = await run(account, { ...never(account), ...withTokens() })
    expectWhole(outcome)
    expect(outcome.problem).toMatch(/\(401/)
    expect(outcome.left).toMatch(/Not all of batch-ocr-test could be removed/)
    await removeLeft(account)
    await expectNothingLeft(account)
  })
})
