import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { select } from '../../../src/images/select.ts'
import { lines } from '../../../src/settings/parse.ts'
import { ROOT, Scratch } from '../../support/command.ts'
import { type ChangedFile, type GitHubApi, startGitHubApi } from '../../support/github-api.ts'
import { runMain, type Step } from '../../support/runner.ts'
import { event, jobOf, told } from './report-context.ts'

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

const PNG = readFileSync(join(ROOT, 'samples/clean.png'))

function checkOut(...paths: readonly string[]): void {
  for (const path of paths) {
    const file = join(scratch.work, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, /\.(md|txt)$/.test(path) ? 'Words.\n' : PNG)
  }
}

const added = (...names: readonly string[]): ChangedFile[] =>
  names.map((filename) => ({ filename, status: 'added' }))

function look(
  inputs: Readonly<Record<string, string>> = {},
  number: number | null = 12
): Promise<Step> {
  const job = jobOf('changed', scratch, api, event(scratch, number))
  return runMain(job, { token: api.tokens.fork, ...inputs })
}

/** What a step that is given the output as its `images` would choose. */
const chosen = ({ outputs }: Step): string[] =>
  select(lines(outputs['images'] ?? ''), scratch.work, join(scratch.work, 'ocr-results')).files.map(
    ({ path }) => path
  )

test('what a pull request adds, changes or renames is named; what it removes, and what is no image, is not', async () => {
  checkOut('images/new.png', 'images/same.png', 'images/other.png', 'images/renamed.png')
  checkOut('images/a/deep', 'images/notes.txt', 'README.md', 'elsewhere/new.png')
  api.files = [
    ...added('images/new.png', 'images/a/deep', 'images/notes.txt', 'elsewhere/new.png'),
    { filename: 'images/other.png', status: 'modified' },
    { filename: 'images/renamed.png', status: 'renamed' },
    { filename: 'images/gone.png', status: 'removed' },
    { filename: 'README.md', status: 'modified' }
  ]
  const step = await look()
  expect(step).toMatchObject({ code: 0, outputs: { count: '4' } })
  expect(lines(step.outputs['images'] ?? '')).toEqual([
    ...['images/a/deep', 'images/new.png', 'images/other.png', 'images/renamed.png']
  ])
  expect(step.stdout).toContain('adds or changes 4 images')
})

test('what `images` excludes is not named', async () => {
  checkOut('images/new.png', 'images/drafts/new.png')
  api.files = added('images/new.png', 'images/drafts/new.png')
  const step = await look({ images: 'images\n!images/drafts' })
  expect(step.outputs).toMatchObject({ count: '1', images: 'images/new.png' })
})

test('a pull request without an image says so by its count', async () => {
  checkOut('images/same.png', 'README.md')
  api.files = added('README.md')
  expect(await look()).toMatchObject({ code: 0, outputs: { count: '0', images: '' } })
})

describe('names', () => {
  const odd = [
    ...['images/[a-z]*.png', 'images/{a,b}.png', 'images/(a|b)?.png', 'images/a\\*b.png'],
    ...['!not.png', ' blank.png', '#1 @octocat.png', '*.png', 'images/::error::.png']
  ]

  test('with characters of patterns in them name themselves alone', async () => {
    checkOut(...odd, 'images/a.png', 'images/b.png', 'images/ab.png', 'blank.png', 'not.png')
    api.files = added(...odd)
    const step = await look({ images: '.' })
    expect(step).toMatchObject({ code: 0, outputs: { count: String(odd.length) } })
    expect(chosen(step).sort()).toEqual([...odd].sort())
  })

  test('that no line can say are told and left out', async () => {
    const unsayable = ['images/new\n::error::line.png', 'images/blank.png ']
    checkOut('images/new.png', ...unsayable)
    api.files = added('images/new.png', ...unsayable)
    const step = await look()
    expect(step.outputs).toMatchObject({ count: '1', images: 'images/new.png' })
    expect(told(step, 'warning')).toHaveLength(2)
    expect(told(step, 'error')).toEqual([])
  })
})

describe('of many files', () => {
  test('all pages are read', async () => {
    const names = Array.from({ length: 250 }, (_, index) => `images/${index}.png`)
    checkOut(...names)
    api.files = added(...names)
    expect(await look()).toMatchObject({ code: 0, outputs: { count: '250' } })
    expect(api.requests).toHaveLength(3)
  })

  test('with more names than an input holds, all images are taken', async () => {
    const name = (index: number) => `images/${index}-${'x'.repeat(200)}.png`
    const names = Array.from({ length: 600 }, (_, index) => name(index))
    checkOut(...names)
    api.files = added(...names)
    const step = await look()
    expect(step).toMatchObject({ code: 0, outputs: { count: '', images: 'images' } })
    expect(told(step, 'warning').join()).toContain('longer than an input may be')
  })

  test('more than GitHub lists, all images are taken', async () => {
    checkOut('images/new.png')
    api.files = added(...Array.from({ length: 3100 }, (_, index) => `images/${index}.png`))
    const step = await look({ images: 'images\n!drafts' })
    expect(step).toMatchObject({ code: 0, outputs: { count: '', images: 'images\n!drafts' } })
    expect(told(step, 'warning').join()).toContain('the first 3000 files')
  })
})

test('where no pull request is, all images are taken', async () => {
  const step = await look({}, null)
  expect(step).toMatchObject({ code: 0, outputs: { count: '', images: 'images' } })
  expect(api.requests).toEqual([])
})

test('where GitHub has a disturbance, all images are taken', async () => {
  checkOut('images/new.png')
  const failure = { status: 503, message: 'Unavailable' }
  api.failures.push(failure, failure, failure)
  const step = await look()
  expect(step).toMatchObject({ code: 0, outputs: { count: '', images: 'images' } })
  expect(told(step, 'warning')).toEqual([
    'GitHub did not list the files of pull request #12: Unavailable (HTTP 503). All images are taken.'
  ])
})

test('a token that may not look is an error that says what it needs', async () => {
  checkOut('images/new.png')
  api.failures.push({ status: 403, message: 'Resource not accessible by integration' })
  const step = await look()
  expect(step.code).toBe(3)
  expect(told(step, 'error').join()).toContain('`permissions: pull-requests: read`')
})

test('images that are not checked out are an error, and not none', async () => {
  api.files = added('images/new.png')
  const step = await look()
  expect(step.code).toBe(2)
  expect(told(step, 'error').join()).toContain('check the path and the checkout')
})
