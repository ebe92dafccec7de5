import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { quotaFindings } from '../../../../src/backends/azure-batch/doctor/quota.ts'
import { AzureProblem } from '../../../../src/backends/azure-batch/problem.ts'

const onward = new AbortController().signal

/** What Azure's resource manager answers, by path; a path that is not there is forbidden. */
type Answers = Readonly<Record<string, unknown>>

const living: Server[] = []
afterEach(() => {
  for (const server of living.splice(0)) server.close()
})

/** A stand-in for the resource manager. */
async function manager(answers: (own: string) => Answers) {
  const seen: string[] = []
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '', url)
    seen.push(`${request.headers.authorization} ${pathname}`)
    const answer = answers(url)[pathname + (search.includes('page=2') ? '?page=2' : '')]
    response.writeHead(answer === undefined ? 403 : 200, { 'content-type': 'application/json' })
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer ?? { error: {} }))
  })
  living.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const tokens = async (scope: string) => ({ token: `for ${scope}`, expires: new Date() })
  return { url, tokens, seen }
}

const QUESTION = {
  batchEndpoint: 'https://mine.westeurope.batch.azure.com',
  pool: null,
  vmSize: 'Standard_D4s_v5',
  nodes: 2,
  spotNodes: 0
}

const accountsOf = (id: string) => `/subscriptions/${id}/providers/Microsoft.Batch/batchAccounts`

/** One subscription with two accounts, of which the second is ours. */
const withQuotas = (properties: Record<string, unknown>) => (): Answers => ({
  '/subscriptions': { value: [{ subscriptionId: 'one' }] },
  [accountsOf('one')]: {
    value: [
      {
        name: 'other',
        properties: { accountEndpoint: 'other.westeurope.batch.azure.com', dedicatedCoreQuota: 0 }
      },
      {
        name: 'mine',
        properties: {
          accountEndpoint: 'mine.westeurope.batch.azure.com',
          poolAllocationMode: 'BatchService',
          dedicatedCoreQuota: 100,
          lowPriorityCoreQuota: 50,
          poolQuota: 20,
          activeJobAndJobScheduleQuota: 100,
          dedicatedCoreQuotaPerVMFamilyEnforced: false,
          ...properties
        }
      }
    ]
  }
})

const found = async (
  properties: Record<string, unknown>,
  question: Partial<typeof QUESTION> | { pool: string } = {},
  activeJobs: number | null = 3
) =>
  quotaFindings(
    { ...QUESTION, ...question },
    await manager(withQuotas(properties)),
    activeJobs,
    onward
  )

describe('the quota of an account', () => {
  test('is enough for what is asked for', async () => {
    expect(await found({}, { spotNodes: 1 })).toEqual([
      {
        what: 'Dedicated cores',
        state: 'good',
        told: '2 × 4 cores are asked for; the account may have 100, with those of its other pools.',
        todo: null
      },
      {
        what: 'Spot cores',
        state: 'good',
        told: '1 × 4 cores are asked for; the account may have 50, with those of its other pools.',
        todo: null
      },
      {
        what: 'Jobs',
        state: 'good',
        told: '3 of our jobs are active, and 100 of all may be.',
        todo: null
      }
    ])
  })

  test.each([
    [{ dedicatedCoreQuota: 7 }, {}, 'Dedicated cores', /, or set nodes to 1 at most\.$/],
    [{ dedicatedCoreQuota: 0 }, {}, 'Dedicated cores', /, or take a smaller vm-size\.$/],
    [{ lowPriorityCoreQuota: 4 }, { spotNodes: 2 }, 'Spot cores', /set spot-nodes to 1 at most/],
    [{ poolQuota: 0 }, {}, 'Pools', /^Ask for more pools in the portal/],
    [{ activeJobAndJobScheduleQuota: 3 }, {}, 'Jobs', /batch-ocr sweep/],
    [
      {
        dedicatedCoreQuotaPerVMFamilyEnforced: true,
        dedicatedCoreQuotaPerVMFamily: [{ name: 'standardDSv5Family', coreQuota: 4 }]
      },
      {},
      'Dedicated cores of standardDSv5Family',
      /set nodes to 1 at most/
    ]
  ])('is too small: %j for %j', async (properties, question, what, todo) => {
    const bad = (await found(properties, question)).filter(({ state }) => state === 'bad')
    expect(bad).toEqual([
      { what, state: 'bad', told: expect.any(String), todo: expect.stringMatching(todo) }
    ])
  })

  test('says nothing of cores where the pool is there', async () => {
    const findings = await found({ dedicatedCoreQuota: 0, poolQuota: 0 }, { pool: 'theirs' })
    expect(findings.map(({ what }) => what)).toEqual(['Jobs'])
  })

  test.each([
    [{ poolAllocationMode: 'UserSubscription', dedicatedCoreQuota: null }, {}],
    [{ dedicatedCoreQuotaPerVMFamilyEnforced: true, dedicatedCoreQuotaPerVMFamily: [] }, {}],
    [{}, { vmSize: 'Standard_Odd' }]
  ])('is not known here: %j for %j', async (properties, question) => {
    const [first] = await found(properties, question, null)
    expect(first).toMatchObject({ state: 'unknown', todo: expect.stringMatching(/portal/) })
  })

  test('is looked for in every subscription and on every page, by tokens for the resource manager', async () => {
    const { '/subscriptions': _, ...own } = withQuotas({})()
    const arm = await manager((url) => ({
      '/subscriptions': {
        value: [{ subscriptionId: 'none' }],
        nextLink: `${url}/subscriptions?page=2`
      },
      '/subscriptions?page=2': { value: [{ subscriptionId: 'one' }] },
      [accountsOf('none')]: { value: [] },
      ...own
    }))
    const findings = await quotaFindings(QUESTION, arm, null, onward)
    expect(findings.map(({ state }) => state)).toEqual(['good'])
    const bearer = 'Bearer for https://management.azure.com/.default'
    expect(arm.seen).toEqual([
      `${bearer} /subscriptions`,
      `${bearer} /subscriptions`,
      `${bearer} ${accountsOf('none')}`,
      `${bearer} ${accountsOf('one')}`
    ])
  })

  test.each<[string, (url: string) => Answers, RegExp]>([
    ['refuses', () => ({}), /it answered 403 to \/subscriptions/],
    ['shows no account', () => ({ '/subscriptions': { value: [] } }), /sees 0 subscriptions/],
    ['says something else', () => ({ '/subscriptions': { values: 1 } }), /not as expected/],
    ['speaks no JSON', () => ({ '/subscriptions': '<html>' }), /does not answer/],
    [
      'sends elsewhere',
      () => ({ '/subscriptions': { value: [], nextLink: 'https://example.com/' } }),
      /a strange page/
    ]
  ])('stays unknown where the resource manager %s', async (_, answers, told) => {
    expect(await quotaFindings(QUESTION, await manager(answers), 3, onward)).toEqual([
      {
        what: 'Quota',
        state: 'unknown',
        told: expect.stringMatching(told),
        todo: 'Look in the Azure portal: your Batch account, Settings, Quotas.'
      }
    ])
  })

  test('stays unknown where there is no token for the resource manager', async () => {
    const { url } = await manager(() => ({}))
    const tokens = async () => {
      throw new AzureProblem('refused', 'AADSTS65001', 'Entra gives no token.')
    }
    const [finding] = await quotaFindings(QUESTION, { url, tokens }, 3, onward)
    expect(finding).toMatchObject({
      state: 'unknown',
      told: "Azure's resource manager does not tell what the account may have: Entra gives no token."
    })
  })
})
