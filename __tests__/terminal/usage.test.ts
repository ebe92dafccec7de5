import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { actions } from '../../src/settings/actions.ts'
import { kebab, secretKeys } from '../../src/settings/inputs.ts'
import { commands } from '../../src/terminal/commands/index.ts'
import { Scratch } from '../support/command.ts'
import { startSource } from './source.ts'

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => {
  expect(readdirSync(scratch.work)).toEqual([])
  scratch[Symbol.dispose]()
})

const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  startSource(scratch, args, env).ended

const CLOUD = {
  AZURE_BATCH_ENDPOINT: 'scans.westeurope.batch.azure.com',
  AZURE_STORAGE_ACCOUNT: 'scans'
}

describe('a command that is used wrongly', () => {
  test.each([
    [
      ['submit', 'photos'],
      ['batch-endpoint', 'storage-endpoint']
    ],
    [
      ['sweep', '--older-than', '1h'],
      ['batch-endpoint', 'storage-endpoint']
    ],
    [
      ['sample', '--backend', 'azure-batch'],
      ['batch-endpoint', 'storage-endpoint']
    ],
    [['run', 'photos', '--no-wait'], ['wait']],
    [
      ['run', 'photos', '--backend', 'azure-batch', '--nodes', '0'],
      ['batch-endpoint', 'storage-endpoint', 'nodes']
    ],
    [
      ['pool', 'create', 'warm', '--vm-image', 'ubuntu'],
      ['vm-image', 'batch-endpoint', 'storage-endpoint']
    ],
    [['sample', '--tasks', 'many'], ['tasks']]
  ])('tells every wrong or missing input at once: %j', async (args, names) => {
    const ended = await run(args)
    expect(ended).toMatchObject({ code: 2, stdout: '' })
    const told = ended.stderr.trimEnd().split('\n')
    expect(told.map((line) => /^Input `([\w-]+)` /.exec(line)?.[1]).sort()).toEqual(
      [...names].sort()
    )
  })

  test.each([
    [['sweep', '--older-than', 'a week'], 'older-than'],
    [['pool', 'create', 'my pool'], 'pool'],
    [['collect', 'absent.json'], 'absent.json'],
    [['cancel', '{"version":2}'], 'The handle']
  ])('%j is refused before anything is asked of Azure', async (args, named) => {
    const ended = await run(args, CLOUD)
    expect(ended).toMatchObject({ code: 2, stdout: '' })
    expect(ended.stderr).toContain(named)
  })

  test.each([
    [['collect']],
    [['cancel']],
    [['pool', 'create']],
    [['pool']],
    [['collect', 'a', 'b']],
    [['sweep', 'photos']],
    [['sweep', '--no-such-option', '2']]
  ])('%j is told how it is used', async (args) => {
    expect(await run(args, CLOUD)).toMatchObject({ code: 2, stdout: '' })
  })

  test('that takes inputs of other commands too is none: one list of options serves a whole script', async () => {
    const ended = await run(['cancel', 'absent.json', '--nodes', '2', '--languages', 'fra'], CLOUD)
    expect(ended).toMatchObject({ code: 2, stdout: '' })
    expect(ended.stderr).toContain('absent.json')
  })

  test('never repeats a key', async () => {
    const ended = await run(['submit', '--batch-account-key', 'secret!'], {
      AZURE_STORAGE_KEY: 'silent!'
    })
    expect(ended.code).toBe(2)
    expect(ended.stderr).toMatch(/^Input `batch-account-key` .*\nInput `storage-account-key` /m)
    expect(ended.stderr).not.toMatch(/secret!|silent!/)
  })
})

describe('the help', () => {
  test.each(commands.map(({ name }) => name))(
    'of %s names each input that it takes, and no other',
    async (name) => {
      const command = commands.find((one) => one.name === name)
      const { stdout, code } = await run([...name.split(' '), '--help'])
      expect(code).toBe(0)
      const options = [...stdout.matchAll(/^ {2}--([\w-]+)/gm)].map(([, option]) => option)
      const declared = [...(command?.own ?? []), ...(command?.inputs ?? [])].map(kebab)
      expect(options).toEqual([...declared, 'json'])
    }
  )

  test('of the actions has what their actions have', () => {
    const inputsOf = (name: string) => commands.find((one) => one.name === name)?.inputs
    for (const face of ['run', 'submit', 'sweep', 'collect'] as const)
      expect(inputsOf(face)).toEqual(actions[face].inputs)
    for (const { azure, inputs } of commands)
      if (azure) expect(inputs).toEqual(expect.arrayContaining([...secretKeys]))
  })
})
