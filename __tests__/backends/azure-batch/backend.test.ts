import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { manyLines, oneLine } from '../../e2e/folders.ts'
import { Scratch } from '../../support/command.ts'
import { until } from '../../support/poll.ts'
import { keepsTheContract } from '../contract.ts'
import { backend, orderOf, pool, toTheEnd } from './job/runs.ts'
import { liveAccount, onward } from './live-account.ts'

const live = liveAccount()

/** Processes whose working folder is on an emulated node. */
function onNodes(): string[] {
  const { root } = live().emulator
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`).startsWith(root)
      } catch {
        return false
      }
    })
}

keepsTheContract('azure-batch', {
  open: async () => backend(live(), { chosen: pool({ dedicated: 1 }) }),
  processes: onNodes,
  rowsAtOnce: false
})

describe('a run on Azure Batch', () => {
  let scratch: Scratch
  beforeEach(() => {
    scratch = new Scratch()
  })
  afterEach(() => scratch[Symbol.dispose]())

  test('reads every image once, on all its nodes, and leaves nothing on Azure', async () => {
    manyLines(scratch, 'images', 8)
    const order = await orderOf(scratch, 4)
    const { service, blobs } = live()
    const job = await backend(live()).start(order, onward)
    const { rows, results, warnings } = await toTheEnd(job)
    expect(warnings).toEqual([])
    expect(results.problem).toBeNull()
    expect(rows.map(({ image }) => image).sort()).toEqual([...order.images.keys()].sort())
    for (const { status, text } of rows) {
      expect(status).toBe('recognized')
      expect(existsSync(join(order.folder.path, text ?? 'none'))).toBe(true)
    }
    expect(results.nodes.map(({ tasks }) => tasks).reduce((a, b) => a + b)).toBe(4)
    for (const node of results.nodes)
      expect(node).toMatchObject({ kind: 'batch', dedicated: true, vmSize: 'Standard_D2s_v5' })
    expect(results.tasks).toHaveLength(4)
    await until(async () => (await service.jobs('', onward)).length === 0, 'no job')
    await until(async () => (await service.pools('', onward)).length === 0, 'no pool')
    expect(await blobs.containers('', onward)).toEqual([])
  })

  test('gives the same text as this machine', async () => {
    oneLine(scratch, 'images/a.png', 'Meter 4711 says 00427')
    const order = await orderOf(scratch, 1)
    const { rows } = await toTheEnd(await backend(live()).start(order, onward))
    expect(rows).toMatchObject([{ status: 'recognized', slot: 0, attempt: 1 }])
    const text = readFileSync(join(order.folder.path, rows[0]?.text ?? ''), 'utf8')
    expect(text.trim()).toBe('Meter 4711 says 00427')
  })
})
