import { createHash, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { describe, expect, test } from '@jest/globals'
import { AzureProblem } from '../../../../src/backends/azure-batch/problem.ts'
import { temporaryFolder } from '../../../support/images.ts'
import { bothWays, onward } from './accounts.ts'

const accounts = bothWays()
const folder = temporaryFolder('blobs')
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

describe.each(['key', 'token'] as const)('with a %s, a container', (way) => {
  test('is made, found by its prefix, and removed with all in it, each as often as wanted', async () => {
    const account = accounts[way]()
    const container = account.container('batch-ocr-life')
    await container.create({ run: '4711' }, onward)
    await container.create({ run: '4711' }, onward)
    await account.container('somebody-elses').create({}, onward)
    const found = await account.containers('batch-ocr-', onward)
    expect(found).toMatchObject([{ name: 'batch-ocr-life', metadata: { run: '4711' } }])
    expect(Math.abs(Date.now() - Number(found[0]?.modified))).toBeLessThan(60_000)
    await container.putBytes('in/1.tar', Buffer.from('one'), onward)
    await container.remove(onward)
    await container.remove(onward)
    expect(await account.containers('batch-ocr-', onward)).toEqual([])
  })

  test('gives what was put into it, and nothing where there is no such blob', async () => {
    const container = accounts[way]().container('batch-ocr-blobs')
    await container.create({}, onward)
    await container.putBytes('in/1.tar', Buffer.from('one'), onward)
    await container.putBytes('out/2.tar', Buffer.from('two'), onward)
    await container.putBytes('in/1.tar', Buffer.from('anew'), onward)
    await container.putBytes('empty', Buffer.alloc(0), onward)
    expect(await text((await container.get('in/1.tar', onward)) as Readable)).toBe('anew')
    expect(await text((await container.get('empty', onward)) as Readable)).toBe('')
    expect(await container.get('in/3.tar', onward)).toBeNull()
    expect(await container.list('', onward)).toEqual(['empty', 'in/1.tar', 'out/2.tar'])
    expect(await container.list('out/', onward)).toEqual(['out/2.tar'])
  })

  test('takes a file of many pieces, and an empty one', async () => {
    const bytes = randomBytes(20_000_003)
    const [big, empty] = [join(folder, 'big.bin'), join(folder, 'empty.bin')]
    writeFileSync(big, bytes)
    writeFileSync(empty, '')
    const container = accounts[way]().container('batch-ocr-files')
    await container.create({}, onward)
    await container.putFile('big.tar', big, onward)
    await container.putFile('empty.tar', empty, onward)
    const back = await buffer((await container.get('big.tar', onward)) as Readable)
    expect(digest(back)).toBe(digest(bytes))
    expect(await buffer((await container.get('empty.tar', onward)) as Readable)).toHaveLength(0)
  })

  test('that is not there is told as such', async () => {
    const nobody = accounts[way]().container('batch-ocr-nobody')
    for (const call of [
      () => nobody.get('in/1.tar', onward),
      () => nobody.putBytes('in/1.tar', Buffer.from('one'), onward),
      () => nobody.list('', onward)
    ]) {
      const problem = await call().catch((error: unknown) => error)
      expect(problem).toBeInstanceOf(AzureProblem)
      expect(problem).toMatchObject({ kind: 'not-found', code: 'ContainerNotFound' })
      expect((problem as Error).message).toMatch(/batch-ocr-nobody.*The container is gone/)
    }
  })
})

test('a file that is not there is told by its name', async () => {
  const container = accounts.key().container('batch-ocr-no-file')
  await container.create({}, onward)
  await expect(container.putFile('a', join(folder, 'absent'), onward)).rejects.toThrow(
    /ENOENT.*absent/
  )
})
