import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { data, Evaluator, Lexer, Parser } from '@actions/expressions'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { ROOT } from '../support/command.ts'

/** The result of the called workflow `ocr`, and whether the run was cancelled. */
interface Outcome {
  readonly result: 'success' | 'failure' | 'skipped'
  readonly outputs: Readonly<Record<string, string>>
  readonly cancelled?: true
}

/** Whether GitHub starts a job, according to its own expression evaluator. act starts no job after a failure. */
function starts(example: string, job: string, { result, outputs, cancelled }: Outcome): boolean {
  const { jobs } = parse(readFileSync(join(ROOT, 'examples', example), 'utf8'))
  const condition: string = jobs[job].if.replace(/^\$\{\{(.*)\}\}$/, '$1').trim()
  const statuses = {
    always: true,
    cancelled: cancelled === true,
    failure: result === 'failure',
    success: result === 'success' && !cancelled
  }
  const functions = Object.entries(statuses).map(([name, holds]) => {
    const call = () => new data.BooleanData(holds)
    return { ...{ name, minArgs: 0, maxArgs: 0 }, call }
  })
  // GitHub adds `success()` to a condition without a status function.
  const hasStatus = /\b(always|cancelled|failure|success)\(\)/.test(condition)
  const { tokens } = new Lexer(hasStatus ? condition : `success() && (${condition})`).lex()
  const context = JSON.parse(JSON.stringify({ needs: { ocr: { result, outputs } } }), data.reviver)
  const expression = new Parser(tokens, ['needs'], functions).parse()
  const named = new Map(functions.map((one) => [one.name, one]))
  return new Evaluator(expression, context, named).evaluate().coerceString() === 'true'
}

describe.each([
  ['nightly.yml', 'report'],
  ['text-back.yml', 'commit']
])('%s: the job %s', (example, job) => {
  const outputs = { 'text-artifact-id': '1', 'metadata-artifact-id': '2' }
  const nothing = { 'text-artifact-id': '', 'metadata-artifact-id': '' }

  test('starts if images were read, even if some of them failed', () => {
    expect(starts(example, job, { result: 'success', outputs })).toBe(true)
    expect(starts(example, job, { result: 'failure', outputs })).toBe(true)
  })

  test('does not start if nothing was read or the run was cancelled', () => {
    expect(starts(example, job, { result: 'success', outputs: nothing })).toBe(false)
    expect(starts(example, job, { result: 'failure', outputs: {} })).toBe(false)
    expect(starts(example, job, { result: 'failure', outputs, cancelled: true })).toBe(false)
  })
})
