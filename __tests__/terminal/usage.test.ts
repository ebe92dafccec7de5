import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { kebab, secretKeys } from '../../src/settings/inputs.ts'
import { commands } from '../../src/terminal/commands/index.ts'
import { Scratch, startCli } from '../support/command.ts'

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => {
  expect(readdirSync(scratch.work)).toEqual([])
  scratch[Symbol.dispose]()
})

const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  startCli(scratch, args, env).ended

const CLOUD = {
  AZURE_BATCH_ENDPOINT: 'scans.westeurope.batch.azure.com',
  AZURE_STORAGE_ACCOUNT: 'scans'
}

describe('A command', () => {
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
  ])('%j reports every invalid or missing input at once', async (args, names) => {
    const ended = await run(args)
    expect(ended).toMatchObject({ code: 2, stdout: '' })
    const messages = ended.stderr.trimEnd().split('\n')
    expect(messages.map((line) => /^Input `([\w-]+)` /.exec(line)?.[1]).sort()).toEqual(
      [...names].sort()
    )
  })

  test.each([
    [['sweep', '--older-than', 'a week'], 'older-than'],
    [['pool', 'create', 'my pool'], 'pool'],
    [['collect', 'absent.json'], 'absent.json'],
    [['cancel', '{"version":2}'], 'The handle']
  ])('%j is refused without a request to Azure', async (args, named) => {
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
  ])('%j is refused as a usage error', async (args) => {
    expect(await run(args, CLOUD)).toMatchObject({ code: 2, stdout: '' })
  })

  test('accepts the inputs of other commands, so that a script can pass one list of options to all of them', async () => {
    const ended = await run(['cancel', 'absent.json', '--nodes', '2', '--languages', 'fra'], CLOUD)
    expect(ended).toMatchObject({ code: 2, stdout: '' })
    expect(ended.stderr).toContain('absent.json')
  })

  test('does not print a key', async () => {
    const ended = await run(['submit', '--batch-account-key', 'secret!'], {
      AZURE_STORAGE_KEY: 'silent!'
    })
    expect(ended.code).toBe(2)
    expect(ended.stderr).toMatch(/^Input `batch-account-key` .*\nInput `storage-account-key` /m)
    expect(ended.stderr).not.toMatch(/secret!|silent!/)
  })
})

describe('The help', () => {
  test.each(commands.map(({ name }) => name))(
    'of %s lists each of its inputs, and no others',
    async (name) => {
      const command = commands.find((one) => one.name === name)
      const { stdout, code } = await run([...name.split(' '), '--help'])
      expect(code).toBe(0)
      const options = [...stdout.matchAll(/^ {2}--([\w-]+)/gm)].map(([, option]) => option)
      const declared = [...(command?.own ?? []), ...(command?.inputs ?? [])].map(kebab)
      expect(options).toEqual([...declared, 'json'])
    }
  )

  test('of commands for Azure lists the keys of accounts', () => {
    for (const { azure, inputs } of commands)
      if (azure) expect(inputs).toEqual(expect.arrayContaining([...secretKeys]))
  })
})
