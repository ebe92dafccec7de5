import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import {
  type ActionInputTexts,
  actionNames,
  actions,
  readActionInput
} from '../../src/settings/actions.ts'
import { kebab, secretKeys } from '../../src/settings/inputs.ts'
import { SettingsError } from '../../src/settings/settings.ts'
import { ROOT } from '../support/command.ts'

interface Action {
  readonly inputs: Readonly<
    Record<string, { readonly default?: string; readonly required: boolean }>
  >
  readonly outputs: object
  readonly runs: { readonly using: string; readonly main: string; readonly post: string }
}

const fileOf = (name: string) => join(ROOT, name === 'run' ? '' : name, 'action.yml')

describe.each(actionNames)('the action %s', (name) => {
  const action = parse(readFileSync(fileOf(name), 'utf8')) as Action
  const { inputs, own, outputs } = actions[name]

  test('has the declared inputs and outputs', () => {
    const command = name === 'run' ? [] : ['command']
    expect(Object.keys(action.inputs)).toEqual([...[...own, ...inputs].map(kebab), ...command])
    expect(Object.keys(action.outputs)).toEqual(Object.keys(outputs))
  })

  test('starts the bundle, and passes it the name of the action', () => {
    const { using, main, post } = action.runs
    expect(using).toBe('node24')
    for (const bundle of [main, post])
      expect(join(dirname(fileOf(name)), bundle)).toBe(join(ROOT, 'dist/index.js'))
    expect(action.inputs['command']?.default).toBe(name === 'run' ? undefined : name)
  })

  test('has no default that YAML reads as anything but a string', () => {
    for (const { default: standard = '' } of Object.values(action.inputs))
      expect(typeof standard).toBe('string')
  })
})

test('Every action that uses Azure accepts account keys', () => {
  for (const name of actionNames.filter((name) => name === 'run' || actions[name].azure))
    expect(actions[name].inputs).toEqual(expect.arrayContaining([...secretKeys]))
})

test('Folders to merge are read line by line, and may be empty', () => {
  expect(readActionInput('folders', { folders: ' one\n\n two three ' })).toEqual([
    'one',
    'two three'
  ])
  expect(readActionInput('folders', {})).toEqual([])
})

test.each([
  ['90m', 90 * 60_000],
  ['12h', 12 * 3_600_000],
  ['2D', 48 * 3_600_000],
  ['0.5', 1_800_000],
  [' ', 24 * 3_600_000],
  ['0', 0]
])('The age %j is read in milliseconds', (olderThan, milliseconds) => {
  expect(readActionInput('olderThan', { olderThan })).toBe(milliseconds)
})

test.each([
  ['olderThan', { olderThan: 'a week' }, '`older-than`'],
  ['olderThan', { olderThan: '-1h' }, '`older-than`'],
  ['dryRun', { dryRun: 'perhaps' }, '`dry-run`'],
  ['handle', { handle: ' ' }, '`handle`'],
  ['handle', {}, '`handle`'],
  ['tasks', { tasks: '0' }, '`tasks`']
] satisfies [keyof ActionInputTexts, ActionInputTexts, string][])(
  'The input %s rejects %j in a sentence that names it',
  (key, texts, name) => {
    const read = () => readActionInput(key, texts)
    expect(read).toThrow(SettingsError)
    expect(read).toThrow(name)
  }
)
