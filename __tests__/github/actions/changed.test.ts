import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { select } from '../../../src/images/select.ts'
import { lines } from '../../../src/settings/parse.ts'
import { ROOT, Scratch } from '../../support/command.ts'
import { type ChangedFile, type GitHubApi, startGitHubApi } from '../../support/github-api.ts'
import { runMain, type Step } from '../../support/runner.ts'
import { event, jobOf, messages } from './report-context.ts'

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

function listChanged(
  inputs: Readonly<Record<string, string>> = {},
  number: number | null = 12
): Promise<Step> {
  const job = jobOf('changed', scratch, api, event(scratch, number))
  return runMain(job, { token: api.tokens.fork, ...inputs })
}

/** The paths that a step selects if it gets the output as its input `images`. */
const selected = ({ outputs }: Step): string[] =>
  select(lines(outputs['images'] ?? ''), scratch.work, join(scratch.work, 'ocr-results')).files.map(
    ({ path }) => path
  )

test('Images that a pull request adds, changes or renames are listed; removed images and other files are not', async () => {
  checkOut('images/new.png', 'images/same.png', 'images/other.png', 'images/renamed.png')
  checkOut('images/a/deep', 'images/notes.txt', 'README.md', 'elsewhere/new.png')
  api.files = [
    ...added('images/new.png', 'images/a/deep', 'images/notes.txt', 'elsewhere/new.png'),
    { filename: 'images/other.png', status: 'modified' },
    { filename: 'images/renamed.png', status: 'renamed' },
    { filename: 'images/gone.png', status: 'removed' },
    { filename: 'README.md', status: 'modified' }
  ]
  const step = await listChanged()
  expect(step).toMatchObject({ code: 0, outputs: { count: '4' } })
  expect(lines(step.outputs['images'] ?? '')).toEqual([
    ...['images/a/deep', 'images/new.png', 'images/other.png', 'images/renamed.png']
  ])
  expect(step.stdout).toContain('adds or changes 4 images')
})

test('Images that `images` excludes are not listed', async () => {
  checkOut('images/new.png', 'images/drafts/new.png')
  api.files = added('images/new.png', 'images/drafts/new.png')
  const step = await listChanged({ images: 'images\n!images/drafts' })
  expect(step.outputs).toMatchObject({ count: '1', images: 'images/new.png' })
})

test('The count of a pull request without images is 0', async () => {
  checkOut('images/same.png', 'README.md')
  api.files = added('README.md')
  expect(await listChanged()).toMatchObject({ code: 0, outputs: { count: '0', images: '' } })
})

describe('File names', () => {
  const odd = [
    ...['images/[a-z]*.png', 'images/{a,b}.png', 'images/(a|b)?.png', 'images/a\\*b.png'],
    ...['!not.png', ' blank.png', '#1 @octocat.png', '*.png', 'images/::error::.png']
  ]

  test('with special characters of patterns select only the file itself', async () => {
    checkOut(...odd, 'images/a.png', 'images/b.png', 'images/ab.png', 'blank.png', 'not.png')
    api.files = added(...odd)
    const step = await listChanged({ images: '.' })
    expect(step).toMatchObject({ code: 0, outputs: { count: String(odd.length) } })
    expect(selected(step).sort()).toEqual([...odd].sort())
  })

  test('that do not fit on a line are skipped with a warning', async () => {
    const unfit = ['images/new\n::error::line.png', 'images/blank.png ']
    checkOut('images/new.png', ...unfit)
    api.files = added('images/new.png', ...unfit)
    const step = await listChanged()
    expect(step.outputs).toMatchObject({ count: '1', images: 'images/new.png' })
    expect(messages(step, 'warning')).toHaveLength(2)
    expect(messages(step, 'error')).toEqual([])
  })
})

describe('A pull request with many files', () => {
  test('is read page by page', async () => {
    const names = Array.from({ length: 250 }, (_, index) => `images/${index}.png`)
    checkOut(...names)
    api.files = added(...names)
    expect(await listChanged()).toMatchObject({ code: 0, outputs: { count: '250' } })
    expect(api.requests).toHaveLength(3)
  })

  test('selects all images if the list is too long for an input', async () => {
    const name = (index: number) => `images/${index}-${'x'.repeat(200)}.png`
    const names = Array.from({ length: 600 }, (_, index) => name(index))
    checkOut(...names)
    api.files = added(...names)
    const step = await listChanged()
    expect(step).toMatchObject({ code: 0, outputs: { count: '', images: 'images' } })
    expect(messages(step, 'warning').join()).toContain('too long for an input')
  })

  test('selects all images if GitHub does not list all files', async () => {
    checkOut('images/new.png')
    api.files = added(...Array.from({ length: 3100 }, (_, index) => `images/${index}.png`))
    const step = await listChanged({ images: 'images\n!drafts' })
    expect(step).toMatchObject({ code: 0, outputs: { count: '', images: 'images\n!drafts' } })
    expect(messages(step, 'warning').join()).toContain('the first 3000 files')
  })
})

test('Without a pull request, all images are selected', async () => {
  const step = await listChanged({}, null)
  expect(step).toMatchObject({ code: 0, outputs: { count: '', images: 'images' } })
  expect(api.requests).toEqual([])
})

test('If GitHub is unavailable, all images are selected', async () => {
  checkOut('images/new.png')
  const failure = { status: 503, message: 'Unavailable' }
  api.failures.push(failure, failure, failure)
  const step = await listChanged()
  expect(step).toMatchObject({ code: 0, outputs: { count: '', images: 'images' } })
  expect(messages(step, 'warning')).toEqual([
    'Could not list the files of pull request #12: Unavailable (HTTP 503). All images are selected.'
  ])
})

test('A token without permission is an error that names the permission', async () => {
  checkOut('images/new.png')
  api.failures.push({ status: 403, message: 'Resource not accessible by integration' })
  const step = await listChanged()
  expect(step.code).toBe(3)
  expect(messages(step, 'error').join()).toContain('`permissions: pull-requests: read`')
})

test('Images that are not checked out are an error', async () => {
  api.files = added('images/new.png')
  const step = await listChanged()
  expect(step.code).toBe(2)
  expect(messages(step, 'error').join()).toContain('check the path')
})
