import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { liveAccount, onward } from '../backends/azure-batch/live-account.ts'
import { KEY } from '../support/azurite.ts'
import { ROOT, Scratch } from '../support/command.ts'
import { startSource } from './source.ts'

const live = liveAccount()
let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => scratch[Symbol.dispose]())

/** Starts a command with the account in az's variables, and the storage's address, which az has no variable for. */
const start = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  startSource(scratch, [...args, '--storage-endpoint', live().azurite.url], {
    AZURE_BATCH_ACCOUNT: live().emulator.account,
    AZURE_BATCH_ENDPOINT: live().emulator.endpoint,
    AZURE_BATCH_ACCESS_KEY: live().emulator.key,
    AZURE_STORAGE_KEY: KEY,
    ...env
  })

describe('pool create', () => {
  test('makes a pool once, and says so', async () => {
    const args = ['pool', 'create', 'warm', '--nodes', '1', '--slots', '1']
    const made = await start(args).ended
    expect(made).toMatchObject({ code: 0, stderr: '' })
    expect(made.stdout).toBe(
      'The pool warm is made: at most 1 dedicated node and 0 spot nodes Standard_D4s_v5, none while there is nothing to do. Use it by --pool warm.\n'
    )
    expect(await live().service.pool('warm', onward)).toMatchObject({ slots: 1 })
    const again = await start([...args, '--json']).ended
    expect(JSON.parse(again.stdout)).toMatchObject({ id: 'warm', existed: true })
  })

  test('of an image that Batch does not know ends with its sentence and exit code 3', async () => {
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

  test('shows what it would remove, and then removes it', async () => {
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

  test('leaves what is a day young, where nothing else is said', async () => {
    expect((await start(['sweep']).ended).stdout).toBe('Nothing is left over.\n')
  })

  test('tells what it did before it tells what it could not do', async () => {
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
    return startSource(scratch, ['plan', 'photos', '--backend', 'azure-batch', ...args]).ended
  }

  test('tells what nodes would cost, and asks nobody', async () => {
    const args = ['--nodes', '3', '--vm-size', 'Standard_D8s_v5']
    const told = JSON.parse((await plan('--json', ...args)).stdout)
    expect(told).toMatchObject({ nodes: 3, slots: 24 })
    expect(told.nodeHours).toBeGreaterThan(0)
    expect((await plan(...args)).stdout).toMatch(/ on 24 slots of 3 nodes: about .* together, /)
  })

  test('asks for the account where a pool is named, and takes the pool as it is', async () => {
    const nameless = await plan('--pool', 'warm')
    expect(nameless).toMatchObject({ code: 2, stdout: '' })
    expect(nameless.stderr).toContain('`batch-endpoint`')
    await start(['pool', 'create', 'warm', '--nodes', '2', '--slots', '3']).ended
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
  test("shares Microsoft's numbered tasks among the nodes of a pool of its own", async () => {
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

  test('ends at once when it is interrupted, with exit code 130 and nothing left', async () => {
    const running = start(['sample', '--backend', 'azure-batch', '--tasks', '2', '--nodes', '1'])
    await running.until('nodes are awaited', () => running.stderr.includes('Waiting'))
    running.kill('SIGINT')
    expect(await running.ended).toMatchObject({ code: 130, stdout: '' })
    const jobs = await live().service.jobs('', onward)
    expect(jobs.filter(({ state }) => state !== 'deleting')).toEqual([])
  })
})
