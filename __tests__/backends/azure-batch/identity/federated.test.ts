import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, test } from '@jest/globals'
import {
  type Application,
  BATCH_SCOPE,
  type IdentityToken,
  STORAGE_SCOPE
} from '../../../../src/backends/azure-batch/identity/credentials.ts'
import { federated } from '../../../../src/backends/azure-batch/identity/federated.ts'
import { tokenCache } from '../../../../src/backends/azure-batch/identity/token-cache.ts'
import { AzureProblem } from '../../../../src/backends/azure-batch/problem.ts'
import { identityToken } from '../../../../src/github/identity-token.ts'
import { until } from '../../../support/command.ts'
import { CLIENT, TENANT } from '../../../support/entra.ts'
import { fieldsOf } from '../../../support/json-web-token.ts'
import { failureOf, onward, parties, SUBJECT } from './parties.ts'

const here = parties()
const OURS: Application = { tenantId: TENANT, clientId: CLIENT }

/** How a step of ours asks for tokens, with Microsoft's own credential. */
const source = (application = OURS, env: NodeJS.ProcessEnv = {}) =>
  tokenCache(
    federated(
      application,
      identityToken(here().env, () => {}, {
        firstWait: 1,
        longestWait: 16,
        limit: 60_000,
        attempts: 5
      }) as IdentityToken,
      {
        ...here().env,
        ...env
      }
    )
  )

describe('a workflow proves itself by its identity token', () => {
  test.each([
    [BATCH_SCOPE, 'https://batch.core.windows.net/'],
    [STORAGE_SCOPE, 'https://storage.azure.com']
  ])('and gets a token for %s', async (scope, audience) => {
    const { token, expires } = await source()(scope, onward)
    expect(fieldsOf(token)).toMatchObject({ aud: audience, tid: TENANT })
    expect(Math.abs(expires.getTime() - Date.now() - 3_600_000)).toBeLessThan(60_000)
    expect(here().github.asked).toEqual(['api://AzureADTokenExchange'])
  })

  test('asking GitHub once for each token, and Entra too', async () => {
    const { github, entra } = here()
    const tokens = source()
    for (const scope of [BATCH_SCOPE, STORAGE_SCOPE, BATCH_SCOPE, STORAGE_SCOPE])
      await tokens(scope, onward)
    expect(entra.asked.map(({ assertion }) => assertion)).toEqual(github.given)
    expect(github.given).toHaveLength(2)
    expect(new Set(github.given).size).toBe(2)
  })

  test('anew, with an identity token of its own, before a token of two seconds ends', async () => {
    const { github, entra } = here()
    entra.lifetime = 2
    const tokens = source()
    const seen = new Set<string>()
    for (let times = 1; times <= 3; times++) {
      const { token, expires } = await tokens(BATCH_SCOPE, onward)
      expect(await tokens(BATCH_SCOPE, onward)).toEqual({ token, expires })
      expect(fieldsOf(token)['exp']).toBeGreaterThan(Date.now() / 1000)
      seen.add(token)
      await until('more than half of its life is over', () => Date.now() > expires.getTime() - 500)
    }
    expect(seen.size).toBe(3)
    expect(new Set(github.given).size).toBe(3)
    expect(entra.asked.map(({ assertion }) => assertion)).toEqual(github.given)
  })

  test('anew after the service called a token expired, though it has an hour left', async () => {
    const tokens = source()
    await tokens(BATCH_SCOPE, onward)
    tokens.forget?.(BATCH_SCOPE)
    await tokens(BATCH_SCOPE, onward)
    expect(here().entra.asked).toHaveLength(2)
  })

  test('again where Entra is busy for a moment', async () => {
    here().entra.failures.push(503)
    await source()(BATCH_SCOPE, onward)
    expect(here().entra.asked).toHaveLength(2)
  })
})

describe('a refusal is told in a sentence, with what to do', () => {
  /** Fails, and gives the problem; nothing that proves anything may stand in it. */
  async function problemOf(application = OURS, env: NodeJS.ProcessEnv = {}): Promise<AzureProblem> {
    const problem = await failureOf(source(application, env)(BATCH_SCOPE, onward))
    expect(problem).toBeInstanceOf(AzureProblem)
    const written = `${problem.message}\n${problem.stack}\n${JSON.stringify(problem)}\n${problem.cause}`
    for (const secret of [...here().github.given, here().env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']])
      expect(written).not.toContain(secret)
    return problem as AzureProblem
  }

  test('of a subject that the application does not trust: the subject to add', async () => {
    here().entra.trusted = 'repo:octo/other:ref:refs/heads/main'
    const problem = await problemOf()
    expect(problem).toMatchObject({ kind: 'refused', code: 'AADSTS700213' })
    expect(problem.message).toMatch(/^Entra gave no token to the application 2222/)
    expect(problem.message).toMatch(
      new RegExp(`exactly the subject ${SUBJECT}, the issuer https://token.actions`)
    )
    expect(problem.message).toContain('https://token.actions.githubusercontent.com')
    expect(problem.message).not.toMatch(/Trace ID|Timestamp/)
  })

  test('of an application that has no federated credential', async () => {
    const said = 'No matching federated identity record found for presented assertion.'
    here().entra.refusal = { code: 70021, said }
    const problem = await problemOf()
    expect(problem.code).toBe('AADSTS70021')
    expect(problem.message).toContain(SUBJECT)
  })

  test('of an application that is not in the tenant', async () => {
    const clientId = '33333333-3333-4333-8333-333333333333'
    const problem = await problemOf({ ...OURS, clientId })
    expect(problem).toMatchObject({ kind: 'refused', code: 'AADSTS700016' })
    expect(problem.message).toMatch(/no application 3333\S+ in the tenant 1111\S+: check client-id/)
  })

  test('of a tenant that there is not', async () => {
    const tenantId = '44444444-4444-4444-8444-444444444444'
    const problem = await problemOf({ ...OURS, tenantId })
    expect(problem).toMatchObject({ kind: 'refused', code: 'AADSTS90002' })
    expect(problem.message).toMatch(/no tenant 4444\S+: check tenant-id/)
  })

  test('of an identity token past its end: the clock', async () => {
    here().github.lifetime = -10
    const problem = await problemOf()
    expect(problem).toMatchObject({ kind: 'refused', code: 'AADSTS700024' })
    expect(problem.message).toMatch(/check the clock/)
  })

  test.each([
    [500011, 'The resource principal named x was not found.', /Microsoft\.Batch registered/],
    [7000229, 'The client application is missing a service principal.', /az ad sp create/],
    [
      53003,
      'Access has been blocked by Conditional Access policies.',
      /Conditional Access.*Check tenant-id/
    ]
  ])('of kind %i', async (code, said, cure) => {
    here().entra.refusal = { code, said }
    const problem = await problemOf()
    expect(problem).toMatchObject({ kind: 'refused', code: `AADSTS${code}` })
    expect(problem.message).toMatch(cure)
  })

  test('by the network', async () => {
    const closed = createServer().listen(0, '127.0.0.1')
    await once(closed, 'listening')
    const { port } = closed.address() as AddressInfo
    closed.close()
    const problem = await problemOf(OURS, { AZURE_AUTHORITY_HOST: `https://127.0.0.1:${port}` })
    expect(problem).toMatchObject({ kind: 'unavailable', code: 'ECONNREFUSED' })
    expect(problem.message).toMatch(/\(ECONNREFUSED\)\. Check the network/)
  })

  test('by GitHub, in its own words', async () => {
    here().github.failures.push(403)
    const problem = await problemOf()
    expect(problem).toMatchObject({ kind: 'refused' })
    expect(problem.message).toMatch(/id-token: write/)
    expect(here().entra.asked).toHaveLength(0)
  })

  test('of an Entra that is not spoken to in secret', async () => {
    const problem = await problemOf(OURS, { AZURE_AUTHORITY_HOST: 'http://127.0.0.1:1' })
    expect(problem.message).toMatch(/https/)
  })
})

describe('a call that is cancelled ends at once with the reason', () => {
  test.each(['github', 'entra'] as const)('while %s does not answer', async (silent) => {
    const party = here()[silent]
    party.failures.push('silence')
    const stop = new AbortController()
    const call = failureOf(source()(BATCH_SCOPE, stop.signal))
    await until(`${silent} was asked`, () => party.asked.length === 1)
    stop.abort(new Error('cancelled'))
    expect(await call).toBe(stop.signal.reason)
  })

  test('while Entra is waited for that was busy', async () => {
    here().entra.failures.push(503, 503, 503, 503)
    const stop = new AbortController()
    const call = failureOf(source()(BATCH_SCOPE, stop.signal))
    await until('entra was asked', () => here().entra.asked.length === 1)
    stop.abort(new Error('cancelled'))
    expect(await call).toBe(stop.signal.reason)
    expect(here().entra.asked).toHaveLength(1)
  })
})
