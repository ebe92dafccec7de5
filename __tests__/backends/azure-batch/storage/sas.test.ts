import { beforeAll, describe, expect, test } from '@jest/globals'
import type {
  BlobAccount,
  RunContainer
} from '../../../../src/backends/azure-batch/storage/blob-account.ts'
import { openBlobAccount } from '../../../../src/backends/azure-batch/storage/open-blob-account.ts'
import { noAbort } from '../calls.ts'
import { CREDENTIALS, testAccounts } from './accounts.ts'

const account = testAccounts()
const DAY = 24 * 3600_000
const inAnHour = () => new Date(Date.now() + 3600_000)

/** The status of each kind of request to a container with the SAS of a URL. */
async function statuses(containerUrl: string, url: string): Promise<Record<string, number>> {
  const sas = new URL(url).search.slice(1)
  const request = async (method: string, path: string, query = '') => {
    const response = await fetch(`${containerUrl}${path}?${query}${sas}`, {
      method,
      ...(method === 'PUT' && { body: 'new', headers: { 'x-ms-blob-type': 'BlockBlob' } })
    })
    await response.arrayBuffer()
    return response.status
  }
  return {
    read: await request('GET', '/in/1.tar'),
    'read another blob': await request('GET', '/in/2.tar'),
    list: await request('GET', '', 'restype=container&comp=list&'),
    write: await request('PUT', '/out/1.tar'),
    overwrite: await request('PUT', '/in/1.tar'),
    'delete a blob': await request('DELETE', '/in/1.tar'),
    'delete the container': await request('DELETE', '', 'restype=container&')
  }
}

const NOTHING = {
  ...{ read: 403, 'read another blob': 403, list: 403, write: 403, overwrite: 403 },
  ...{ 'delete a blob': 403, 'delete the container': 403 }
}

describe.each(['key', 'token'] as const)('A SAS signed with a %s', (kind) => {
  let container: RunContainer
  beforeAll(async () => {
    container = account(kind).container(`sas-${kind}`)
    await container.create({}, noAbort)
    await container.putBytes('in/1.tar', Buffer.from('one'), noAbort)
    await container.putBytes('in/2.tar', Buffer.from('two'), noAbort)
  })

  test('for a blob permits reading it with a plain request', async () => {
    const response = await fetch(await container.readUrl('in/1.tar', inAnHour(), noAbort))
    expect(await response.text()).toBe('one')
  })

  test('for a blob permits reading it, and nothing else', async () => {
    const url = await container.readUrl('in/1.tar', inAnHour(), noAbort)
    expect(await statuses(container.url, url)).toEqual({ ...NOTHING, read: 200 })
    const { searchParams } = new URL(url)
    expect([searchParams.get('sr'), searchParams.get('sp')]).toEqual(['b', 'r'])
  })

  test('for the container permits writing to it, and nothing else', async () => {
    const url = await container.writeUrl(inAnHour(), noAbort)
    expect(url.startsWith(`${container.url}?`)).toBe(true)
    expect(await statuses(container.url, url)).toEqual({
      ...NOTHING,
      ...{ write: 201, overwrite: 201 }
    })
    const { searchParams } = new URL(url)
    expect([searchParams.get('sr'), searchParams.get('sp')]).toEqual(['c', 'cw'])
  })

  test('is rejected after it has expired', async () => {
    const past = new Date(Date.now() - 60_000)
    for (const url of [
      await container.readUrl('in/1.tar', past, noAbort),
      await container.writeUrl(past, noAbort)
    ])
      expect(await statuses(container.url, url)).toEqual(NOTHING)
  })

  test('is rejected by another container', async () => {
    const other = account(kind).container(`other-${kind}`)
    await other.create({}, noAbort)
    for (const blob of ['in/1.tar', 'in/2.tar'])
      await other.putBytes(blob, Buffer.from('theirs'), noAbort)
    for (const url of [
      await container.readUrl('in/1.tar', inAnHour(), noAbort),
      await container.writeUrl(inAnHour(), noAbort)
    ])
      expect(await statuses(other.url, url)).toEqual(NOTHING)
  })

  test('permits reading a blob whose name needs encoding', async () => {
    const blob = 'in/a b+c%d#e?f&ü.tar'
    await container.putBytes(blob, Buffer.from('encoded'), noAbort)
    const response = await fetch(await container.readUrl(blob, inAnHour(), noAbort))
    expect(await response.text()).toBe('encoded')
  })

  test('is already valid for a clock that is minutes behind', async () => {
    const { searchParams } = new URL(await container.readUrl('in/1.tar', inAnHour(), noAbort))
    expect(Date.now() - Date.parse(searchParams.get('st') ?? '')).toBeGreaterThan(4 * 60_000)
  })
})

test('A SAS signed with a key is valid as long as requested, with a token for at most seven days', async () => {
  const until = new Date(Date.now() + 30 * DAY)
  const validDays = async (kind: 'key' | 'token') => {
    const url = await account(kind).container('long').writeUrl(until, noAbort)
    return (Date.parse(new URL(url).searchParams.get('se') ?? '') - Date.now()) / DAY
  }
  expect(await validDays('key')).toBeCloseTo(30, 2)
  expect(await validDays('token')).toBeCloseTo(7, 1)
})

test('A SAS is valid over http only if the endpoint of the account is http', async () => {
  const protocol = async (opened: BlobAccount) => {
    const url = await opened.container('protocol').readUrl('a', inAnHour(), noAbort)
    return new URL(url).searchParams.get('spr')
  }
  const http = { endpoint: 'http://127.0.0.1:1/devstoreaccount1', credential: CREDENTIALS.key }
  expect(await protocol(account('token'))).toBe('https')
  expect(await protocol(account('key'))).toBe('https')
  expect(await protocol(openBlobAccount(http))).toBe('https,http')
})
