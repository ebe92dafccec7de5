import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, test } from '@jest/globals'
import {
  type Application,
  BATCH_SCOPE,
  STORAGE_SCOPE
} from '../../../../src/backends/azure-batch/identity/credentials.ts'
import { federated } from '../../../../src/backends/azure-batch/identity/federated.ts'
import { githubIdentityToken } from '../../../../src/backends/azure-batch/identity/github-token.ts'
import type { IdentityToken } from '../../../../src/backends/azure-batch/identity/identity-token.ts'
import { tokenCache } from '../../../../src/backends/azure-batch/identity/token-cache.ts'
import { AzureProblem } from '../../../../src/backends/azure-batch/problem.ts'
import { CLIENT, TENANT } from '../../../support/entra.ts'
import { fieldsOf } from '../../../support/json-web-token.ts'
import { until } from '../../../support/poll.ts'
import { failureOf, noAbort } from '../calls.ts'
import { identityServices, SUBJECT } from './services.ts'

const services = identityServices()
const APPLICATION: Application = { tenantId: TENANT, clientId: CLIENT }

const RETRIES = { firstWait: 1, longestWait: 16, limit: 60_000, attempts: 5 }

/** The token source of a step. */
const tokenSource = (application = APPLICATION, env: NodeJS.ProcessEnv = {}, now = Date.now) =>
  tokenCache(
    federated(
      application,
      githubIdentityToken(services().env, () => {}, RETRIES) as IdentityToken,
      {
        ...services().env,
        ...env
      }
    ),
    now
  )

describe('The identity token of a workflow', () => {
  test.each([
    [BATCH_SCOPE, 'https://batch.core.windows.net/'],
    [STORAGE_SCOPE, 'https://storage.azure.com']
  ])('is exchanged for a token for %s', async (scope, audience) => {
    const { token, expires } = await tokenSource()(scope, noAbort)
    expect(fieldsOf(token)).toMatchObject({ aud: audience, tid: TENANT })
    expect(Math.abs(expires.getTime() - Date.now() - 3_600_000)).toBeLessThan(600_000)
    expect(services().github.asked).toEqual(['api://AzureADTokenExchange'])
  })

  test('is requested once for each token of Entra', async () => {
    const { github, entra } = services()
    const tokens = tokenSource()
    for (const scope of [BATCH_SCOPE, STORAGE_SCOPE, BATCH_SCOPE, STORAGE_SCOPE])
      await tokens(scope, noAbort)
    expect(entra.asked.map(({ assertion }) => assertion)).toEqual(github.given)
    expect(github.given).toHaveLength(2)
    expect(new Set(github.given).size).toBe(2)
  })

  test('is requested again to replace a token before it expires', async () => {
    const { github, entra } = services()
    let clock = Date.now()
    const tokens = tokenSource(APPLICATION, {}, () => clock)
    const received = new Set<string>()
    for (let times = 1; times <= 3; times++) {
      const { token, expires } = await tokens(BATCH_SCOPE, noAbort)
      expect(await tokens(BATCH_SCOPE, noAbort)).toEqual({ token, expires })
      received.add(token)
      clock = expires.getTime() - 1000
      entra.lifetime += 3600
    }
    expect(received.size).toBe(3)
    expect(new Set(github.given).size).toBe(3)
    expect(entra.asked.map(({ assertion }) => assertion)).toEqual(github.given)
  })

  test('is requested again after a service rejected a token as expired', async () => {
    const tokens = tokenSource()
    await tokens(BATCH_SCOPE, noAbort)
    tokens.forget?.(BATCH_SCOPE)
    await tokens(BATCH_SCOPE, noAbort)
    expect(services().entra.asked).toHaveLength(2)
  })

  test('is sent again if Entra is temporarily unavailable', async () => {
    services().entra.failures.push(503)
    await tokenSource()(BATCH_SCOPE, noAbort)
    expect(services().entra.asked).toHaveLength(2)
  })
})

describe('An error says what to do', () => {
  /** The error of a token request, which must not contain a secret. */
  async function problemOf(
    application = APPLICATION,
    env: NodeJS.ProcessEnv = {}
  ): Promise<AzureProblem> {
    const problem = await failureOf(tokenSource(application, env)(BATCH_SCOPE, noAbort))
    expect(problem).toBeInstanceOf(AzureProblem)
    const text = `${problem.message}\n${problem.stack}\n${JSON.stringify(problem)}\n${problem.cause}`
    for (const secret of [
      ...services().github.given,
      services().env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']
    ])
      expect(text).not.toContain(secret)
    return problem as AzureProblem
  }

  test('if the application does not trust the subject: the subject to add', async () => {
    services().entra.trusted = 'repo:octo/other:ref:refs/heads/main'
    const problem = await problemOf()
    expect(problem).toMatchObject({ kind: 'refused', code: 'AADSTS700213' })
    expect(problem.message).toMatch(
      /^Microsoft Entra did not issue a token to the application 2222/
    )
    expect(problem.message).toMatch(
      new RegExp(`exactly the subject ${SUBJECT}, the issuer https://token.actions`)
    )
    expect(problem.message).toContain('https://token.actions.githubusercontent.com')
    expect(problem.message).not.toMatch(/Trace ID|Timestamp/)
  })

  test('if the application has no federated credential', async () => {
    services().entra.refusal = {
      code: 70021,
      message: 'No matching federated identity record found for presented assertion.'
    }
    const problem = await problemOf()
    expect(problem.code).toBe('AADSTS70021')
    expect(problem.message).toContain(SUBJECT)
  })

  test('if the application does not exist in the tenant', async () => {
    const clientId = '33333333-3333-4333-8333-333333333333'
    const problem = await problemOf({ ...APPLICATION, clientId })
    expect(problem).toMatchObject({ kind: 'refused', code: 'AADSTS700016' })
    expect(problem.message).toMatch(
      /The tenant 1111\S+ has no application 3333\S+\. Check `client-id`/
    )
  })

  test('if the tenant does not exist', async () => {
    const tenantId = '44444444-4444-4444-8444-444444444444'
    const problem = await problemOf({ ...APPLICATION, tenantId })
    expect(problem).toMatchObject({ kind: 'refused', code: 'AADSTS90002' })
    expect(problem.message).toMatch(/The tenant 4444\S+ does not exist\. Check `tenant-id`/)
  })

  test('if the identity token has expired: the clock', async () => {
    services().github.lifetime = -10
    const problem = await problemOf()
    expect(problem).toMatchObject({ kind: 'refused', code: 'AADSTS700024' })
    expect(problem.message).toMatch(/Check this machine's clock/)
  })

  test.each([
    [500011, 'The resource principal named x was not found.', /Microsoft\.Batch is registered/],
    [7000229, 'The client application is missing a service principal.', /az ad sp create/],
    [
      53003,
      'Access has been blocked by Conditional Access policies.',
      /Conditional Access.*Check `tenant-id`/
    ]
  ])('for AADSTS%i', async (code, message, remedy) => {
    services().entra.refusal = { code, message }
    const problem = await problemOf()
    expect(problem).toMatchObject({ kind: 'refused', code: `AADSTS${code}` })
    expect(problem.message).toMatch(remedy)
  })

  test('if Entra cannot be reached', async () => {
    const closed = createServer().listen(0, '127.0.0.1')
    await once(closed, 'listening')
    const { port } = closed.address() as AddressInfo
    closed.close()
    const problem = await problemOf(APPLICATION, {
      AZURE_AUTHORITY_HOST: `https://127.0.0.1:${port}`
    })
    expect(problem).toMatchObject({ kind: 'unavailable', code: 'ECONNREFUSED' })
    expect(problem.message).toMatch(/\(ECONNREFUSED\)\. Check the network/)
  })

  test('if GitHub issues no identity token', async () => {
    services().github.failures.push(403)
    const problem = await problemOf()
    expect(problem).toMatchObject({ kind: 'refused' })
    expect(problem.message).toMatch(/id-token: write/)
    expect(services().entra.asked).toHaveLength(0)
  })

  test('if the connection to Entra is not encrypted', async () => {
    const problem = await problemOf(APPLICATION, { AZURE_AUTHORITY_HOST: 'http://127.0.0.1:1' })
    expect(problem.message).toMatch(/https/)
  })
})

describe('A cancelled request ends with the reason', () => {
  test.each(['github', 'entra'] as const)('while %s does not respond', async (name) => {
    const service = services()[name]
    service.failures.push('silence')
    const stop = new AbortController()
    const call = failureOf(tokenSource()(BATCH_SCOPE, stop.signal))
    await until(() => service.asked.length === 1, 'a request')
    stop.abort(new Error('cancelled'))
    expect(await call).toBe(stop.signal.reason)
  })

  test('while it waits to repeat a request to Entra', async () => {
    services().entra.failures.push(503, 503, 503, 503)
    const stop = new AbortController()
    const call = failureOf(tokenSource()(BATCH_SCOPE, stop.signal))
    await until(() => services().entra.asked.length === 1, 'a request')
    stop.abort(new Error('cancelled'))
    expect(await call).toBe(stop.signal.reason)
    expect(services().entra.asked).toHaveLength(1)
  })
})
