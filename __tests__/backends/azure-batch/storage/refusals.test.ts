import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from '@jest/globals'
import { AzureProblem } from '../../../../src/backends/azure-batch/problem.ts'
import { openBlobAccount } from '../../../../src/backends/azure-batch/storage/open-blob-account.ts'
import { byKey, byToken, onward } from './accounts.ts'
import { accountThat, LITTLE_PATIENCE, refuse, refusing } from './stand-in.ts'

const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'no failure',
    (error: unknown) => error
  )

describe('a refusal is told in a sentence, with what to do', () => {
  test.each([
    [403, 'AuthorizationPermissionMismatch', 'refused', /Storage Blob Data Contributor/],
    [403, 'AuthorizationFailure', 'refused', /network rules.*public network access/],
    [403, 'AuthenticationFailed', 'refused', /storage-account-key.*clock/],
    [403, 'KeyBasedAuthenticationNotPermitted', 'refused', /tenant-id and client-id/],
    [403, 'AccountIsDisabled', 'refused', /disabled/],
    [403, 'SomethingNew', 'refused', /storage-account-key, or the role/],
    [401, 'NoAuthenticationInformation', 'refused', /storage-account-key, or tenant-id/],
    [404, 'ResourceNotFound', 'not-found', /storage-endpoint/],
    [409, 'ContainerBeingDeleted', 'conflict', /being deleted/],
    [412, 'LeaseIdMissing', 'conflict', /LeaseIdMissing/],
    [400, 'InvalidHeaderValue', 'bad-request', /400 InvalidHeaderValue/],
    [503, 'ServerBusy', 'unavailable', /try again later/],
    [500, 'InternalError', 'unavailable', /try again later/]
  ])('%i %s', async (status, code, kind, cure) => {
    const account = await refusing(status, code)
    const put = account.container('batch-ocr-x').putBytes('in/1.tar', Buffer.from('one'), onward)
    const problem = await failureOf(put)
    expect(problem).toBeInstanceOf(AzureProblem)
    expect(problem).toMatchObject({ kind, code })
    const { message } = problem as Error
    expect(message).toMatch(/^Azure Storage did not take the blob batch-ocr-x\/in\/1\.tar at 127/)
    expect(message).toMatch(cure)
  })

  test('where nobody listens', async () => {
    const account = await refusing(500, '')
    const gone = openBlobAccount({
      endpoint: 'http://127.0.0.1:1/devstoreaccount1',
      credential: byKey,
      patience: 1
    })
    const problem = await failureOf(gone.containers('batch-ocr-', onward))
    expect(problem).toMatchObject({ kind: 'unavailable', code: 'ECONNREFUSED' })
    expect((problem as Error).message).toMatch(/127\.0\.0\.1:1 \(ECONNREFUSED\)/)
    expect(account).toBeDefined()
  })

  test('where there is no such account', async () => {
    const account = openBlobAccount({
      endpoint: 'http://account.invalid',
      credential: byKey,
      patience: 1
    })
    const problem = await failureOf(account.container('batch-ocr-x').create({}, onward))
    expect((problem as Error).message).toMatch(/no storage account has that name|EAI_AGAIN/)
  })

  test('where a token would go unencrypted', () => {
    const open = () => openBlobAccount({ endpoint: 'http://127.0.0.1:1/a', credential: byToken })
    expect(open).toThrow(AzureProblem)
    expect(open).toThrow(/https only/)
  })

  test('where there is no token, in the words of whoever should have given one', async () => {
    const refused = new AzureProblem('refused', 'AADSTS70021', 'No federated credential matches.')
    const account = openBlobAccount({
      endpoint: 'https://127.0.0.1:1/a',
      credential: { kind: 'token', token: () => Promise.reject(refused) },
      patience: 1
    })
    const container = account.container('batch-ocr-x')
    expect(await failureOf(container.create({}, onward))).toBe(refused)
    expect(await failureOf(container.writeUrl(new Date(), onward))).toBe(refused)
  })
})

describe('a service that is busy', () => {
  test('is asked again with the same bytes, beyond what the client repeats of its own', async () => {
    const bodies: string[] = []
    const account = await accountThat(async (request, response) => {
      bodies.push(await text(request))
      if (bodies.length < 10) refuse(503, 'ServerBusy')(request, response)
      else response.writeHead(201).end()
    })
    await account.container('batch-ocr-x').putBytes('a', Buffer.from('one'), onward)
    expect(bodies).toEqual(Array.from({ length: 10 }, () => 'one'))
  })

  test('is believed to be so when our patience has ended, and not before', async () => {
    const account = await refusing(503, 'ServerBusy')
    const start = performance.now()
    const problem = await failureOf(account.container('batch-ocr-x').list('', onward))
    expect(problem).toMatchObject({ kind: 'unavailable', code: 'ServerBusy' })
    // The last wait would have outlived it: a tenth of it.
    expect(performance.now() - start).toBeGreaterThan(LITTLE_PATIENCE * 0.85)
    expect(performance.now() - start).toBeLessThan(LITTLE_PATIENCE * 10)
  })

  test('is not waited for longer than a cancelled run waits', async () => {
    const stop = new AbortController()
    let asked = 0
    // The client's second wait is twelve seconds then: long enough to be seen waiting.
    const account = await accountThat((request, response) => {
      refuse(503, 'ServerBusy')(request, response)
      if (++asked === 2) response.once('close', () => stop.abort(new Error('cancelled')))
    }, 3600_000)
    const start = performance.now()
    const listed = account.container('batch-ocr-x').list('', stop.signal)
    expect(await failureOf(listed)).toBe(stop.signal.reason)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

describe('a container that is being deleted', () => {
  test('is made as soon as Azure lets it be', async () => {
    let asked = 0
    const account = await accountThat((request, response) => {
      if (++asked < 10) refuse(409, 'ContainerBeingDeleted')(request, response)
      else response.writeHead(201).end()
    })
    await account.container('batch-ocr-x').create({}, onward)
    expect(asked).toBe(10)
  })

  test('is not waited for longer than a cancelled run waits', async () => {
    const stop = new AbortController()
    const account = await accountThat((request, response) => {
      stop.abort(new Error('cancelled'))
      refuse(409, 'ContainerBeingDeleted')(request, response)
    })
    const made = account.container('batch-ocr-x').create({}, stop.signal)
    expect(await failureOf(made)).toBe(stop.signal.reason)
  })

  test('is as good as gone', async () => {
    const account = await refusing(409, 'ContainerBeingDeleted')
    await account.container('batch-ocr-x').remove(onward)
  })
})

describe('a call that is cancelled ends at once with the reason', () => {
  test('while the service does not answer', async () => {
    const stop = new AbortController()
    const account = await accountThat(() => stop.abort(new Error('cancelled')))
    const listing = account.container('batch-ocr-x').list('', stop.signal)
    expect(await failureOf(listing)).toBe(stop.signal.reason)
  })

  test('in the middle of a blob', async () => {
    const stop = new AbortController()
    const account = await accountThat((_, response) => {
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
