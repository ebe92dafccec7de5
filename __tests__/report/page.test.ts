import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { reportPage } from '../../src/report/page.ts'
import {
  failedRow,
  HOSTILE_NAMES,
  interruptedAttempt,
  report,
  reusedRow,
  row,
  task
} from './sample-report.ts'
import { storyReport } from './story-report.ts'

const page = (...args: Parameters<typeof report>): string => reportPage(report(...args))

/** The elements of a page in order, without their content. */
const elements = (source: string): string[] =>
  source.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '<$1>').match(/<\/?[a-z][a-z0-9]*/g) ?? []

const titles = (source: string): string[] =>
  [...source.matchAll(/<h2 [^>]*>(.*?)<\/h2>/g)].map(([, title]) => title ?? '')

test('The page shows a run from its verdict to its settings, failures first', () => {
  const story = reportPage(storyReport())
  expect(story).toContain('<h1>143 of 147 images were read, 4 failed</h1>')
  expect(titles(story)).toEqual([
    'Failures',
    'Timeline',
    'Confidence',
    'Images',
    'Nodes',
    'Plan',
    'Settings'
  ])
  expect(story).toContain('href="https://github.com/example/scans/actions/runs/1"')
})

test('Empty sections are left out', () => {
  expect(titles(page([], { nodes: [], tasks: [], run: { settings: {} } }))).toEqual([])
  expect(titles(page([reusedRow('a.png')], { nodes: [], tasks: [] }))).toEqual([
    'Confidence',
    'Images',
    'Settings'
  ])
})

test.each<[outcome: 'done' | 'cancelled' | 'running', banner: RegExp | null]>([
  ['done', null],
  ['cancelled', /This run was cancelled\./],
  ['running', /This run has not finished\./]
])('The banner for the outcome %s is %s', (outcome, banner) => {
  const source = page([row('a.png')], { run: { outcome } })
  expect(source.match(/<p class="banner">(.*?)<\/p>/)?.[1] ?? null).toEqual(
    banner && expect.stringMatching(banner)
  )
})

test('The page loads nothing, and runs only its own script', () => {
  const source = page([row('a.png')])
  const policy =
    source.match(/Content-Security-Policy" content="([^"]*)"/)?.[1]?.replaceAll('&#39;', "'") ?? ''
  const hash = (element: string): string =>
    createHash('sha256')
      .update(source.match(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`))?.[1] ?? '')
      .digest('base64')
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `style-src 'sha256-${hash('style')}'`,
    `script-src 'sha256-${hash('script')}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'"
  ])
  expect(source).not.toMatch(/ style="| on[a-z]+="| src=/)
})

test('No name, message, key or note changes the elements of the page', () => {
  const strange = fc.oneof(
    fc.constantFrom(...HOSTILE_NAMES),
    fc.string({ unit: 'binary', maxLength: 30 })
  )
  // Slashes are allowed to change them: a line may break between folders.
  const flat = strange.map((name) => name.replaceAll('/', '÷'))
  const shown = (name: string, kept: string): string[] =>
    elements(
      page(
        [
          row(`r${name}`, {
            text: `text/${kept}`,
            secondLook: name,
            look: 2,
            keys: { group: name }
          }),
          failedRow(`f${name}`, 'lost', name)
        ],
        {
          tasks: [
            task('1', {
              from: 0,
              to: 1,
              node: 'local',
              attempts: [interruptedAttempt(`n${name}`, 0, 1, name)]
            })
          ],
          run: {
            id: name,
            backend: name,
            repository: name,
            commit: `c${name}`,
            settings: { one: name, [`x${name}`]: [name] }
          }
        }
      )
    )
  const expected = shown('plain', 'plain')
  return fc.assert(fc.property(flat, (name) => expect(shown(name, 'plain')).toEqual(expected)))
})

test.each<[address: string, linked: boolean]>([
  ['https://github.example.com/o/r/actions/runs/1', true],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false]
])('Whether the workflow run at %s becomes a link: %s', (workflowRun, linked) => {
  expect(page([row('a.png')], { run: { workflowRun } }).includes('workflow run</a>')).toBe(linked)
})

test('A name links to its text if that is within the folder, and nowhere else', () => {
  expect(page([row('a b/c#.png')])).toContain(
    '<a href="./text/a%20b/c%23.png.txt">a b/<wbr>c#.png</a>'
  )
  expect(page([row('a.png', { text: '../../etc/passwd' })])).not.toContain('passwd')
})

test('The page stays small with 100 000 failed images, and says what it leaves out', () => {
  const rows = Array.from({ length: 100_000 }, (_, index) =>
    failedRow(
      `scans/${String(index).padStart(6, '0')}.png`,
      'timeout',
      'it took too long. '.repeat(100)
    )
  )
  const tasks = Array.from({ length: 2000 }, (_, index) =>
    task(`${index}`, { from: index, to: index + 1 })
  )
  const source = page(rows, { tasks, run: { seconds: 2000 } })
  expect(Buffer.byteLength(source)).toBeLessThan(2_000_000)
  expect(
    source.match(/Showing the first 1\u202f000 of 100\u202f000; <code>results.csv<\/code> has all/g)
  ).toHaveLength(2)
  expect(source).toContain('Not shown: 1\u202f750 more tasks; see <code>metadata/tasks</code>.')
})
