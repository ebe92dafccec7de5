import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { escapeInvisible, markdownCode, markdownText } from '../../src/lib/escape.ts'
import { markdownTable } from '../../src/report/markdown-table.ts'
import { jobSummary } from '../../src/report/summary.ts'
import { failedRow, HOSTILE_NAMES, node, report, row } from './sample-report.ts'
import { storyReport } from './story-report.ts'

const summary = (...args: Parameters<typeof report>): string =>
  jobSummary(report(...args), { artifacts: [] })

/** The HTML that GitHub's own parser makes from Markdown. */
function rendered(markdown: string): string {
  const parser = '/usr/bin/cmark-gfm'
  if (!existsSync(parser)) throw new Error(`This test needs ${parser}: apt-get install cmark-gfm`)
  const extensions = ['table', 'autolink', 'strikethrough', 'tagfilter'].flatMap((name) => [
    '-e',
    name
  ])
  return spawnSync(parser, [...extensions, '--unsafe'], { input: markdown, encoding: 'utf8' })
    .stdout
}

const decoded = (html: string): string =>
  html
    .replace(/\u2060|<!-- -->/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

test('The summary shows a run from its verdict to its slowest images', () => {
  const story = jobSummary(storyReport(), {
    artifacts: [{ name: 'ocr-text', url: './1/artifacts/2' }]
  })
  expect(story.match(/^#+ .*|<summary>.*?<\/summary>/gm)).toEqual([
    '## ⚠️ 143 of 147 images were read, 4 failed',
    '### 4 images failed',
    '### Nodes',
    '<summary>Lowest confidence</summary>',
    '<summary>Slowest images</summary>'
  ])
  expect(story).toContain('| 147 | 118 | 24 | 1 | **4** | 167 |')
  expect(story).toContain('[ocr-text](<./1/artifacts/2>)')
  expect(story).toContain(
    '| <code>meters/pointer.jpg</code> | git-lfs-pointer | It is a Git LFS pointer, '
  )
})

test('Empty parts of the summary are left out', () => {
  expect(summary([], { nodes: [], tasks: [] })).not.toMatch(/###|<details>|Artifacts/)
  expect(summary([row('a.png')])).toContain('## ✅ The image was read')
  expect(summary([row('a.png')], { run: { outcome: 'cancelled' } })).toContain('## ⏹️ Cancelled: ')
})

test('50 failures are named, and the rest is counted', () => {
  const rows = Array.from({ length: 1234 }, (_, index) =>
    failedRow(`${index}.png`, 'timeout', 'too slow.')
  )
  expect(summary(rows).match(/\| timeout \|/g)).toHaveLength(50)
  expect(summary(rows)).toContain('… and 1\u202f184 more, in `results.csv`.')
})

test('With 100 000 of the longest and most hostile names, the summary is less than half of GitHub’s limit', () => {
  const name = '@\u0000'.repeat(2000)
  const rows = Array.from({ length: 100_000 }, (_, index) =>
    failedRow(`${index}${name}`, 'engine-failed', name)
  )
  const read = Array.from({ length: 10 }, (_, index) =>
    row(`${index}${name}`, { secondLook: name, look: 2 })
  )
  const nodes = Array.from({ length: 1000 }, (_, index) => node(`${index}${name}`, { host: name }))
  const bytes = Buffer.byteLength(
    summary([...rows, ...read], { nodes, run: { id: name, backend: name } })
  )
  expect(bytes).toBeLessThan(512 * 1024)
})

test('GitHub shows every image name exactly, in a cell of its own', () => {
  const random = fc.sample(fc.string({ unit: 'binary', maxLength: 30 }), 300)
  const marks = fc.sample(
    fc.string({ unit: fc.constantFrom(...'<>&"\'|`\\[]()!*_~@#:$\n\tw.-/ a'), maxLength: 30 }),
    700
  )
  const names = [...HOSTILE_NAMES, ...random, ...marks]
  const cells = names.map((name) => ['=', markdownCode(name), markdownText(name), '='])
  const columns = ['', 'Code', 'Text', ''].map((title) => ({ title }))
  const html = rendered(markdownTable(columns, cells))
  const rows = html.split('<tr>').slice(2)
  expect(rows).toHaveLength(names.length)
  for (const [index, name] of names.entries()) {
    const [, code = '', text = '', last] = [
      ...(rows[index] ?? '').matchAll(/<td>(.*?)<\/td>/g)
    ].map(([, cell]) => cell)
    expect(last).toBe('=')
    expect(code.replace(/^<code>|<\/code>$|<!-- -->/g, '')).not.toContain('<')
    expect(decoded(code)).toBe(`<code>${escapeInvisible(name)}</code>`)
    expect(text).not.toContain('<')
    expect(decoded(text).trim()).toBe(escapeInvisible(name).trim())
  }
})

test('Hostile artifact names and addresses stay within their links', () => {
  const artifacts = [{ name: 'a](x) | <b>', url: './1/artifacts/2>) <script>|?a=1&copy=2' }]
  const html = rendered(jobSummary(report([row('a.png')]), { artifacts }))
  expect(html).toContain(
    '<a href="./1/artifacts/2%3E)%20%3Cscript%3E%7C?a=1&amp;copy=2">a](x) | &lt;b&gt;</a>'
  )
})
