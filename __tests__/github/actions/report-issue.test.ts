import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { clip, markdownCode } from '../../../src/lib/escape.ts'
import { failedRow, HOSTILE_NAMES, report, row } from '../../report/sample-report.ts'
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
const intact = report([row('good.png'), row('bad.png')])
const MARK = '<!-- batch-ocr: failures of ocr-results/OCR%20%2D%2D%3E%20by%20night -->'

function reportToIssue(inputs: Readonly<Record<string, string>> = {}): Promise<Step> {
  return runMain(jobOf('report', scratch, api), { to: 'issue', token: api.tokens.bot, ...inputs })
}

const written = () => api.requests.filter((request) => !/^GET |graphql$/.test(request))

describe('The issue of failures', () => {
  test('is opened with the table of failures, and the outputs of the step name it', async () => {
    writeResults(scratch, failing)
    const step = await reportToIssue({ title: 'Unread scans' })
    expect(step).toMatchObject({ code: 0, outputs: { number: '1' } })
    expect(step.outputs['url']).toBe('https://github.com/octo/scans/issues/1')
    const [issue] = api.issues
    expect(issue).toMatchObject({ title: 'Unread scans', state: 'open' })
    expect(issue?.body).toMatch(/^<!-- batch-ocr/)
    expect(issue?.body).toContain(MARK)
    expect(issue?.body).toContain('### 1 image failed')
    expect(issue?.body).toContain(`| ${markdownCode('bad.png')} | unreadable-image | Is damaged`)
    expect(issue?.body).toContain('(https://github.com/octo/scans/actions/runs/4711)')
    expect(messages(step, 'add-mask')).toEqual([api.tokens.bot])
  })

  test('is updated in place, and keeps an edited title', async () => {
    writeResults(scratch, failing)
    const earlier = api.addIssue({ title: 'Ask the archive', body: `${MARK}\nold` })
    const step = await reportToIssue()
    expect(step).toMatchObject({ code: 0, outputs: { number: String(earlier.number) } })
    expect(api.issues).toHaveLength(1)
    expect(api.issues[0]).toMatchObject({ title: 'Ask the archive', state: 'open' })
    expect(api.issues[0]?.body).toContain('### 1 image failed')
    expect(api.comments).toEqual([])
  })

  test('is closed with a comment when no images fail, and then not changed', async () => {
    writeResults(scratch, intact)
    api.addIssue({ body: `${MARK}\nold` })
    const step = await reportToIssue()
    expect(step).toMatchObject({ code: 0, outputs: { number: '1' } })
    expect(api.issues[0]).toMatchObject({ state: 'closed', state_reason: 'completed' })
    expect(api.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining('No images failed in [workflow run 4711](')
    ])
    const before = written().length
    expect(await reportToIssue()).toMatchObject({ code: 0, outputs: { number: '', url: '' } })
    expect(written()).toHaveLength(before)
  })

  test('is reopened with a comment when images fail again', async () => {
    writeResults(scratch, failing)
    api.addIssue({ body: `${MARK}\nold`, state: 'closed', state_reason: 'completed' })
    expect(await reportToIssue()).toMatchObject({ code: 0, outputs: { number: '1' } })
    expect(api.issues).toMatchObject([{ state: 'open', state_reason: 'reopened' }])
    expect(api.comments.map(({ body }) => body)).toEqual([expect.stringContaining('failed again')])
  })

  test('stays closed if it was closed as not planned', async () => {
    writeResults(scratch, failing)
    api.addIssue({ body: `${MARK}\nold`, state: 'closed', state_reason: 'not_planned' })
    const step = await reportToIssue()
    expect(step.code).toBe(0)
    expect(step.stdout).toContain('left closed as not planned')
    expect(api.issues).toMatchObject([{ state: 'closed' }])
    expect(api.comments).toEqual([])
  })

  test('is unique: of two open issues, the older one is closed', async () => {
    writeResults(scratch, failing)
    for (let n = 0; n < 2; n++) api.addIssue({ body: `${MARK}\nold` })
    expect(await reportToIssue()).toMatchObject({ outputs: { number: '2' } })
    expect(api.issues.map(({ state }) => state)).toEqual(['closed', 'open'])
    expect(api.comments).toMatchObject([{ issue: 1, body: 'Duplicate of #2.' }])
  })

  test('is never an issue of another author, a pull request, or the issue of another folder', async () => {
    writeResults(scratch, failing)
    api.addIssue({ user: { login: 'mallory' }, body: MARK })
    api.addIssue({ pull_request: {}, body: MARK })
    api.addIssue({ body: MARK.replace('ocr-results', 'other') })
    const others = structuredClone(api.issues)
    expect(await reportToIssue()).toMatchObject({ outputs: { number: '4' } })
    expect(api.issues.slice(0, 3)).toEqual(others)
  })

  test('is the issue of the Actions bot if GitHub does not report the owner of the token', async () => {
    writeResults(scratch, failing)
    api.viewer = null
    api.addIssue({ body: MARK })
    expect(await reportToIssue()).toMatchObject({ code: 0, outputs: { number: '1' } })
    expect(api.issues).toHaveLength(1)
  })

  test('is found on a later page', async () => {
    writeResults(scratch, failing)
    api.addIssue({ body: MARK })
    for (let n = 0; n < 250; n++) api.addIssue()
    expect(await reportToIssue()).toMatchObject({ outputs: { number: '1' } })
    expect(api.issues).toHaveLength(251)
  })

  test('shows why a run failed, and is not closed by that run', async () => {
    const broken = report([row('good.png')], {
      run: { outcome: 'failed', problem: 'The quota of @cores is used up.' }
    })
    writeResults(scratch, broken)
    api.addIssue({ body: MARK })
    expect(await reportToIssue()).toMatchObject({ code: 0, outputs: { number: '1' } })
    expect(api.issues[0]).toMatchObject({ state: 'open' })
    expect(api.issues[0]?.body).toContain('**Why:** The quota of ')
    expect(api.issues[0]?.body).not.toContain('@cores')
  })

  test('is not changed by a cancelled run', async () => {
    writeResults(scratch, report(failing.rows, { run: { outcome: 'cancelled' } }))
    expect(await reportToIssue()).toMatchObject({ code: 0, outputs: { number: '' } })
    expect(api.requests).toEqual([])
  })
})

describe('File names in the issue', () => {
  test('are neither mentions, links nor markup', async () => {
    writeResults(
      scratch,
      report(HOSTILE_NAMES.map((name) => failedRow(name, 'timeout', 'took too long.')))
    )
    const step = await reportToIssue()
    expect(step.code).toBe(0)
    const body = api.issues[0]?.body ?? ''
    for (const name of HOSTILE_NAMES) expect(body).toContain(markdownCode(clip(name, 120)))
    expect(
      body.replace(MARK, '').replaceAll(/\(https:\/\/github.com\/octo\/\S+\)/g, '')
    ).not.toMatch(/@|https?:|<script|<img|(?<!&)#\d(?!\d*;)|!\[/)
    expect(messages(step, 'error')).toEqual([])
  })

  test('are as many as fit into the body, and the rest is counted', async () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      failedRow(`${'@'.repeat(110)}${index}.png`, 'timeout', '@'.repeat(150))
    )
    writeResults(scratch, report(rows))
    expect(await reportToIssue()).toMatchObject({ code: 0, outputs: { number: '1' } })
    const body = api.issues[0]?.body ?? ''
    expect(body.length).toBeLessThanOrEqual(65_536)
    const named = body.match(/^\| <code>/gm)?.length ?? 0
    expect(named).toBeGreaterThan(0)
    expect(body.includes(`… and ${60 - named} more, in \`results.csv\`.`)).toBe(true)
    expect(body.includes('[workflow run 4711]')).toBe(true)
  })
})
