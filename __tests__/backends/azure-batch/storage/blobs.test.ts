import { createHash, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { describe, expect, test } from '@jest/globals'
import { AzureProblem } from '../../../../src/backends/azure-batch/problem.ts'
import { temporaryFolder } from '../../../support/images.ts'
import { failureOf, noAbort } from '../calls.ts'
import { testAccounts } from './accounts.ts'

const account = testAccounts()
const folder = temporaryFolder('blobs')
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

describe.each(['key', 'token'] as const)('With a %s', (kind) => {
  test('a container is created, found by its prefix, and deleted with its blobs, repeatedly', async () => {
    const prefix = `batch-ocr-${kind}-`
    const container = account(kind).container(`${prefix}life`)
    await container.create({ run: '4711' }, noAbort)
    await container.create({ run: '4711' }, noAbort)
    await account(kind).container(`other-${kind}`).create({}, noAbort)
    const found = await account(kind).containers(prefix, noAbort)
    expect(found).toMatchObject([{ name: `${prefix}life`, metadata: { run: '4711' } }])
    expect(Math.abs(Date.now() - Number(found[0]?.modified))).toBeLessThan(600_000)
    await container.putBytes('in/1.tar', Buffer.from('one'), noAbort)
    await container.remove(noAbort)
    await container.remove(noAbort)
    expect(await account(kind).containers(prefix, noAbort)).toEqual([])
  })

  test('blobs are stored, replaced, listed and returned; a missing blob is null', async () => {
    const container = account(kind).container(`blobs-${kind}`)
    await container.create({}, noAbort)
    await container.putBytes('in/1.tar', Buffer.from('one'), noAbort)
    await container.putBytes('out/2.tar', Buffer.from('two'), noAbort)
    await container.putBytes('in/1.tar', Buffer.from('replaced'), noAbort)
    await container.putBytes('empty', Buffer.alloc(0), noAbort)
    expect(await text((await container.get('in/1.tar', noAbort)) as Readable)).toBe('replaced')
    expect(await text((await container.get('empty', noAbort)) as Readable)).toBe('')
    expect(await container.get('in/3.tar', noAbort)).toBeNull()
    expect(await container.list('', noAbort)).toEqual(['empty', 'in/1.tar', 'out/2.tar'])
    expect(await container.list('out/', noAbort)).toEqual(['out/2.tar'])
  })

  test('a file of several blocks and an empty file are stored', async () => {
    const bytes = randomBytes(20_000_003)
    const [large, empty] = [join(folder, 'large.bin'), join(folder, 'empty.bin')]
    writeFileSync(large, bytes)
    writeFileSync(empty, '')
    const container = account(kind).container(`files-${kind}`)
    await container.create({}, noAbort)
    await container.putFile('large.tar', large, noAbort)
    await container.putFile('empty.tar', empty, noAbort)
    const stored = await buffer((await container.get('large.tar', noAbort)) as Readable)
    expect(digest(stored)).toBe(digest(bytes))
    expect(await buffer((await container.get('empty.tar', noAbort)) as Readable)).toHaveLength(0)
  })

  test('the error for a container that does not exist names it', async () => {
    const missing = account(kind).container(`missing-${kind}`)
    for (const call of [
      () => missing.get('in/1.tar', noAbort),
      () => missing.putBytes('in/1.tar', Buffer.from('one'), noAbort),
      () => missing.list('', noAbort)
    ]) {
      const problem = await failureOf(call())
      expect(problem).toBeInstanceOf(AzureProblem)
      expect(problem).toMatchObject({ kind: 'not-found', code: 'ContainerNotFound' })
      expect(problem.message).toMatch(/missing-(key|token).*The container is gone/)
    }
  })
})

test('The error for a local file that does not exist names it', async () => {
  const container = account('key').container('no-file')
  await container.create({}, noAbort)
  await expect(container.putFile('a', join(folder, 'absent'), noAbort)).rejects.toThrow(
    /ENOENT.*absent/
  )
})
