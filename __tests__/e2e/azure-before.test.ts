import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { NOTHING } from '../support/azure.ts'
import { azureWorld } from './azure-world.ts'
import { manyLines } from './folders.ts'

const world = azureWorld()

test('Doctor reports that everything is ready, and leaves nothing on Azure', async () => {
  const ended = await world().run('doctor', '--backend', 'azure-batch')
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  expect(ended.stdout).toMatch(/Ready to run\.\n$/)
  await world().nothingRemains()
})

test('Plan shows the nodes and the node time to pay for, without a request to Azure', async () => {
  const { scratch, run, batch, azure } = world()
  manyLines(scratch, 'images', 6)
  const args = ['plan', 'images', '--backend', 'azure-batch', '--nodes', '3', '--slots', '2']
  const planned = JSON.parse((await run(...args, '--json')).stdout)
  expect(planned).toMatchObject({ images: 6, slots: 6, nodes: 3 })
  expect(planned.nodeHours).toBeGreaterThan(0)
  expect(planned.nodeHours).toBeCloseTo((3 * planned.estimatedWallSeconds) / 3600, 3)
  expect((await run(...args)).stdout).toMatch(/You would pay for .+ of node time/)
  expect(batch()).toEqual([])
  expect(await azure.remains()).toEqual(NOTHING)
})

test.each(['local', 'azure-batch'])(
  'The sample distributes its tasks over nodes: %s',
  async (place) => {
    const { scratch, run, nothingRemains } = world()
    const args = ['sample', '--backend', place, '--tasks', '6', '--nodes', '2', '--slots', '1']
    const ended = await run(...args)
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
