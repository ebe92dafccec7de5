import { beforeAll, describe, expect, test } from '@jest/globals'
import type { RunContainer } from '../../../../src/backends/azure-batch/storage/blob-account.ts'
import { bothWays, onward } from './accounts.ts'

const accounts = bothWays()
const DAY = 24 * 3600_000
const soon = () => new Date(Date.now() + 3600_000)

/** What a node without our client can do in a container with the rights of an address, by plain requests. */
async function attempts(home: string, address: string): Promise<Record<string, number>> {
  const rights = new URL(address).search.slice(1)
  const ask = async (method: string, path: string, query = '') => {
    const response = await fetch(`${home}${path}?${query}${rights}`, {
      method,
      ...(method === 'PUT' && { body: 'new', headers: { 'x-ms-blob-type': 'BlockBlob' } })
    })
    await response.arrayBuffer()
    return response.status
  }
  return {
    read: await ask('GET', '/in/1.tar'),
    'read another': await ask('GET', '/in/2.tar'),
    list: await ask('GET', '', 'restype=container&comp=list&'),
    write: await ask('PUT', '/out/1.tar'),
    overwrite: await ask('PUT', '/in/1.tar'),
    'remove a blob': await ask('DELETE', '/in/1.tar'),
    'remove all': await ask('DELETE', '', 'restype=container&')
  }
}

const NOTHING = {
  ...{ read: 403, 'read another': 403, list: 403, write: 403, overwrite: 403 },
  ...{ 'remove a blob': 403, 'remove all': 403 }
}

describe.each(['key', 'token'] as const)('an address signed with a %s', (way) => {
  let container: RunContainer
  beforeAll(async () => {
    container = accounts[way]().container('batch-ocr-grants')
    await container.create({}, onward)
    await container.putBytes('in/1.tar', Buffer.from('one'), onward)
    await container.putBytes('in/2.tar', Buffer.from('two'), onward)
  })

  test('of a blob reads it as it stands', async () => {
    const response = await fetch(await container.readUrl('in/1.tar', soon(), onward))
    expect(await response.text()).toBe('one')
  })

  test('of a blob reads that one, and does nothing else', async () => {
    const address = await container.readUrl('in/1.tar', soon(), onward)
    expect(await attempts(container.url, address)).toEqual({ ...NOTHING, read: 200 })
    const { searchParams } = new URL(address)
    expect([searchParams.get('sr'), searchParams.get('sp')]).toEqual(['b', 'r'])
  })

  test('of the container writes into it, and does nothing else', async () => {
    const address = await container.writeUrl(soon(), onward)
    expect(address.startsWith(`${container.url}?`)).toBe(true)
    expect(await attempts(container.url, address)).toEqual({
      ...NOTHING,
      ...{ write: 201, overwrite: 201 }
    })
    const { searchParams } = new URL(address)
    expect([searchParams.get('sr'), searchParams.get('sp')]).toEqual(['c', 'cw'])
  })

  test('ends when it should', async () => {
    const past = new Date(Date.now() - 60_000)
    for (const address of [
      await container.readUrl('in/1.tar', past, onward),
      await container.writeUrl(past, onward)
    ])
      expect(await attempts(container.url, address)).toEqual(NOTHING)
  })

  test('opens no other container', async () => {
    const other = accounts[way]().container('batch-ocr-others')
    await other.create({}, onward)
    for (const blob of ['in/1.tar', 'in/2.tar'])
      await other.putBytes(blob, Buffer.from('theirs'), onward)
    for (const address of [
      await container.readUrl('in/1.tar', soon(), onward),
      await container.writeUrl(soon(), onward)
    ])
      expect(await attempts(other.url, address)).toEqual(NOTHING)
  })

  test('of a blob with a name full of signs reads it', async () => {
    const blob = 'in/a b+c%d#e?f&ü.tar'
    await container.putBytes(blob, Buffer.from('signs'), onward)
    const response = await fetch(await container.readUrl(blob, soon(), onward))
    expect(await response.text()).toBe('signs')
  })

  test('holds already for a clock that is minutes behind', async () => {
    const { searchParams } = new URL(await container.readUrl('in/1.tar', soon(), onward))
    expect(Date.now() - Date.parse(searchParams.get('st') ?? '')).toBeGreaterThan(4 * 60_000)
  })
})

test('a right by key lasts as long as asked; one by token at most the seven days that Azure allows', async () => {
  const until = new Date(Date.now() + 30 * DAY)
  const ends = async (way: 'key' | 'token') => {
    const address = await accounts[way]().container('batch-ocr-long').writeUrl(until, onward)
    return (Date.parse(new URL(address).searchParams.get('se') ?? '') - Date.now()) / DAY
  }
  expect(await ends('key')).toBeCloseTo(30, 2)
  expect(await ends('token')).toBeCloseTo(7, 1)
})

test('a right may not travel unencrypted where the account need not', async () => {
  const protocol = async (way: 'key' | 'token') =>
    new URL(
      await accounts[way]().container('batch-ocr-spr').readUrl('a', soon(), onward)
    ).searchParams.get('spr')
  expect(await protocol('token')).toBe('https')
  expect(await protocol('key')).toBe('https,http')
})
