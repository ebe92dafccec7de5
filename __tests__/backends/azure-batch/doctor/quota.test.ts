import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { quotaFindings } from '../../../../src/backends/azure-batch/doctor/quota.ts'
import { AzureProblem } from '../../../../src/backends/azure-batch/problem.ts'

const onward = new AbortController().signal

/** Responses of Azure Resource Manager, by path; other paths are forbidden. */
type Responses = Readonly<Record<string, unknown>>

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A stand-in for Azure Resource Manager. */
async function manager(responses: (own: string) => Responses) {
  const seen: string[] = []
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '', url)
    seen.push(`${request.headers.authorization} ${pathname}`)
    const body = responses(url)[pathname + (search.includes('page=2') ? '?page=2' : '')]
    response.writeHead(body === undefined ? 403 : 200, { 'content-type': 'application/json' })
    response.end(typeof body === 'string' ? body : JSON.stringify(body ?? { error: {} }))
  })
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const tokens = async (scope: string) => ({ token: `for ${scope}`, expires: new Date() })
  return { url, tokens, seen }
}

const SETTINGS = {
  batchEndpoint: 'https://mine.westeurope.batch.azure.com',
  pool: null,
  vmSize: 'Standard_D4s_v5',
  nodes: 2,
  spotNodes: 0
}

const accountsOf = (id: string) => `/subscriptions/${id}/providers/Microsoft.Batch/batchAccounts`

/** One subscription with two accounts, the second of which is checked. */
const withQuotas = (properties: Record<string, unknown>) => (): Responses => ({
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
  settings: Partial<typeof SETTINGS> | { pool: string } = {},
  activeJobs: number | null = 3
) =>
  quotaFindings(
    { ...SETTINGS, ...settings },
    await manager(withQuotas(properties)),
    activeJobs,
    onward
  )

describe('the quota of an account', () => {
  test('is large enough', async () => {
    expect(await found({}, { spotNodes: 1 })).toEqual([
      {
        what: 'Dedicated cores',
        state: 'good',
        told: 'The run needs 2 × 4 cores; the quota for all pools is 100.',
        todo: null
      },
      {
        what: 'Spot cores',
        state: 'good',
        told: 'The run needs 1 × 4 cores; the quota for all pools is 50.',
        todo: null
      },
      {
        what: 'Jobs',
        state: 'good',
        told: '3 active jobs of Batch OCR; the quota is 100 active jobs.',
        todo: null
      }
    ])
  })

  test.each([
    [{ dedicatedCoreQuota: 7 }, {}, 'Dedicated cores', /, or set nodes to 1 or less\.$/],
    [{ dedicatedCoreQuota: 0 }, {}, 'Dedicated cores', /, or use a smaller vm-size\.$/],
    [{ lowPriorityCoreQuota: 4 }, { spotNodes: 2 }, 'Spot cores', /set spot-nodes to 1 or less/],
    [{ poolQuota: 0 }, {}, 'Pools', /^Request more pools in the Azure portal/],
    [{ activeJobAndJobScheduleQuota: 3 }, {}, 'Jobs', /`sweep` command/],
    [
      {
        dedicatedCoreQuotaPerVMFamilyEnforced: true,
        dedicatedCoreQuotaPerVMFamily: [{ name: 'standardDSv5Family', coreQuota: 4 }]
      },
      {},
      'Dedicated cores of standardDSv5Family',
      /set nodes to 1 or less/
    ]
  ])('is too small: %j for %j', async (properties, settings, what, todo) => {
    const bad = (await found(properties, settings)).filter(({ state }) => state === 'bad')
    expect(bad).toEqual([
      { what, state: 'bad', told: expect.any(String), todo: expect.stringMatching(todo) }
    ])
  })

  test('has no finding about cores if the pool exists', async () => {
    const findings = await found({ dedicatedCoreQuota: 0, poolQuota: 0 }, { pool: 'theirs' })
    expect(findings.map(({ what }) => what)).toEqual(['Jobs'])
  })

  test.each([
    [{ poolAllocationMode: 'UserSubscription', dedicatedCoreQuota: null }, {}],
    [{ dedicatedCoreQuotaPerVMFamilyEnforced: true, dedicatedCoreQuotaPerVMFamily: [] }, {}],
    [{}, { vmSize: 'Standard_Odd' }]
  ])('is unknown: %j for %j', async (properties, settings) => {
    const [first] = await found(properties, settings, null)
    expect(first).toMatchObject({ state: 'unknown', todo: expect.stringMatching(/portal/) })
  })

  test('is searched for in every subscription and on every page, with tokens for Azure Resource Manager', async () => {
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
    const findings = await quotaFindings(SETTINGS, arm, null, onward)
    expect(findings.map(({ state }) => state)).toEqual(['good'])
    const bearer = 'Bearer for https://management.azure.com/.default'
    expect(arm.seen).toEqual([
      `${bearer} /subscriptions`,
      `${bearer} /subscriptions`,
      `${bearer} ${accountsOf('none')}`,
      `${bearer} ${accountsOf('one')}`
    ])
  })

  test.each<[string, (url: string) => Responses, RegExp]>([
    ['refuses access', () => ({}), /it responded with 403 to \/subscriptions/],
    [
      'does not list the account',
      () => ({ '/subscriptions': { value: [] } }),
      /none of the 0 subscriptions/
    ],
    ['has another response', () => ({ '/subscriptions': { values: 1 } }), /not as expected/],
    ['does not respond with JSON', () => ({ '/subscriptions': '<html>' }), /does not respond/],
    [
      'continues a list on another host',
      () => ({ '/subscriptions': { value: [], nextLink: 'https://example.com/' } }),
      /on another host/
    ]
  ])('is unknown if Azure Resource Manager %s', async (_, responses, told) => {
    expect(await quotaFindings(SETTINGS, await manager(responses), 3, onward)).toEqual([
      {
        what: 'Quota',
        state: 'unknown',
        told: expect.stringMatching(told),
        todo: 'See the Azure portal: your Batch account, Settings, Quotas.'
      }
    ])
  })

  test('is unknown without a token for Azure Resource Manager', async () => {
    const { url } = await manager(() => ({}))
    const tokens = async () => {
      throw new AzureProblem('refused', 'AADSTS65001', 'Entra gives no token.')
    }
    const [finding] = await quotaFindings(SETTINGS, { url, tokens }, 3, onward)
    expect(finding).toMatchObject({
      state: 'unknown',
      told: 'Azure Resource Manager does not return the quotas: Entra gives no token.'
    })
  })
})
