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

/** What only the reusable workflow can do. */
const own = ['shards', 'skip-unchanged', 'lfs', 'runner', 'timeout-minutes']
const keys = ['batch-account-key', 'storage-account-key']

test('every input of the action but the shard is one of the reusable workflow, keys as its secrets', () => {
  const ofAction = Object.keys(action.inputs).filter((name) => name !== 'shard')
  expect([...Object.keys(inputs), ...Object.keys(secrets)].sort()).toEqual(
    [...own, ...ofAction].sort()
  )
  expect(Object.keys(secrets)).toEqual(keys)
})

test.each(Object.keys(action.inputs).filter((name) => ![...keys, 'shard'].includes(name)))(
  'the input %s means the same there, by the same default, and reaches the action',
  (name) => {
    const { description, default: standard } = action.inputs[name] as Declared
    expect(inputs[name]?.description).toBe(description)
    expect(String(inputs[name]?.default)).toBe(standard)
    expect(stepOf('read')?.with?.[name]).toContain(`inputs.${name}`)
  }
)

test.each(keys)('the secret %s reaches the action', (name) => {
  expect(stepOf('read')?.with?.[name]).toBe(`\${{ secrets.${name} }}`)
})

test('every output of the action is one of the reusable workflow, but paths on a runner that is gone', () => {
  const passed = Object.keys(action.outputs).filter(
    (name) => !['results', 'handle-file'].includes(name)
  )
  expect(Object.keys(outputs)).toEqual(passed)
  expect(Object.keys(workflow.jobs.read.outputs)).toEqual(passed)
  expect(Object.keys(workflow.jobs.merge.outputs)).toEqual(
    passed.filter((name) => name !== 'handle')
  )
})

test('the merge gives what its action takes', () => {
  const merge: { inputs: Declarations } = read('merge/action.yml')
  const given = Object.keys(stepOf('merge')?.with ?? {})
  expect(Object.keys(merge.inputs)).toEqual(expect.arrayContaining(given))
})
