import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { clip, markdownCode } from '../../../src/lib/escape.ts'
import { failedRow, HOSTILE_NAMES, node, report, row } from '../../report/sample-report.ts'
import { Scratch } from '../../support/command.ts'
import { type GitHubApi, startGitHubApi } from '../../support/github-api.ts'
import { runMain, type Step } from '../../support/runner.ts'
import { event, jobOf, messages, writeResults } from './report-context.ts'

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
const MARK = '<!-- batch-ocr: summary of ocr-results/OCR%20%2D%2D%3E%20by%20night -->'

const reportTo = (number: number | null = 12, token = api.tokens.bot): Promise<Step> =>
  runMain(jobOf('report', scratch, api, event(scratch, number)), { to: 'pull-request', token })

test('A pull request gets the summary as a comment, which the next push updates', async () => {
  writeResults(scratch, failing)
  const step = await reportTo()
  const url = 'https://github.com/octo/scans/issues/12#issuecomment-100'
  expect(step).toMatchObject({ code: 0, outputs: { number: '12', url } })
  expect(api.comments).toMatchObject([{ issue: 12 }])
  const first = api.comments[0]?.body ?? ''
  expect(first.startsWith(`${MARK}\n`)).toBe(true)
  expect(first).toContain('## ⚠️ 1 of 2 images was read, 1 failed')
  expect(first).toContain('| Images | Recognized |')
  expect(first).toContain('(<https://github.com/octo/scans/actions/runs/4711#artifacts>)')
  writeResults(scratch, report([row('good.png'), row('bad.png')]))
  expect(await reportTo()).toMatchObject({ code: 0, outputs: { number: '12', url } })
  expect(api.comments).toHaveLength(1)
  expect(api.comments[0]?.body).toContain('## ✅ All 2 images were read')
  expect(api.issues).toEqual([])
})

test('Our comment is found on a later page, and comments of others are not changed', async () => {
  writeResults(scratch, failing)
  for (let n = 0; n < 150; n++) api.addComment(12, 'mallory', `${MARK}\nNot ours`)
  api.addComment(12, 'github-actions[bot]', `${MARK}\nold`)
  api.addComment(13, 'github-actions[bot]', `${MARK}\nof another pull request`)
  expect(await reportTo()).toMatchObject({ code: 0 })
  expect(api.comments).toHaveLength(152)
  expect(api.comments[149]?.body).toBe(`${MARK}\nNot ours`)
  expect(api.comments[150]?.body).toContain('## ⚠️')
  expect(api.comments[151]?.body).toContain('of another pull request')
})

test('A pull request from a fork, whose token is read-only, gets no comment, and the step succeeds', async () => {
  writeResults(scratch, failing)
  const step = await reportTo(12, api.tokens.fork)
  expect(step).toMatchObject({ code: 0, outputs: { number: '', url: '' } })
  expect(step.stdout).toMatch(
    /Resource not accessible by integration.*as for every pull request from a fork/
  )
  expect([...messages(step, 'warning'), ...messages(step, 'error')]).toEqual([])
})

test('Without a pull request, nothing is written', async () => {
  const step = await reportTo(null)
  expect(step).toMatchObject({ code: 0, outputs: { number: '', url: '' } })
  expect(step.stdout).toContain('was not triggered by a pull request')
  expect(api.requests).toEqual([])
})

test('A persistent error of GitHub is a warning', async () => {
  writeResults(scratch, failing)
  const failure = { status: 500, message: 'Server Error' }
  api.failures.push(failure, 'hang-up', failure)
  const step = await reportTo()
  expect(step.code).toBe(0)
  expect(messages(step, 'warning')).toEqual([
    'Could not create or update the comment: Server Error (HTTP 500).'
  ])
})

test('File names in the comment are neither mentions nor markup', async () => {
  writeResults(
    scratch,
    report(HOSTILE_NAMES.map((name) => failedRow(name, 'timeout', 'took too long.')))
  )
  expect(await reportTo()).toMatchObject({ code: 0 })
  const body = api.comments[0]?.body ?? ''
  for (const name of HOSTILE_NAMES) expect(body).toContain(markdownCode(clip(name, 120)))
  expect(body).not.toMatch(/@|<script|<img|!\[/)
})

test('A summary that is too long for a comment lists fewer images, or is replaced by a link', async () => {
  const name = (index: number) => `${'@'.repeat(110)}${index}.png`
  const rows = Array.from({ length: 40 }, (_, index) =>
    failedRow(name(index), 'timeout', '@'.repeat(150))
  )
  writeResults(scratch, report(rows))
  expect(await reportTo()).toMatchObject({ code: 0 })
  const [comment] = api.comments
  const named = comment?.body.match(/^\| <code>.*timeout/gm)?.length ?? 0
  expect(named).toBeGreaterThan(0)
  expect(comment?.body.includes(`… and ${40 - named} more`)).toBe(true)
  const nodes = Array.from({ length: 30 }, (_, index) =>
    node(`${'@'.repeat(38)}${index}`, { host: '@'.repeat(200) })
  )
  const read = Array.from({ length: 10 }, (_, index) =>
    row(name(100 + index), { look: 2, secondLook: '@'.repeat(200) })
  )
  const run = { outcome: 'failed' as const, problem: '@'.repeat(2000) }
  writeResults(scratch, report([...rows, ...read], { nodes, run }))
  expect(await reportTo()).toMatchObject({ code: 0 })
  const short = `${MARK}\nThe summary is too long for a comment: see [workflow run 4711](https://github.com/octo/scans/actions/runs/4711).\n`
  expect(comment?.body === short).toBe(true)
})
