import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from '@jest/globals'
import { AzureProblem } from '../../../../src/backends/azure-batch/problem.ts'
import { openBlobAccount } from '../../../../src/backends/azure-batch/storage/open-blob-account.ts'
import { failureOf, noAbort } from '../calls.ts'
import { CREDENTIALS } from './accounts.ts'
import { RETRY_LIMIT, refuse, refusingAccount, scriptedAccount } from './stand-in.ts'

describe('An error says what failed, at which account, and what to do', () => {
  test.each([
    [403, 'AuthorizationPermissionMismatch', 'refused', /Storage Blob Data Contributor/],
    [403, 'AuthorizationFailure', 'refused', /network rules.*public network access/],
    [403, 'AuthenticationFailed', 'refused', /`storage-account-key`.*clock/],
    [403, 'KeyBasedAuthenticationNotPermitted', 'refused', /`tenant-id` and `client-id`/],
    [403, 'AccountIsDisabled', 'refused', /disabled/],
    [403, 'SomethingNew', 'refused', /`storage-account-key`, or assign the role/],
    [401, 'NoAuthenticationInformation', 'refused', /`storage-account-key`, or `tenant-id`/],
    [404, 'ResourceNotFound', 'not-found', /`storage-endpoint`/],
    [409, 'ContainerBeingDeleted', 'conflict', /being deleted/],
    [412, 'LeaseIdMissing', 'conflict', /LeaseIdMissing/],
    [400, 'InvalidHeaderValue', 'bad-request', /400 InvalidHeaderValue/],
    [503, 'ServerBusy', 'unavailable', /try again later/],
    [500, 'InternalError', 'unavailable', /try again later/]
  ])('%i %s', async (status, code, kind, remedy) => {
    const account = await refusingAccount(status, code)
    const put = account.container('batch-ocr-x').putBytes('in/1.tar', Buffer.from('one'), noAbort)
    const problem = await failureOf(put)
    expect(problem).toBeInstanceOf(AzureProblem)
    expect(problem).toMatchObject({ kind, code })
    const { message } = problem
    expect(message).toMatch(/^Azure Storage did not store the blob batch-ocr-x\/in\/1\.tar at 127/)
    expect(message).toMatch(remedy)
  })

  test('if nothing listens at the endpoint', async () => {
    const account = openBlobAccount({
      endpoint: 'http://127.0.0.1:1/devstoreaccount1',
      credential: CREDENTIALS.key,
      retryLimit: 1
    })
    const problem = await failureOf(account.containers('batch-ocr-', noAbort))
    expect(problem).toMatchObject({ kind: 'unavailable', code: 'ECONNREFUSED' })
    expect(problem.message).toMatch(/127\.0\.0\.1:1 \(ECONNREFUSED\)/)
  })

  test('if the account does not exist', async () => {
    const account = openBlobAccount({
      endpoint: 'http://account.invalid',
      credential: CREDENTIALS.key,
      retryLimit: 1
    })
    const problem = await failureOf(account.container('batch-ocr-x').create({}, noAbort))
    expect(problem.message).toMatch(/no storage account has this host name|EAI_AGAIN/)
  })

  test('if a token would be sent unencrypted', () => {
    const open = () =>
      openBlobAccount({ endpoint: 'http://127.0.0.1:1/a', credential: CREDENTIALS.token })
    expect(open).toThrow(AzureProblem)
    expect(open).toThrow(/https only/)
  })

  test('if there is no token: the error of the token source', async () => {
    const refused = new AzureProblem('refused', 'AADSTS70021', 'No federated credential matches.')
    const account = openBlobAccount({
      endpoint: 'https://127.0.0.1:1/a',
      credential: { kind: 'token', token: () => Promise.reject(refused) },
      retryLimit: 1
    })
    const container = account.container('batch-ocr-x')
    expect(await failureOf(container.create({}, noAbort))).toBe(refused)
    expect(await failureOf(container.writeUrl(new Date(), noAbort))).toBe(refused)
  })
})

describe('If the service is temporarily unavailable', () => {
  test('an upload is repeated with the same bytes, more often than the SDK repeats it', async () => {
    const bodies: string[] = []
    const account = await scriptedAccount(async (request, response) => {
      bodies.push(await text(request))
      if (bodies.length < 10) refuse(503, 'ServerBusy')(request, response)
      else response.writeHead(201).end()
    }, 10_000)
    await account.container('batch-ocr-x').putBytes('a', Buffer.from('one'), noAbort)
    expect(bodies).toEqual(Array.from({ length: 10 }, () => 'one'))
  })

  test('the request fails at the retry limit, and not before', async () => {
    const account = await refusingAccount(503, 'ServerBusy')
    const start = performance.now()
    const problem = await failureOf(account.container('batch-ocr-x').list('', noAbort))
    expect(problem).toMatchObject({ kind: 'unavailable', code: 'ServerBusy' })
    // No wait is longer than a tenth of the limit, and none starts that would exceed it.
    expect(performance.now() - start).toBeGreaterThan(RETRY_LIMIT * 0.85)
  })

  test('a cancelled request ends with the reason while it waits', async () => {
    const stop = new AbortController()
    let requests = 0
    // With this limit, the SDK's second wait is two minutes, which is longer than a test may take.
    const account = await scriptedAccount((request, response) => {
      refuse(503, 'ServerBusy')(request, response)
      if (++requests === 2) response.once('close', () => stop.abort(new Error('cancelled')))
    }, 100 * 3_600_000)
    const listed = account.container('batch-ocr-x').list('', stop.signal)
    expect(await failureOf(listed)).toBe(stop.signal.reason)
  })
})

describe('If a container of the same name is being deleted', () => {
  test('it is created as soon as Azure allows it', async () => {
    let requests = 0
    const account = await scriptedAccount((request, response) => {
      if (++requests < 10) refuse(409, 'ContainerBeingDeleted')(request, response)
      else response.writeHead(201).end()
    })
    await account.container('batch-ocr-x').create({}, noAbort)
    expect(requests).toBe(10)
  })

  test('a cancelled run does not wait for it', async () => {
    const stop = new AbortController()
    const account = await scriptedAccount((request, response) => {
      stop.abort(new Error('cancelled'))
      refuse(409, 'ContainerBeingDeleted')(request, response)
    })
    const created = account.container('batch-ocr-x').create({}, stop.signal)
    expect(await failureOf(created)).toBe(stop.signal.reason)
  })

  test('deleting it succeeds', async () => {
    const account = await refusingAccount(409, 'ContainerBeingDeleted')
    await account.container('batch-ocr-x').remove(noAbort)
  })
})

describe('A cancelled request ends with the reason', () => {
  test('while the service does not respond', async () => {
    const stop = new AbortController()
    const account = await scriptedAccount(() => stop.abort(new Error('cancelled')))
    const listing = account.container('batch-ocr-x').list('', stop.signal)
    expect(await failureOf(listing)).toBe(stop.signal.reason)
  })

  test('while a blob is being read', async () => {
    const stop = new AbortController()
    const account = await scriptedAccount((_, response) => {
      response.writeHead(200, { 'content-length': '1000000', etag: '"1"' })
      response.write('the beginning')
    })
    const blob = (await account.container('batch-ocr-x').get('a', stop.signal)) as Readable
    await once(blob, 'readable')
    const end = failureOf(text(blob))
    stop.abort(new Error('cancelled'))
    expect(await end).toBe(stop.signal.reason)
  })
})
