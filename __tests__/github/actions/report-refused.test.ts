import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { failedRow, report, row } from '../../report/sample-report.ts'
import { Scratch } from '../../support/command.ts'
import { type GitHubApi, startGitHubApi } from '../../support/github-api.ts'
import { runMain, type Step } from '../../support/runner.ts'
import { jobOf, messages, writeResults } from './report-context.ts'

let scratch: Scratch
let api: GitHubApi
beforeEach(async () => {
  scratch = new Scratch()
  api = await startGitHubApi()
})
afterEach(async () => {
  scratch[Symbol.dispose]()
  await api.stop()
})

const failing = report([row('good.png'), failedRow('bad.png', 'unreadable-image', 'is damaged.')])
function reportToIssue(inputs: Readonly<Record<string, string>> = {}): Promise<Step> {
  return runMain(jobOf('report', scratch, api), { to: 'issue', token: api.tokens.bot, ...inputs })
}

describe('If a request to GitHub fails', () => {
  test('a token without permission is an error that names the permission', async () => {
    writeResults(scratch, failing)
    const step = await reportToIssue({ token: api.tokens.fork })
    expect(step.code).toBe(3)
    expect(messages(step, 'error')).toEqual([
      'Could not create or update the issue: Resource not accessible by integration (HTTP 403). Give the job `permissions: issues: write`.'
    ])
    expect(step.stdout).not.toMatch(/^ {4}at /m)
  })

  test('an invalid token is an error, and does not appear in the log', async () => {
    writeResults(scratch, failing)
    const step = await reportToIssue({ token: 'ghp_wrong' })
    expect(step.code).toBe(3)
    expect(messages(step, 'error')).toEqual([
      'Could not create or update the issue: Bad credentials (HTTP 401).'
    ])
    expect(step.stdout.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('ghp_wrong')
  })

  test('a temporary error is retried, and nothing is written twice', async () => {
    writeResults(scratch, failing)
    api.failures.push({ status: 502, message: 'Server Error' })
    const limited = { 'retry-after': '1' }
    expect(await reportToIssue()).toMatchObject({ code: 0, outputs: { number: '1' } })
    api.failures.push({ status: 403, message: 'You have exceeded a rate limit', headers: limited })
    api.failures.push('hang-up')
    expect(await reportToIssue()).toMatchObject({ code: 0, outputs: { number: '1' } })
    expect(api.issues).toHaveLength(1)
  })

  test('an issue whose creation was reported as an error is found, and not created again', async () => {
    writeResults(scratch, failing)
    // The requests for the login and for existing issues succeed.
    api.failures.push(null, null, { status: 502, message: 'Server Error', done: true })
    expect(await reportToIssue()).toMatchObject({ code: 0, outputs: { number: '1' } })
    expect(api.issues).toHaveLength(1)
  })

  test.each([
    [{ status: 503, message: 'Unavailable' }, 'Unavailable (HTTP 503)'],
    [{ status: 404, message: 'Not Found' }, 'Not Found (HTTP 404)']
  ])('a persistent error (%j) is a warning', async (failure, words) => {
    writeResults(scratch, failing)
    api.failures.push(failure, failure, failure)
    const step = await reportToIssue()
    expect(step).toMatchObject({ code: 0, outputs: { number: '', url: '' } })
    expect(messages(step, 'warning')).toEqual([`Could not create or update the issue: ${words}.`])
  })

  test('a rate limit that resets in an hour is not waited for', async () => {
    writeResults(scratch, failing)
    const reset = String(Math.round(Date.now() / 1000) + 3600)
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }
    api.failures.push({ status: 403, message: 'API rate limit exceeded', headers })
    const step = await reportToIssue()
    expect(step.code).toBe(0)
    expect(messages(step, 'warning').join()).toContain('API rate limit exceeded (HTTP 403)')
    expect(api.requests).toHaveLength(1)
  })

  test('a step that waits for the response can be cancelled', async () => {
    writeResults(scratch, failing)
    api.failures.push('silence')
    const inputs = { to: 'issue', token: api.tokens.bot }
    const step = await runMain(jobOf('report', scratch, api), inputs, {
      by: 'cancel',
      when: () => api.requests.length > 0
    })
    expect(step.code).toBe(130)
    expect(step.signals).toEqual(['SIGINT'])
  })
})

test.each([
  [{ to: '' }, '`to` is missing'],
  [{ to: 'email' }, '`to` must be issue or pull-request, not "email"'],
  [{ token: '$' + '{{ github.token }}' }, '`token` is not a token'],
  [{ results: 'nowhere' }, '`results` names']
])('A step with the inputs %j reports the invalid input', async (inputs, words) => {
  writeResults(scratch, failing)
  const step = await reportToIssue(inputs)
  expect(step.code).toBe(2)
  expect(messages(step, 'error').join()).toContain(words)
  expect(api.requests).toEqual([])
})
