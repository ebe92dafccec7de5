import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { runName } from '../../../src/backends/azure-batch/names.ts'
import type { ActionName } from '../../../src/settings/actions.ts'
import { readSettings } from '../../../src/settings/read.ts'
import { settingsRecord } from '../../../src/settings/settings.ts'
import { liveAccount, onward } from '../../backends/azure-batch/live-account.ts'
import { KEY } from '../../support/azurite.ts'
import { Scratch } from '../../support/command.ts'
import { commandsIn, type Job, runMain, runPost, type Step } from '../../support/runner.ts'

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => scratch[Symbol.dispose]())

const job = (action: ActionName): Job => ({ scratch, ...(action === 'run' ? {} : { action }) })
const messages = ({ stdout }: Step, name: string) =>
  commandsIn(stdout).flatMap((command) => (command.name === name ? [command.message] : []))

describe('Account keys', () => {
  test('are masked before any message, even if they are invalid', async () => {
    const keys = { 'batch-account-key': 'not a key', 'storage-account-key': KEY }
    const step = await runMain(job('submit'), keys)
    expect(step.code).toBe(2)
    expect(commandsIn(step.stdout).slice(0, 2)).toMatchObject([
      { name: 'add-mask', message: 'not a key' },
      { name: 'add-mask', message: KEY }
    ])
    expect(messages(step, 'error').join()).toMatch(
      /`batch-endpoint`.*`batch-account-key`|`batch-account-key`.*`batch-endpoint`/
    )
    expect(step.stdout.replaceAll(/^::add-mask::.*$/gm, '')).not.toMatch(/not a key"|Eby8/)
  })

  test('are also masked if they come from variables of the Azure CLI', async () => {
    const step = await runMain({ ...job('sweep'), env: { AZURE_BATCH_ACCESS_KEY: KEY } }, {})
    expect(messages(step, 'add-mask')).toEqual([KEY])
  })
})

test.each([
  ['run', { wait: 'false' }, ['wait']],
  ['run', { backend: 'azure-batch', nodes: '0' }, ['batch-endpoint', 'storage-endpoint', 'nodes']],
  ['submit', {}, ['batch-endpoint', 'storage-endpoint']],
  ['sweep', {}, ['batch-endpoint', 'storage-endpoint']],
  ['collect', {}, ['handle']],
  ['collect', { 'client-id': '00000000-0000-0000-0000-000000000001' }, ['tenant-id']],
  ['sweep', { command: 'swipe' }, ['command']]
] as const)(
  'The action %s with the inputs %j reports the invalid inputs and starts nothing',
  async (action, inputs, names) => {
    const step = await runMain(job(action), inputs)
    expect(step.code).toBe(2)
    expect(messages(step, 'error').map((text) => /`([\w-]+)`/.exec(text)?.[1])).toEqual(names)
    expect(step.state['azure'] ?? '').toBe('')
    const post = await runPost(job(action), step, inputs)
    expect(post).toMatchObject({ code: 0 })
    expect(post.stdout).toContain('there is nothing to do')
  }
)

test('A step that finds no image leaves nothing for its post to remove from Azure', async () => {
  const inputs = {
    ...{ images: 'absent', backend: 'azure-batch' },
    ...{ 'batch-endpoint': 'http://127.0.0.1:1', 'storage-endpoint': 'http://127.0.0.1:1/scans' }
  }
  for (const action of ['run', 'submit'] as const) {
    const { backend, ...others } = inputs
    const step = await runMain(job(action), action === 'run' ? inputs : others)
    expect(step).toMatchObject({ code: 2, state: { azure: '' } })
  }
})

describe('On an account', () => {
  const live = liveAccount()
  const accounts = () => ({
    'batch-endpoint': live().emulator.endpoint,
    'batch-account': live().emulator.account,
    'batch-account-key': live().emulator.key,
    'storage-endpoint': live().azurite.url,
    'storage-account-key': KEY
  })

  test('a sweep counts the resources that it removed, and its summary lists them', async () => {
    await live().blobs.container('batch-ocr-lost').create({}, onward)
    const dry = await runMain(job('sweep'), { ...accounts(), 'older-than': '0', 'dry-run': 'true' })
    expect(dry).toMatchObject({ code: 0, outputs: { jobs: '0', pools: '0', containers: '0' } })
    expect(dry.summary).toMatch(/batch&#45;ocr&#45;lost|batch-ocr-lost/)
    expect(dry.summary).toContain('| left |')
    const step = await runMain(job('sweep'), { ...accounts(), 'older-than': '0' })
    expect(step).toMatchObject({ code: 0, outputs: { jobs: '0', pools: '0', containers: '1' } })
    expect(step.summary).toContain('| removed |')
    const again = await runMain(job('sweep'), { ...accounts(), 'older-than': '0' })
    expect(again.summary).toBe('Nothing is left over on Azure.\n')
  })

  test('an error of Azure is reported without a stack trace', async () => {
    const key = Buffer.from('another key').toString('base64')
    const step = await runMain(job('sweep'), { ...accounts(), 'batch-account-key': key })
    expect(step.code).toBe(3)
    expect(messages(step, 'error').length).toBeGreaterThan(0)
    expect(step.stdout).not.toMatch(/^ {4}at /m)
  })

  /** A step that was killed while its job ran on Azure. */
  const killed: Step = {
    ...{ code: null, signal: 'SIGKILL', stdout: '', stderr: '', seconds: 0, signals: [] },
    ...{ outputs: {}, summary: '', state: { isPost: 'true', azure: 'open' } }
  }

  test('the post of a killed step finds its resources by their name and removes them', async () => {
    const inputs = { ...accounts(), backend: 'azure-batch', formats: 'txt pdf' }
    const texts = Object.entries(inputs).map(([name, text]) => [camel(name), text])
    const settings = readSettings(Object.fromEntries(texts), true)
    const name = runName('octo/scans', '4711-1', JSON.stringify(['read', settingsRecord(settings)]))
    await live().blobs.container(name).create({}, onward)
    const post = await runPost(job('run'), killed, inputs)
    expect(post.code).toBe(0)
    expect(post.stdout).toContain('Removing the resources that the step may have left on Azure.')
    expect(await live().blobs.containers(name, onward)).toEqual([])
  })

  test('the post fails if it cannot remove them, and warns of costs', async () => {
    const wrong = Buffer.from('another key').toString('base64')
    const inputs = { ...accounts(), backend: 'azure-batch', 'batch-account-key': wrong }
    const post = await runPost(job('run'), killed, inputs)
    expect(post.code).toBe(3)
    expect(messages(post, 'error').at(-1)).toContain('may still be on Azure and incur costs')
  })
})

const camel = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
