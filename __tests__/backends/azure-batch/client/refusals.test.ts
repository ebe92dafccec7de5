import { inspect } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { openBatchService } from '../../../../src/backends/azure-batch/client/open-batch-service.ts'
import { AzureProblem } from '../../../../src/backends/azure-batch/problem.ts'
import { failureOf, noAbort } from '../calls.ts'
import { byToken, jobOf, poolOf, testAccount } from './accounts.ts'
import { LONG_RETRIES, refuse, refusingService, respond, scriptedService } from './stand-in.ts'

const account = testAccount()

const ACCESS = {
  credential: { kind: 'shared-key', account: 'a', key: 'a2V5' },
  apiVersion: '2025-06-01',
  retryLimit: 50
} as const

describe('An error says what failed, at which account, and what to do', () => {
  test.each([
    [403, 'AuthenticationFailed', 'refused', /`batch-account-key`.*clock/],
    [401, 'AuthenticationFailed', 'refused', /`tenant-id` and `client-id`/],
    [403, 'PermissionDenied', 'refused', /role Azure Batch Data Contributor/],
    [403, 'Forbidden', 'refused', /role Azure Batch Data Contributor/],
    [403, 'SomethingNew', 'refused', /`batch-account-key`, or assign the role/],
    [409, 'ActiveJobAndScheduleQuotaReached', 'quota', /sweep.*higher quota/],
    [409, 'PoolQuotaReached', 'quota', /sweep.*higher quota/],
    [409, 'AccountCoreQuotaReached', 'quota', /fewer nodes/],
    [409, 'accountcorequotareached', 'conflict', /fewer nodes/],
    [409, 'OtherQuotaReached', 'quota', /higher quota/],
    [409, 'JobBeingDeleted', 'conflict', /a few minutes/],
    [412, 'ConditionNotMet', 'conflict', /412 ConditionNotMet/],
    [400, 'InvalidPropertyValue', 'bad-request', /vm-size.*vm-image/],
    [404, 'ResourceNotFound', 'not-found', /`batch-endpoint`/],
    [500, 'InternalError', 'unavailable', /try again later/],
    [503, 'ServerBusy', 'unavailable', /try again later/]
  ])('%i %s', async (status, code, kind, remedy) => {
    const values = [
      { key: 'PropertyName', value: 'vmSize' },
      { key: 'Reason', value: 'It is invalid' }
    ]
    const service = await refusingService({ status, code, message: 'It failed.', values })
    const problem = await failureOf(service.addJob(jobOf('j'), noAbort))
    expect(problem).toBeInstanceOf(AzureProblem)
    expect(problem).toMatchObject({ kind, code })
    const { message } = problem
    expect(message).toMatch(
      new RegExp(
        `^Azure Batch did not add the job j at 127\\.0\\.0\\.1:\\d+ \\(${status} ${code}\\)\\. It failed\\. `
      )
    )
    expect(message).toContain('(PropertyName: vmSize; Reason: It is invalid).')
    expect(message).toMatch(remedy)
    expect(message).not.toMatch(/RequestId|Time:|\n|\[object/)
  })

  test('if the service does not support the API version', async () => {
    const service = account().open({ apiVersion: '2019-01-01.1.0' })
    expect(await failureOf(service.pools('a', noAbort))).toMatchObject({
      kind: 'bad-request',
      message: expect.stringMatching(/Set `batch-api-version`/)
    })
  })

  test('if nothing listens at the endpoint', async () => {
    const service = openBatchService({ ...ACCESS, endpoint: 'http://127.0.0.1:1' })
    expect(await failureOf(service.pool('p', noAbort))).toMatchObject({
      kind: 'unavailable',
      code: 'ECONNREFUSED',
      message: expect.stringMatching(/return the pool p at 127\.0\.0\.1:1 \(ECONNREFUSED\)/)
    })
  })

  test('if the account does not exist', async () => {
    const service = openBatchService({ ...ACCESS, endpoint: 'https://account.invalid' })
    expect(await failureOf(service.pool('p', noAbort))).toMatchObject({
      message: expect.stringMatching(
        /no Batch account has this host name.*https:\/\/NAME|EAI_AGAIN/
      )
    })
  })

  test.each([
    [404, 'text/html', '<html>Nothing here</html>'],
    [302, 'text/html', ''],
    [200, 'application/json', 'no JSON']
  ])('if another service answers, with %i and %s', async (status, type, body) => {
    const service = await scriptedService((request, response) => {
      request.resume()
      response.writeHead(status, { 'content-type': type, location: 'https://elsewhere.invalid/' })
      response.end(body)
    })
    expect(await failureOf(service.pool('p', noAbort))).toMatchObject({
      ...{ kind: 'not-found', code: '' },
      message: expect.stringMatching(new RegExp(`\\(${status}\\)\\. Check \`batch-endpoint\`\\.$`))
    })
  })

  // With a content-length, the SDK does not notice the interruption: the timeout ends the request.
  test.each([
    ['ERR_STREAM_PREMATURE_CLOSE', {}],
    ['ETIMEDOUT', { 'content-length': '100' }]
  ])('if every response is interrupted: %s', async (code, length) => {
    const service = await scriptedService(
      (request, response) => {
        request.resume()
        response.writeHead(200, { 'content-type': 'application/json', ...length })
        response.write('{"value":', () => response.destroy())
      },
      { requestTimeout: 2000 }
    )
    expect(await failureOf(service.jobs('j', noAbort))).toMatchObject({ kind: 'unavailable', code })
  })

  test('if a token would be sent unencrypted', () => {
    const open = () =>
      openBatchService({ ...ACCESS, endpoint: 'http://a.batch.azure.com', credential: byToken() })
    expect(open).toThrow(AzureProblem)
    expect(open).toThrow(/https only/)
  })

  test('if there is no token: the error of the token source', async () => {
    const refused = new AzureProblem('refused', 'AADSTS70021', 'No federated credential matches.')
    const credential = { kind: 'token', token: () => Promise.reject(refused) } as const
    const service = openBatchService({ ...ACCESS, endpoint: 'https://127.0.0.1:1', credential })
    expect(await failureOf(service.pool('p', noAbort))).toBe(refused)
  })

  test('if the VM image does not exist: the input to correct', async () => {
    const image = { publisher: 'nobody', offer: 'none', sku: 'none', nodeAgent: 'none' }
    const problem = await failureOf(account().open().addPool(poolOf('p', { image }), noAbort))
    expect(problem).toMatchObject({
      ...{ kind: 'bad-request', code: 'InvalidPropertyValue' },
      message: expect.stringMatching(/did not add the pool p at .*vm-image/)
    })
  })
})

test('An error contains no signature and no token', async () => {
  const credential = { kind: 'shared-key', account: 'devbatchaccount', key: 'd3Jvbmc=' } as const
  const problem = await failureOf(account().open({ credential }).pools('p', noAbort))
  expect(problem).toMatchObject({ kind: 'refused', code: 'AuthenticationFailed' })
  expect(inspect(problem, { depth: 20, showHidden: true })).not.toMatch(/SharedKey \w+:|Bearer ey/)
})

describe('Retry-After', () => {
  test('can be a date', async () => {
    let requests = 0
    const service = await scriptedService((request, response) => {
      request.resume()
      requests += 1
      const date = new Date(Date.now() + 2000).toUTCString()
      if (requests > 1) return respond(response, { value: [] })
      refuse(response, { status: 503, code: 'ServerBusy', headers: { 'retry-after': date } })
    }, LONG_RETRIES)
    const start = performance.now()
    expect(await service.pools('p', noAbort)).toEqual([])
    // A date has whole seconds.
    expect(performance.now() - start).toBeGreaterThan(900)
  })

  test('of zero still leaves a pause between requests', async () => {
    let requests = 0
    const service = await scriptedService(
      (request, response) => {
        request.resume()
        requests += 1
        refuse(response, { status: 503, code: 'Busy', headers: { 'retry-after': '0' } })
      },
      { retryLimit: 1500 }
    )
    expect(await failureOf(service.pools('p', noAbort))).toMatchObject({ kind: 'unavailable' })
    // The first wait is a three-hundredth of the retry limit, less at most half of it as jitter.
    expect(requests).toBeLessThan(600)
  })

  test('is ignored if it is neither a number nor a date', async () => {
    let requests = 0
    const service = await scriptedService((request, response) => {
      request.resume()
      requests += 1
      if (requests > 1) return respond(response, { value: [] })
      refuse(response, { status: 429, code: 'Busy', headers: { 'retry-after': 'soon' } })
    }, LONG_RETRIES)
    expect(await service.pools('p', noAbort)).toEqual([])
  })
})
