import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { ROOT } from '../support/command.ts'

interface Declared {
  readonly description: string
  readonly default?: string
}
type Declarations = Readonly<Record<string, Declared>>
interface Step {
  readonly id?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, string>>
}

const read = (file: string) => parse(readFileSync(join(ROOT, file), 'utf8'))
const action: { inputs: Declarations; outputs: Declarations } = read('action.yml')
const workflow: {
  on: { workflow_call: { inputs: Declarations; secrets: Declarations; outputs: Declarations } }
  jobs: Record<'read' | 'merge', { outputs: object; steps: readonly Step[] }>
} = read('.github/workflows/ocr.yml')
const { inputs, secrets, outputs } = workflow.on.workflow_call
const stepOf = (job: 'read' | 'merge') => workflow.jobs[job].steps.find(({ id }) => id === 'ocr')

/** Inputs that only the reusable workflow has. */
const own = ['shards', 'skip-unchanged', 'lfs', 'runner', 'timeout-minutes']
const keys = ['batch-account-key', 'storage-account-key']

test('The reusable workflow has every input of the action except `shard`, and the account keys as secrets', () => {
  const ofAction = Object.keys(action.inputs).filter((name) => name !== 'shard')
  expect([...Object.keys(inputs), ...Object.keys(secrets)].sort()).toEqual(
    [...own, ...ofAction].sort()
  )
  expect(Object.keys(secrets)).toEqual(keys)
})

test.each(Object.keys(action.inputs).filter((name) => ![...keys, 'shard'].includes(name)))(
  'the input %s has the same description and default there, and is passed to the action',
  (name) => {
    const { description, default: standard } = action.inputs[name] as Declared
    expect(inputs[name]?.description).toBe(description)
    expect(String(inputs[name]?.default)).toBe(standard)
    expect(stepOf('read')?.with?.[name]).toContain(`inputs.${name}`)
  }
)

test.each(keys)('the secret %s is passed to the action', (name) => {
  expect(stepOf('read')?.with?.[name]).toBe(`\${{ secrets.${name} }}`)
})

test('The reusable workflow has every output of the action except paths on the runner', () => {
  const passed = Object.keys(action.outputs).filter(
    (name) => !['results', 'handle-file'].includes(name)
  )
  expect(Object.keys(outputs)).toEqual(passed)
  expect(Object.keys(workflow.jobs.read.outputs)).toEqual(passed)
  expect(Object.keys(workflow.jobs.merge.outputs)).toEqual(
    passed.filter((name) => name !== 'handle')
  )
})

test('The merge passes only inputs that its action has', () => {
  const merge: { inputs: Declarations } = read('merge/action.yml')
  const given = Object.keys(stepOf('merge')?.with ?? {})
  expect(Object.keys(merge.inputs)).toEqual(expect.arrayContaining(given))
})
