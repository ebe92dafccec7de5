import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Row } from '../../src/results/row.ts'
import { IDENTITY } from '../settings/table.ts'
import { cli } from '../support/command.ts'
import { filesWith, rightsGiven, tasksOrdered } from '../support/secrets.ts'
import { azureWorld, textsOf } from './azure-world.ts'
import { copySamples, filesBelow, manyLines, rowsOf } from './folders.ts'

const world = azureWorld()

/** On Azure, on two nodes with one slot each. */
const THERE = ['--backend', 'azure-batch', '--nodes', '2', '--slots', '1']

/** A row without what differs from place to place and from time to time. */
function wherever(row: Row): Partial<Row> {
  const { task, node, slot, attempt, startedAt, ...rest } = row
  const { seconds, prepareSeconds, recognizeSeconds, ...same } = rest
  return same
}

test('the samples give the same rows and the same texts, byte for byte, as on this machine', async () => {
  const { scratch, run, batch, nothingRemains } = world()
  copySamples(scratch)
  const asked = [
    ...['samples', '--formats', 'txt,hocr,tsv,alto', '--fail-on', 'never', '--json'],
    ...['--key-pattern', '(?<phone>\\+?\\d{8,15})', '--partitions', '4']
  ]
  const [here, there] = await Promise.all([
    cli(scratch, 'run', ...asked, '--results', 'here'),
    run('run', ...asked, '--results', 'there', ...THERE)
  ])
  expect([here.code, there.code]).toEqual([0, 0])
  const [known, results] = [join(scratch.work, 'here'), join(scratch.work, 'there')]
  const rows = rowsOf(results)
  expect(rows.map(wherever)).toEqual(rowsOf(known).map(wherever))
  expect(textsOf(results)).toEqual(textsOf(known))
  expect(JSON.parse(there.stdout)).toMatchObject({
    ...{ images: 13, recognized: 10, empty: 1, failed: 2, tasks: 4, nodes: 2 }
  })
  expect(new Set(rows.flatMap(({ node }) => node ?? [])).size).toBe(2)
  for (const { node } of rows) if (node !== null) expect(node).toMatch(/^tvm/)
  expect(there.stderr).not.toContain('Warning')
  expect(rightsGiven(batch())).toEqual({ read: ['b r'], write: ['c cw'] })
  await nothingRemains()
})

describe('a pool that is there', () => {
  const quick = ['--no-second-look', '--backend', 'azure-batch', '--json']

  test('is made by a command, serves a run that names it, and stays', async () => {
    const { azure, scratch, run, nothingRemains } = world()
    manyLines(scratch, 'images', 4)
    const made = await run('pool', 'create', 'warm', '--nodes', '2', '--slots', '1')
    expect(made).toMatchObject({ code: 0, stderr: '' })
    const ended = await run('run', 'images', '--pool', 'warm', '--partitions', '2', ...quick)
    expect(ended.code).toBe(0)
    expect(JSON.parse(ended.stdout)).toMatchObject({ images: 4, recognized: 4, failed: 0 })
    const pool = await azure.seen.service.pool('warm', new AbortController().signal)
    expect(pool).toMatchObject({ state: 'active', autoscale: true, slots: 1 })
    // What stood on its nodes while they worked is there to be searched.
    for (const key of azure.keys) expect(filesWith(key, azure.emulator.root)).toEqual([])
    await nothingRemains()
  })

  test('and carries an identity lets its nodes reach the storage without a right in any address', async () => {
    const { azure, scratch, run, batch, nothingRemains } = world()
    manyLines(scratch, 'images', 2)
    await azure.addPool('trusted', 1, IDENTITY)
    const asked = ['--pool', 'trusted', '--node-identity', IDENTITY]
    const ended = await run('run', 'images', ...asked, ...quick)
    expect(ended.code).toBe(0)
    expect(JSON.parse(ended.stdout)).toMatchObject({ images: 2, recognized: 2 })
    expect(JSON.stringify(tasksOrdered(batch()))).toContain(IDENTITY)
    expect(rightsGiven(batch())).toEqual({ read: [null], write: [null] })
    await nothingRemains()
  })
})

describe('a run on this machine', () => {
  /** What of Microsoft's clients is in a bundle. */
  const CLIENTS = /class BatchServiceClient|class (ClientAssertion|AzureCli)Credential/

  /** The bundles that a command has loaded, of those that hold Microsoft's clients. */
  async function clientsLoaded(args: readonly string[]): Promise<string[]> {
    const told = join(world().scratch.folder, `loaded-${args[0]}`)
    const { code } = await world().start(args, { env: { NODE_V8_COVERAGE: told } }).ended
    expect(code).toBe(0)
    const loaded = filesBelow(told).flatMap((file) =>
      (JSON.parse(readFileSync(join(told, file), 'utf8')).result as { url: string }[])
        .map(({ url }) => url)
        .filter((url) => url.startsWith('file://'))
    )
    expect(loaded).not.toEqual([])
    return [...new Set(loaded)].filter((url) => CLIENTS.test(readFileSync(new URL(url), 'utf8')))
  }

  test('loads nothing of Microsoft’s clients', async () => {
    manyLines(world().scratch, 'images', 2)
    expect(await clientsLoaded(['run', 'images'])).toEqual([])
    expect(await clientsLoaded(['plan', 'images'])).toEqual([])
    expect(await clientsLoaded(['doctor', '--backend', 'azure-batch'])).not.toEqual([])
  })
})
