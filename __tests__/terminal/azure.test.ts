import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { poolOf } from '../backends/azure-batch/client/accounts.ts'
import { liveAccount, onward } from '../backends/azure-batch/live-account.ts'
import { KEY } from '../support/azurite.ts'
import { ROOT, Scratch, startCli } from '../support/command.ts'

const live = liveAccount()
let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => scratch[Symbol.dispose]())

/** Starts a command with the account in the Azure CLI's variables, which has none for the address of the storage. */
const start = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  startCli(scratch, [...args, '--storage-endpoint', live().azurite.url], {
    AZURE_BATCH_ACCOUNT: live().emulator.account,
    AZURE_BATCH_ENDPOINT: live().emulator.endpoint,
    AZURE_BATCH_ACCESS_KEY: live().emulator.key,
    AZURE_STORAGE_KEY: KEY,
    ...env
  })

describe('pool create', () => {
  test('creates a pool once', async () => {
    const args = ['pool', 'create', 'warm', '--nodes', '1', '--slots', '1']
    const made = await start(args).ended
    expect(made).toMatchObject({ code: 0, stderr: '' })
    expect(made.stdout).toBe(
      'Pool warm is created. It has at most 1 dedicated node and 0 spot nodes (Standard_D4s_v5), and none when idle. To use it, run with --pool warm.\n'
    )
    expect(await live().service.pool('warm', onward)).toMatchObject({ slots: 1 })
    const again = await start([...args, '--json']).ended
    expect(JSON.parse(again.stdout)).toMatchObject({ id: 'warm', existed: true })
  })

  test('with an image that Batch does not support fails with exit code 3 and the reason', async () => {
    const args = ['pool', 'create', 'warm', '--vm-image', 'canonical:ubuntu-1_04:server']
    const ended = await start(args).ended
    expect(ended).toMatchObject({ code: 3, stdout: '' })
    expect(ended.stderr).toMatch(
      /^Azure Batch does not support the image canonical:ubuntu-1_04:server\. /
    )
    expect(ended.stderr).not.toContain('    at ')
  })
})

describe('sweep', () => {
  beforeEach(async () => {
    await live().blobs.container('batch-ocr-lost').create({}, onward)
  })

  test('lists with --dry-run what it would remove, and removes it without', async () => {
    const shown = await start(['sweep', '--older-than', '0', '--dry-run']).ended
    expect(shown).toMatchObject({ code: 0, stderr: '' })
    expect(shown.stdout).toMatch(/^container {2}batch-ocr-lost {2}[\d-]+ [\d:]+ UTC {2}left\n$/)
    const swept = await start(['sweep', '--older-than', '0', '--json']).ended
    expect(JSON.parse(swept.stdout)).toMatchObject({
      jobs: [],
      pools: [],
      containers: [{ id: 'batch-ocr-lost', removed: true }]
    })
    expect((await start(['sweep', '--older-than', '0']).ended).stdout).toBe(
      'Nothing is left over.\n'
    )
  })

  test('keeps by default what is less than a day old', async () => {
    expect((await start(['sweep']).ended).stdout).toBe('Nothing is left over.\n')
  })

  test('lists what it removed, and then what it could not remove', async () => {
    const wrong = Buffer.from('another key').toString('base64')
    const args = ['sweep', '--older-than', '0']
    const ended = await start(args, { AZURE_BATCH_ACCESS_KEY: wrong }).ended
    expect(ended.code).toBe(3)
    expect(ended.stdout).toMatch(/^container {2}batch-ocr-lost .* removed$/m)
    expect(ended.stderr).toContain('Not everything that earlier runs left could be removed')
    expect(ended.stderr).not.toContain(wrong)
  })
})

describe('plan', () => {
  const plan = async (...args: string[]) => {
    mkdirSync(join(scratch.work, 'photos'), { recursive: true })
    copyFileSync(join(ROOT, 'samples/clean.png'), join(scratch.work, 'photos/clean.png'))
    return startCli(scratch, ['plan', 'photos', '--backend', 'azure-batch', ...args]).ended
  }

  test('shows the node time to pay for, without a request to Azure', async () => {
    const args = ['--nodes', '3', '--vm-size', 'Standard_D8s_v5']
    const planned = JSON.parse((await plan('--json', ...args)).stdout)
    expect(planned).toMatchObject({ nodes: 3, slots: 24 })
    expect(planned.nodeHours).toBeGreaterThan(0)
    expect((await plan(...args)).stdout).toMatch(
      / on 24 slots of 3 nodes: about .* You would pay for .* of node time, /
    )
  })

  test('needs the account only for an existing pool, and takes nodes and slots from it', async () => {
    const nameless = await plan('--pool', 'warm')
    expect(nameless).toMatchObject({ code: 2, stdout: '' })
    expect(nameless.stderr).toContain('`batch-endpoint`')
    await live().service.addPool(
      poolOf('warm', { slots: 3, size: { dedicated: 2, spot: 0 } }),
      onward
    )
    const ended = await start([
      'plan',
      'photos',
      '--json',
      '--backend',
      'azure-batch',
      '--pool',
      'warm'
    ]).ended
    expect(JSON.parse(ended.stdout)).toMatchObject({ nodes: 2, slots: 6 })
  })
})

describe('sample', () => {
  test("distributes Microsoft's numbered tasks over the nodes of a new pool", async () => {
    const args = [
      'sample',
      '--backend',
      'azure-batch',
      '--tasks',
      '4',
      '--nodes',
      '2',
      '--slots',
      '1'
    ]
    const ended = await start(args).ended
    expect(ended.code).toBe(0)
    expect(ended.stdout).toMatch(/^task +node +output$/m)
    expect(ended.stdout).toMatch(/^mytask4 +tvm\S+ +taskoutputs\/stdout4\.txt$/m)
    expect(readFileSync(join(scratch.work, 'taskoutputs/stdout4.txt'), 'utf8')).toMatch(
      /^AZ_BATCH_TASK_ID=mytask4 processed by\nAZ_BATCH_NODE_ID=tvm\S+\n$/
    )
  })

  test('ends with exit code 130 when it is interrupted, and leaves no job', async () => {
    const running = start(['sample', '--backend', 'azure-batch', '--tasks', '2', '--nodes', '1'])
    await running.until('it waits for nodes', () => running.stderr.includes('Waiting'))
    running.kill('SIGINT')
    expect(await running.ended).toMatchObject({ code: 130, stdout: '' })
    const jobs = await live().service.jobs('', onward)
    expect(jobs.filter(({ state }) => state !== 'deleting')).toEqual([])
  })
})
