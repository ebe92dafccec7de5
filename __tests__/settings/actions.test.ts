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

const fileOf = (face: string) => join(ROOT, face === 'run' ? '' : face, 'action.yml')

describe.each(actionNames)('the action %s', (face) => {
  const action = parse(readFileSync(fileOf(face), 'utf8')) as Action
  const { inputs, own, outputs } = actions[face]

  test('has the inputs and outputs that the declaration gives it', () => {
    const command = face === 'run' ? [] : ['command']
    expect(Object.keys(action.inputs)).toEqual([...[...own, ...inputs].map(kebab), ...command])
    expect(Object.keys(action.outputs)).toEqual(Object.keys(outputs))
  })

  test('starts the one bundle, and tells it which face it is', () => {
    const { using, main, post } = action.runs
    expect(using).toBe('node24')
    for (const bundle of [main, post])
      expect(join(dirname(fileOf(face)), bundle)).toBe(join(ROOT, 'dist/index.js'))
    expect(action.inputs['command']?.default).toBe(face === 'run' ? undefined : face)
  })

  test('has no default that YAML could take for something else than a text', () => {
    for (const { default: standard = '' } of Object.values(action.inputs))
      expect(typeof standard).toBe('string')
  })
})

test('whoever may have to prove who they are may do it by keys', () => {
  for (const face of actionNames.filter((face) => face === 'run' || actions[face].azure))
    expect(actions[face].inputs).toEqual(expect.arrayContaining([...secretKeys]))
})

test('folders to merge are lines; none means the artifacts of the workflow run', () => {
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
])('a sweep leaves what is younger than %j', (olderThan, milliseconds) => {
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
  'the input %s refuses %j in a sentence that names it',
  (key, texts, name) => {
    const read = () => readActionInput(key, texts)
    expect(read).toThrow(SettingsError)
    expect(read).toThrow(name)
  }
)
