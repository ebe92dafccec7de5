import { execFileSync } from 'node:child_process'
import {
  createReadStream,
  ftruncateSync,
  openSync,
  readdirSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type PackedFile, pack } from '../../src/archive/pack.ts'
import { ArchiveProblem } from '../../src/archive/problem.ts'
import { unpack } from '../../src/archive/unpack.ts'
import { temporaryFolder } from '../support/images.ts'
import { neverAborted } from './archives.ts'

const home = temporaryFolder('pack')
const problemOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'no problem',
    (error: unknown) => error
  )

test('Any tar program can read an archive', async () => {
  const archive = join(home, 'any.tar')
  await pack(archive, [
    { name: 'order.json', content: Buffer.from('{}') },
    { name: 'images/000001', content: Buffer.alloc(1000, 'x') }
  ])
  const listed = execFileSync('tar', ['-tvf', archive, '--utc']).toString()
  expect(listed.trim().split('\n')).toMatchObject([
    expect.stringMatching(/^-rw-r--r-- 0\/0\s+2 1970-01-01 00:00 order\.json$/),
    expect.stringMatching(/^-rw-r--r-- 0\/0\s+1000 1970-01-01 00:00 images\/000001$/),
    expect.stringMatching(/^-rw-r--r-- 0\/0\s+0 1970-01-01 00:00 end$/)
  ])
})

test('Packing and unpacking a large file uses little memory', async () => {
  const big = join(home, 'big')
  ftruncateSync(openSync(big, 'w'), 300e6)
  const archive = join(home, 'big.tar')
  let highest = 0
  const before = process.memoryUsage()
  const used = () => {
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external - before.heapUsed - before.external
  }
  const watch = setInterval(() => {
    highest = Math.max(highest, used())
  }, 5)
  try {
    await pack(archive, [{ name: 'big', content: await open(big, 'r') }])
    await unpack(createReadStream(archive), () => join(home, 'big-again'), neverAborted)
  } finally {
    clearInterval(watch)
  }
  expect(statSync(join(home, 'big-again')).size).toBe(300e6)
  expect(highest).toBeGreaterThan(0)
  expect(highest).toBeLessThan(100e6)
})

test('An archive that cannot be written is reported, and leaves nothing', async () => {
  const file = join(home, 'a-file')
  writeFileSync(file, '')
  const problem = await problemOf(pack(join(file, 'x.tar'), []))
  expect(problem).toBeInstanceOf(ArchiveProblem)
  expect((problem as Error).message).toMatch(/x\.tar could not be written \(ENOTDIR/)
})

test('A file that becomes shorter while it is read is reported, and no archive is created', async () => {
  const folder = join(home, 'shrinks')
  await mkdir(folder)
  const file = join(folder, 'image')
  writeFileSync(file, Buffer.alloc(50e6))
  const handle = await open(file, 'r+')
  const real = handle.stat.bind(handle)
  handle.stat = (async () => {
    const found = await real()
    await handle.truncate(1000)
    return found
  }) as typeof handle.stat
  const problem = await problemOf(
    pack(join(folder, 'x.tar'), [{ name: 'images/000001', content: handle }])
  )
  expect(problem).toBeInstanceOf(ArchiveProblem)
  expect((problem as Error).message).toMatch(/images\/000001 became shorter/)
  expect(readdirSync(folder)).toEqual(['image'])
})

describe('Packing that is cancelled throws the reason and leaves nothing', () => {
  test.each([
    ['before the first file', 0],
    ['between files', 2]
  ])('%s', async (when, after) => {
    const folder = join(home, when)
    await mkdir(folder)
    const stop = new AbortController()
    async function* files(): AsyncGenerator<PackedFile> {
      for (let at = 0; ; at++) {
        if (at === after) stop.abort(new Error('cancelled'))
        yield { name: `images/00000${at}`, content: Buffer.alloc(100_000) }
      }
    }
    expect(await problemOf(pack(join(folder, 'x.tar'), files(), stop.signal))).toBe(
      stop.signal.reason
    )
    expect(readdirSync(folder)).toEqual([])
  })

  test('in the middle of a file', async () => {
    const folder = join(home, 'middle')
    await mkdir(folder)
    const big = join(home, 'for-the-middle')
    ftruncateSync(openSync(big, 'w'), 2e9)
    const stop = new AbortController()
    const packing = pack(
      join(folder, 'x.tar'),
      [{ name: 'images/000001', content: await open(big, 'r') }],
      stop.signal
    )
    const watch = setInterval(() => {
      if (readdirSync(folder).includes('x.tar.part')) stop.abort(new Error('cancelled'))
    }, 1)
    expect(await problemOf(packing)).toBe(stop.signal.reason)
    clearInterval(watch)
    expect(readdirSync(folder)).toEqual([])
  })
})

test('An error of the list of files is thrown unchanged', async () => {
  const lost = new Error('The list is lost.')
  async function* files(): AsyncGenerator<PackedFile> {
    yield { name: 'images/000001', content: Buffer.from('x') }
    throw lost
  }
  const folder = join(home, 'lost')
  await mkdir(folder)
  expect(await problemOf(pack(join(folder, 'x.tar'), files()))).toBe(lost)
  expect(readdirSync(folder)).toEqual([])
})
