import { inspect } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { openBatchService } from '../../../../src/backends/azure-batch/client/open-batch-service.ts'
import { AzureProblem } from '../../../../src/backends/azure-batch/problem.ts'
import { byToken, failureOf, jobOf, onward, poolOf, testAccount } from './accounts.ts'
import { refuse, refusing, serviceThat, tell } from './stand-in.ts'

describe('A refusal is told in a sentence, with what to do', () => {
  test.each([
    [403, 'AuthenticationFailed', 'refused', /batch-account-key.*clock/],
    [401, 'AuthenticationFailed', 'refused', /tenant-id and client-id/],
    [403, 'PermissionDenied', 'refused', /role Azure Batch Data Contributor/],
    [403, 'Forbidden', 'refused', /role Azure Batch Data Contributor/],
    [403, 'SomethingNew', 'refused', /batch-account-key, or the role/],
    [409, 'ActiveJobAndScheduleQuotaReached', 'quota', /sweep.*higher quota/],
    [409, 'PoolQuotaReached', 'quota', /sweep.*higher quota/],
    [409, 'AccountCoreQuotaReached', 'quota', /fewer nodes/],
    [409, 'OtherQuotaReached', 'quota', /higher quota/],
    [409, 'JobBeingDeleted', 'conflict', /a minute or more/],
    [412, 'ConditionNotMet', 'conflict', /412 ConditionNotMet/],
    [400, 'InvalidPropertyValue', 'bad-request', /vm-size.*vm-image/],
    [404, 'ResourceNotFound', 'not-found', /batch-endpoint/],
    [500, 'InternalError', 'unavailable', /try again later/],
    [503, 'ServerBusy', 'unavailable', /try again later/]
  ])('%i %s', async (status, code, kind, cure) => {
    const values = [
      { key: 'PropertyName', value: 'vmSize' },
      { key: 'Reason', value: 'It is odd' }
    ]
    const service = await refusing({ status, code, message: 'So it is.', values })
    const problem = await failureOf(service.addJob(jobOf('j'), onward))
    expect(problem).toBeInstanceOf(AzureProblem)
    expect(problem).toMatchObject({ kind, code })
    const { message } = problem as Error
    expect(message).toMatch(
      new RegExp(
        `^Azure Batch did not add the job j at 127\\.0\\.0\\.1:\\d+ \\(${status} ${code}\\)\\. So it is\\. `
      )
    )
    expect(message).toContain('(PropertyName: vmSize; Reason: It is odd).')
    expect(message).toMatch(cure)
    expect(message).not.toMatch(/RequestId|Time:|\n|\[object/)
  })

  test('where the service does not speak our version', async () => {
    const service = account().open({ apiVersion: '2019-01-01.1.0' })
    expect(await failureOf(service.pools('a', onward))).toMatchObject({
      kind: 'bad-request',
      message: expect.stringMatching(/Set batch-api-version/)
    })
  })

  test('where nobody listens', async () => {
    const service = openBatchService({ ...ACCESS, endpoint: 'http://127.0.0.1:1' })
    expect(await failureOf(service.pool('p', onward))).toMatchObject({
      kind: 'unavailable',
      code: 'ECONNREFUSED',
      message: expect.stringMatching(/show the pool p at 127\.0\.0\.1:1 \(ECONNREFUSED\)/)
    })
  })

  test('where there is no such account', async () => {
    const service = openBatchService({ ...ACCESS, endpoint: 'https://account.invalid' })
    expect(await failureOf(service.pool('p', onward))).toMatchObject({
      message: expect.stringMatching(/no Batch account has that name.*https:\/\/NAME|EAI_AGAIN/)
    })
  })

  test.each([
    [404, 'text/html', '<html>Nothing here</html>'],
    [302, 'text/html', ''],
    [200, 'application/json', 'no JSON']
  ])('where something else than Batch answers, with %i and %s', async (status, type, body) => {
    const service = await serviceThat((request, response) => {
      request.resume()
      response.writeHead(status, { 'content-type': type, location: 'https://elsewhere.invalid/' })
      response.end(body)
    })
    expect(await failureOf(service.pool('p', onward))).toMatchObject({
      ...{ kind: 'not-found', code: '' },
      message: expect.stringMatching(new RegExp(`\\(${status}\\)\\. Check batch-endpoint\\.$`))
    })
  })

  // Where the length was told before, Microsoft's client never learns of it: the limit of a request ends it.
  test.each([
    ['ERR_STREAM_PREMATURE_CLOSE', {}],
    ['ETIMEDOUT', { 'content-length': '100' }]
  ])('where an answer breaks off in the middle, each time: %s', async (code, length) => {
    const service = await serviceThat(
      (request, response) => {
        request.resume()
        response.writeHead(200, { 'content-type': 'application/json', ...length })
        response.write('{"value":', () => response.destroy())
      },
      { requestTimeout: 300 }
    )
    expect(await failureOf(service.jobs('j', onward))).toMatchObject({ kind: 'unavailable', code })
  })

  test('where a token would go unencrypted', () => {
    const open = () =>
      openBatchService({ ...ACCESS, endpoint: 'http://a.batch.azure.com', credential: byToken() })
    expect(open).toThrow(AzureProblem)
    expect(open).toThrow(/https only/)
  })

  test('where there is no token, in the words of whoever should have given one', async () => {
    const refused = new AzureProblem('refused', 'AADSTS70021', 'No federated credential matches.')
    const credential = { kind: 'token', token: () => Promise.reject(refused) } as const
    const service = openBatchService({ ...ACCESS, endpoint: 'https://127.0.0.1:1', credential })
    expect(await failureOf(service.pool('p', onward))).toBe(refused)
  })
})

const ACCESS = {
  credential: { kind: 'shared-key', account: 'a', key: 'a2V5' },
  apiVersion: '2025-06-01',
  patience: 50
} as const

const account = testAccount()

test('An image that does not exist is told of as a wrong input', async () => {
  const service = account().open()
  const problem = await failureOf(service.addPool(poolOf('p', { image: NO_IMAGE }), onward))
  expect(problem).toMatchObject({
    ...{ kind: 'bad-request', code: 'InvalidPropertyValue' },
    message: expect.stringMatching(/did not add the pool p at .*vm-image/)
  })
})

const NO_IMAGE = { publisher: 'nobody', offer: 'none', sku: 'none', nodeAgent: 'none' }

test('No signature and no token is in what is thrown', async () => {
  const refused = await failureOf(account().open({ credential: wrongKey() }).pools('p', onward))
  expect(refused).toMatchObject({ kind: 'refused', code: 'AuthenticationFailed' })
  expect(inspect(refused, { depth: 20, showHidden: true })).not.toMatch(/SharedKey \w+:|Bearer ey/)
})

const wrongKey = () =>
  ({ kind: 'shared-key', account: 'devbatchaccount', key: 'd3Jvbmc=' }) as const

describe('Retry-After', () => {
  test('is a date, too', async () => {
    let requests = 0
    const service = await serviceThat(
      (request, response) => {
        request.resume()
        requests += 1
        const date = new Date(Date.now() + 2000).toUTCString()
        if (requests > 1) return tell(response, { value: [] })
        refuse(response, { status: 503, code: 'ServerBusy', headers: { 'retry-after': date } })
      },
      { patience: 60_000 }
    )
    const start = performance.now()
    expect(await service.pools('p', onward)).toEqual([])
    // A date has whole seconds.
    expect(performance.now() - start).toBeGreaterThan(900)
  })

  test('of no time at all is no reason to ask as often as we can', async () => {
    let requests = 0
    const service = await serviceThat(
      (request, response) => {
        request.resume()
        requests += 1
        refuse(response, { status: 503, code: 'Busy', headers: { 'retry-after': '0' } })
      },
      { patience: 1500 }
    )
    expect(await failureOf(service.pools('p', onward))).toMatchObject({ kind: 'unavailable' })
    // The first wait is a three hundredth of our patience, less half of it by chance.
    expect(requests).toBeLessThan(600)
  })

  test('that says nothing is ignored', async () => {
    let requests = 0
    const service = await serviceThat((request, response) => {
      request.resume()
      requests += 1
      if (requests > 1) return tell(response, { value: [] })
      refuse(response, { status: 429, code: 'Busy', headers: { 'retry-after': 'soon' } })
    })
    expect(await service.pools('p', onward)).toEqual([])
  })
})
