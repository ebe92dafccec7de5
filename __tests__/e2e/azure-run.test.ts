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

/** Two nodes on Azure with one slot each. */
const THERE = ['--backend', 'azure-batch', '--nodes', '2', '--slots', '1']

/** A row without the fields that depend on where and when its image was read. */
function timeless(row: Row): Partial<Row> {
  const { task, node, slot, attempt, startedAt, ...rest } = row
  const { seconds, prepareSeconds, recognizeSeconds, ...same } = rest
  return same
}

test('The samples give the same rows and texts as on this machine, byte for byte', async () => {
  const { scratch, run, batch, nothingRemains } = world()
  copySamples(scratch)
  const args = [
    ...['samples', '--formats', 'txt,hocr,tsv,alto', '--fail-on', 'never', '--json'],
    ...['--key-pattern', '(?<phone>\\+?\\d{8,15})', '--partitions', '4']
  ]
  const [here, there] = await Promise.all([
    cli(scratch, 'run', ...args, '--results', 'here'),
    run('run', ...args, '--results', 'there', ...THERE)
  ])
  expect([here.code, there.code]).toEqual([0, 0])
  const [known, results] = [join(scratch.work, 'here'), join(scratch.work, 'there')]
  const rows = rowsOf(results)
  expect(rows.map(timeless)).toEqual(rowsOf(known).map(timeless))
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

describe('An existing pool', () => {
  const quick = ['--no-second-look', '--backend', 'azure-batch', '--json']

  test('is created by a command, runs the tasks of a run that names it, and is kept', async () => {
    const { azure, scratch, run, nothingRemains } = world()
    manyLines(scratch, 'images', 4)
    const made = await run('pool', 'create', 'warm', '--nodes', '2', '--slots', '1')
    expect(made).toMatchObject({ code: 0, stderr: '' })
    const ended = await run('run', 'images', '--pool', 'warm', '--partitions', '2', ...quick)
    expect(ended.code).toBe(0)
    expect(JSON.parse(ended.stdout)).toMatchObject({ images: 4, recognized: 4, failed: 0 })
    const pool = await azure.seen.service.pool('warm', new AbortController().signal)
    expect(pool).toMatchObject({ state: 'active', autoscale: true, slots: 1 })
    // The files of its nodes are still there, and can be searched.
    for (const key of azure.keys) expect(filesWith(key, azure.emulator.root)).toEqual([])
    await nothingRemains()
  })

  test('with an identity gives its nodes access to the storage without a SAS', async () => {
    const { azure, scratch, run, batch, nothingRemains } = world()
    manyLines(scratch, 'images', 2)
    await azure.addPool('trusted', 1, IDENTITY)
    const args = ['--pool', 'trusted', '--node-identity', IDENTITY]
    const ended = await run('run', 'images', ...args, ...quick)
    expect(ended.code).toBe(0)
    expect(JSON.parse(ended.stdout)).toMatchObject({ images: 2, recognized: 2 })
    expect(JSON.stringify(tasksOrdered(batch()))).toContain(IDENTITY)
    expect(rightsGiven(batch())).toEqual({ read: [null], write: [null] })
    await nothingRemains()
  })
})

describe('A run on this machine', () => {
  /** Code of the Azure SDK in a bundle. */
  const CLIENTS = /class BatchServiceClient|class (ClientAssertion|AzureCli)Credential/

  /** The bundles with the Azure SDK that a command loads. */
  async function clientsLoaded(args: readonly string[]): Promise<string[]> {
    const coverage = join(world().scratch.folder, `loaded-${args[0]}`)
    const { code } = await world().start(args, { env: { NODE_V8_COVERAGE: coverage } }).ended
    expect(code).toBe(0)
    const loaded = filesBelow(coverage).flatMap((file) =>
      (JSON.parse(readFileSync(join(coverage, file), 'utf8')).result as { url: string }[])
        .map(({ url }) => url)
        .filter((url) => url.startsWith('file://'))
    )
    expect(loaded).not.toEqual([])
    return [...new Set(loaded)].filter((url) => CLIENTS.test(readFileSync(new URL(url), 'utf8')))
  }

  test('does not load the Azure SDK', async () => {
    manyLines(world().scratch, 'images', 2)
    expect(await clientsLoaded(['run', 'images'])).toEqual([])
    expect(await clientsLoaded(['plan', 'images'])).toEqual([])
    expect(await clientsLoaded(['doctor', '--backend', 'azure-batch'])).not.toEqual([])
  })
})
