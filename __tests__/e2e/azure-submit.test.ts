import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { startOn } from '../support/azure.ts'
import { Scratch } from '../support/command.ts'
import { filesWith } from '../support/secrets.ts'
import { azureWorld, textsOf } from './azure-world.ts'
import { manyLines, rowsOf } from './folders.ts'

const world = azureWorld({}, 'scripted')

/** A handle names the accounts. */
const BY_HANDLE = { accounts: false } as const

describe('A submitted run', () => {
  test('can be collected on another machine several times, until it is cancelled', async () => {
    const { azure, scratch, run, start, hear, nothingRemains } = world()
    manyLines(scratch, 'images', 4)
    const options = ['images', '--partitions', '2', '--no-second-look', '--nodes', '2']
    const submitted = await run('submit', ...options, '--slots', '1', '--json')
    expect(submitted).toMatchObject({ code: 0, stderr: expect.stringContaining('Submitted') })
    const { handle, handleFile, ...outcome } = JSON.parse(submitted.stdout)
    expect(outcome).toMatchObject({ images: 4, tasks: 2, nodes: 2, jobId: handle.jobId })
    expect(JSON.parse(readFileSync(handleFile, 'utf8'))).toEqual(handle)

    using other = new Scratch()
    const collect = async (from: string, into: string) => {
      const args = ['collect', from, '--results', into, '--json']
      const ended = hear(await startOn(azure, other, args, BY_HANDLE).ended)
      expect(ended.code).toBe(0)
      expect(JSON.parse(ended.stdout)).toMatchObject({
        ...{ runId: handle.runId, recognized: 4, nodes: 2 }
      })
      return join(other.work, into)
    }
    const first = await collect(handleFile, 'first')
    const second = await collect(JSON.stringify(handle), 'second')
    expect(rowsOf(first)).toHaveLength(4)
    expect(rowsOf(second)).toEqual(rowsOf(first))
    expect(textsOf(second)).toEqual(textsOf(first))
    for (const secret of [...azure.keys, 'sig='])
      expect(filesWith(secret, other.folder)).toEqual([])

    const cancelled = hear(await start(['cancel', handleFile], BY_HANDLE).ended)
    expect(cancelled).toMatchObject({ code: 0, stderr: '' })
    expect(cancelled.stdout).toMatch(
      /^Run \S+ is cancelled, and its resources are removed from Azure\.\n$/
    )
    await nothingRemains()
    const gone = hear(await start(['collect', handleFile], BY_HANDLE).ended)
    expect(gone.code).toBe(3)
    expect(gone.stderr).toMatch(/The container is gone: the run has ended, or was swept\.$/m)
  })

  test('is listed by sweep --dry-run, and removed by sweep', async () => {
    const { azure, scratch, run, nothingRemains } = world()
    manyLines(scratch, 'images', 1)
    const submitted = await run('submit', 'images', '--no-second-look', '--nodes', '1', '--json')
    const { jobId } = JSON.parse(submitted.stdout)
    expect(await run('sweep')).toMatchObject({ code: 0, stdout: 'Nothing is left over.\n' })
    const shown = await run('sweep', '--older-than', '0', '--dry-run')
    expect(shown.code).toBe(0)
    expect(shown.stdout).toMatch(new RegExp(`^job +${jobId} .* left$`, 'm'))
    expect((await azure.remains()).jobs).toEqual([jobId])
    const swept = await run('sweep', '--older-than', '0')
    expect(swept.code).toBe(0)
    expect(swept.stdout).toMatch(new RegExp(`^job +${jobId} .* removed$`, 'm'))
    await nothingRemains()
  })
})

test.each([
  { container: 'photos-of-somebody' },
  { jobId: 'nightly-render' },
  { batchEndpoint: 'http://batch.example.org' },
  { storageEndpoint: 'http://blobs.example.org' }
])(
  'A handle with a name of another product, or with an unsafe address, is refused: %j',
  async (odd) => {
    const { azure, start, hear, batch, storage } = world()
    const { 'batch-endpoint': batchEndpoint, 'storage-endpoint': storageEndpoint } = azure.inputs
    const handle = {
      ...{ version: 1, runId: 'x', jobId: 'batch-ocr-x', container: 'batch-ocr-x' },
      ...{ batchEndpoint, batchAccount: null, storageEndpoint },
      ...odd
    }
    const ended = hear(await start(['cancel', JSON.stringify(handle)], BY_HANDLE).ended)
    expect(ended.code).toBe(2)
    expect(ended.stderr).toMatch(/^The handle cannot be read \(.+\)\. Name the file/)
    expect([...batch(), ...storage()]).toEqual([])
  }
)
