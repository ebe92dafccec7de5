import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { clip, markdownCode } from '../../../src/lib/escape.ts'
import { failedRow, HOSTILE_NAMES, report, row } from '../../report/sample-report.ts'
import { Scratch } from '../../support/command.ts'
import { type GitHubApi, startGitHubApi } from '../../support/github-api.ts'
import { runMain, type Step } from '../../support/runner.ts'
import { jobOf, leave, told } from './report-context.ts'

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
const sound = report([row('good.png'), row('bad.png')])
const MARK = '<!-- batch-ocr: failures of ocr-results/OCR%20%2D%2D%3E%20by%20night -->'

function tell(inputs: Readonly<Record<string, string>> = {}): Promise<Step> {
  return runMain(jobOf('report', scratch, api), { to: 'issue', token: api.tokens.bot, ...inputs })
}

const written = () => api.requests.filter((request) => !/^GET |graphql$/.test(request))

describe('the issue of failures', () => {
  test('is opened with the table of failures, and the step says where it is', async () => {
    leave(scratch, failing)
    const step = await tell({ title: 'Unread scans' })
    expect(step).toMatchObject({ code: 0, outputs: { number: '1' } })
    expect(step.outputs['url']).toBe('https://github.com/octo/scans/issues/1')
    const [issue] = api.issues
    expect(issue).toMatchObject({ title: 'Unread scans', state: 'open' })
    expect(issue?.body).toMatch(/^<!-- batch-ocr/)
    expect(issue?.body).toContain(MARK)
    expect(issue?.body).toContain('### 1 image failed')
    expect(issue?.body).toContain(`| ${markdownCode('bad.png')} | unreadable-image | Is damaged`)
    expect(issue?.body).toContain('(https://github.com/octo/scans/actions/runs/4711)')
    expect(told(step, 'add-mask')).toEqual([api.tokens.bot])
  })

  test('is updated in place, and keeps the title that people gave it', async () => {
    leave(scratch, failing)
    const earlier = api.addIssue({ title: 'Ask the archive', body: `${MARK}\nold` })
    const step = await tell()
    expect(step).toMatchObject({ code: 0, outputs: { number: String(earlier.number) } })
    expect(api.issues).toHaveLength(1)
    expect(api.issues[0]).toMatchObject({ title: 'Ask the archive', state: 'open' })
    expect(api.issues[0]?.body).toContain('### 1 image failed')
    expect(api.comments).toEqual([])
  })

  test('is closed with a word when nothing fails any more, and nothing is written after that', async () => {
    leave(scratch, sound)
    api.addIssue({ body: `${MARK}\nold` })
    const step = await tell()
    expect(step).toMatchObject({ code: 0, outputs: { number: '1' } })
    expect(api.issues[0]).toMatchObject({ state: 'closed', state_reason: 'completed' })
    expect(api.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining('Nothing fails any more: [workflow run 4711](')
    ])
    const before = written().length
    expect(await tell()).toMatchObject({ code: 0, outputs: { number: '', url: '' } })
    expect(written()).toHaveLength(before)
  })

  test('is opened again with a word when something fails again', async () => {
    leave(scratch, failing)
    api.addIssue({ body: `${MARK}\nold`, state: 'closed', state_reason: 'completed' })
    expect(await tell()).toMatchObject({ code: 0, outputs: { number: '1' } })
    expect(api.issues).toMatchObject([{ state: 'open', state_reason: 'reopened' }])
    expect(api.comments.map(({ body }) => body)).toEqual([expect.stringContaining('fails again')])
  })

  test('stays closed where somebody closed it as not planned', async () => {
    leave(scratch, failing)
    api.addIssue({ body: `${MARK}\nold`, state: 'closed', state_reason: 'not_planned' })
    const step = await tell()
    expect(step.code).toBe(0)
    expect(step.stdout).toContain('left closed as not planned')
    expect(api.issues).toMatchObject([{ state: 'closed' }])
    expect(api.comments).toEqual([])
  })

  test('is one: of two that are open the newer is kept and the other closed', async () => {
    leave(scratch, failing)
    for (let n = 0; n < 2; n++) api.addIssue({ body: `${MARK}\nold` })
    expect(await tell()).toMatchObject({ outputs: { number: '2' } })
    expect(api.issues.map(({ state }) => state)).toEqual(['closed', 'open'])
    expect(api.comments).toMatchObject([{ issue: 1, body: '#2 tells of the same.' }])
  })

  test('is never one that somebody else wrote, nor a pull request, nor that of another folder', async () => {
    leave(scratch, failing)
    api.addIssue({ user: { login: 'mallory' }, body: MARK })
    api.addIssue({ pull_request: {}, body: MARK })
    api.addIssue({ body: MARK.replace('ocr-results', 'other') })
    const others = structuredClone(api.issues)
    expect(await tell()).toMatchObject({ outputs: { number: '4' } })
    expect(api.issues.slice(0, 3)).toEqual(others)
  })

  test("is that of the job's own bot where GitHub does not say whose the token is", async () => {
    leave(scratch, failing)
    api.viewer = null
    api.addIssue({ body: MARK })
    expect(await tell()).toMatchObject({ code: 0, outputs: { number: '1' } })
    expect(api.issues).toHaveLength(1)
  })

  test('is found on a later page', async () => {
    leave(scratch, failing)
    api.addIssue({ body: MARK })
    for (let n = 0; n < 250; n++) api.addIssue()
    expect(await tell()).toMatchObject({ outputs: { number: '1' } })
    expect(api.issues).toHaveLength(251)
  })

  test('tells why a run broke off, and is not closed by it', async () => {
    const broken = report([row('good.png')], {
      run: { outcome: 'failed', problem: 'The quota of @cores is used up.' }
    })
    leave(scratch, broken)
    api.addIssue({ body: MARK })
    expect(await tell()).toMatchObject({ code: 0, outputs: { number: '1' } })
    expect(api.issues[0]).toMatchObject({ state: 'open' })
    expect(api.issues[0]?.body).toContain('**Why:** The quota of ')
    expect(api.issues[0]?.body).not.toContain('@cores')
  })

  test('stays as it is where the run was cancelled', async () => {
    leave(scratch, report(failing.rows, { run: { outcome: 'cancelled' } }))
    expect(await tell()).toMatchObject({ code: 0, outputs: { number: '' } })
    expect(api.requests).toEqual([])
  })
})

describe('names in the issue', () => {
  test('mention nobody, link nowhere and are no structure', async () => {
    leave(
      scratch,
      report(HOSTILE_NAMES.map((name) => failedRow(name, 'timeout', 'took too long.')))
    )
    const step = await tell()
    expect(step.code).toBe(0)
    const body = api.issues[0]?.body ?? ''
    for (const name of HOSTILE_NAMES) expect(body).toContain(markdownCode(clip(name, 120)))
    expect(
      body.replace(MARK, '').replaceAll(/\(https:\/\/github.com\/octo\/\S+\)/g, '')
    ).not.toMatch(/@|https?:|<script|<img|(?<!&)#\d(?!\d*;)|!\[/)
    expect(told(step, 'error')).toEqual([])
  })

  test('are as many as GitHub takes in one body, and the rest is counted', async () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      failedRow(`${'@'.repeat(110)}${index}.png`, 'timeout', '@'.repeat(150))
    )
    leave(scratch, report(rows))
    expect(await tell()).toMatchObject({ code: 0, outputs: { number: '1' } })
    const body = api.issues[0]?.body ?? ''
    expect(body.length).toBeLessThanOrEqual(65_536)
    const named = body.match(/^\| <code>/gm)?.length ?? 0
    expect(named).toBeGreaterThan(0)
    expect(body.includes(`… and ${60 - named} more, in \`results.csv\`.`)).toBe(true)
    expect(body.includes('[workflow run 4711]')).toBe(true)
  })
})

describe('where GitHub does not do it', () => {
  test('a token that may not write is an error that says what it needs', async () => {
    leave(scratch, failing)
    const step = await tell({ token: api.tokens.fork })
    expect(step.code).toBe(3)
    expect(told(step, 'error')).toEqual([
      'GitHub did not take the issue: Resource not accessible by integration (HTTP 403). Give the job `permissions: issues: write`.'
    ])
    expect(step.stdout).not.toMatch(/^ {4}at /m)
  })

  test('a wrong token is an error, and not said', async () => {
    leave(scratch, failing)
    const step = await tell({ token: 'ghp_wrong' })
    expect(step.code).toBe(3)
    expect(told(step, 'error')).toEqual([
      'GitHub did not take the issue: Bad credentials (HTTP 401).'
    ])
    expect(step.stdout.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('ghp_wrong')
  })

  test('a disturbance that passes is waited for, and nothing is written twice', async () => {
    leave(scratch, failing)
    api.failures.push({ status: 502, message: 'Server Error' })
    const limited = { 'retry-after': '1' }
    expect(await tell()).toMatchObject({ code: 0, outputs: { number: '1' } })
    api.failures.push({ status: 403, message: 'You have exceeded a rate limit', headers: limited })
    api.failures.push('hang-up')
    expect(await tell()).toMatchObject({ code: 0, outputs: { number: '1' } })
    expect(api.issues).toHaveLength(1)
  })

  test('an issue that was opened without a word of it is found, and not opened again', async () => {
    leave(scratch, failing)
    // After who we are and what is there.
    api.failures.push(null, null, { status: 502, message: 'Server Error', done: true })
    expect(await tell()).toMatchObject({ code: 0, outputs: { number: '1' } })
    expect(api.issues).toHaveLength(1)
  })

  test.each([
    [{ status: 503, message: 'Unavailable' }, 'Unavailable (HTTP 503)'],
    [{ status: 404, message: 'Not Found' }, 'Not Found (HTTP 404)']
  ])('one that lasts (%j) is a warning', async (failure, words) => {
    leave(scratch, failing)
    api.failures.push(failure, failure, failure)
    const step = await tell()
    expect(step).toMatchObject({ code: 0, outputs: { number: '', url: '' } })
    expect(told(step, 'warning')).toEqual([`GitHub did not take the issue: ${words}.`])
  })

  test('a limit that lasts for an hour is not waited for', async () => {
    leave(scratch, failing)
    const reset = String(Math.round(Date.now() / 1000) + 3600)
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }
    api.failures.push({ status: 403, message: 'API rate limit exceeded', headers })
    const step = await tell()
    expect(step.code).toBe(0)
    expect(told(step, 'warning').join()).toContain('API rate limit exceeded (HTTP 403)')
    expect(api.requests).toHaveLength(1)
  })

  test('a step that waits for its answer can be cancelled', async () => {
    leave(scratch, failing)
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
  [{ to: 'email' }, '`to` is "email"'],
  [{ token: '$' + '{{ github.token }}' }, '`token` is no token'],
  [{ results: 'nowhere' }, '`results` names']
])('a step given %j tells what is wrong', async (inputs, words) => {
  leave(scratch, failing)
  const step = await tell(inputs)
  expect(step.code).toBe(2)
  expect(told(step, 'error').join()).toContain(words)
  expect(api.requests).toEqual([])
})
