import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { NOTHING } from '../support/azure.ts'
import { azureWorld } from './azure-world.ts'
import { manyLines } from './folders.ts'

const world = azureWorld()

test('the doctor finds nothing that stands against a run, and leaves nothing behind', async () => {
  const ended = await world().run('doctor', '--backend', 'azure-batch')
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  expect(ended.stdout).toMatch(/Nothing stands against a run\.\n$/)
  await world().nothingRemains()
})

test('a plan tells nodes and what they would be paid for, and asks nothing of Azure', async () => {
  const { scratch, run, batch, azure } = world()
  manyLines(scratch, 'images', 6)
  const asked = ['plan', 'images', '--backend', 'azure-batch', '--nodes', '3', '--slots', '2']
  const told = JSON.parse((await run(...asked, '--json')).stdout)
  expect(told).toMatchObject({ images: 6, slots: 6, nodes: 3 })
  expect(told.nodeHours).toBeGreaterThan(0)
  expect(told.nodeHours).toBeCloseTo((3 * told.estimatedWallSeconds) / 3600, 3)
  expect((await run(...asked)).stdout).toMatch(/The nodes would be paid for .+ together/)
  expect(batch()).toEqual([])
  expect(await azure.remains()).toEqual(NOTHING)
})

test.each(['local', 'azure-batch'])(
  'the sample shares its tasks among nodes: %s',
  async (place) => {
    const { scratch, run, nothingRemains } = world()
    const asked = ['sample', '--backend', place, '--tasks', '6', '--nodes', '2', '--slots', '1']
    const ended = await run(...asked)
    expect(ended.code).toBe(0)
    const node = place === 'local' ? 'local' : 'tvm\\S+'
    const rows = [...ended.stdout.matchAll(/^(mytask\d) +(\S+) +(taskoutputs\/stdout\d\.txt)$/gm)]
    expect(rows).toHaveLength(6)
    for (const [, task, where, file = ''] of rows) {
      expect(where).toMatch(new RegExp(`^${node}$`))
      expect(readFileSync(join(scratch.work, file), 'utf8')).toBe(
        `AZ_BATCH_TASK_ID=${task} processed by\nAZ_BATCH_NODE_ID=${where}\n`
      )
    }
    await nothingRemains()
  }
)
