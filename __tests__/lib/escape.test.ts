import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  clip,
  escapeHtml,
  escapeInvisible,
  markdownCode,
  markdownText,
  relativeUrl
} from '../../src/lib/escape.ts'
import { html } from '../../src/report/html.ts'
import { HOSTILE_NAMES } from '../report/sample-report.ts'

/** Untrusted names: any characters, with those that have a meaning more often than by chance. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(...'<>&"\'|`\\[]()!*_~@#:$\n\r\t\u202e\u2028 aw.-/'),
    maxLength: 40
  }),
  fc.constantFrom(...HOSTILE_NAMES)
)

test.each<[text: string, expected: string]>([
  ['plain.png', 'plain.png'],
  ['a\nb\u001b[1m', 'a\\u000ab\\u001b[1m'],
  ['txt.\u202egnp', 'txt.\\u202egnp'],
  ['\ud83d', '\\ud83d'],
  ['東京 😀 שלום नमस्ते', '東京 😀 שלום नमस्ते']
])('Invisible characters are replaced by their codes: %j', (text, expected) => {
  expect(escapeInvisible(text)).toBe(expected)
})

test.each<[text: string, most: number, expected: string]>([
  ['abcdef', 6, 'abcdef'],
  ['abcdefg', 6, 'abc…fg'],
  ['😀😀😀😀', 3, '😀…😀'],
  ['😀😀😀', 3, '😀😀😀']
])('%s is shortened to %d characters', (text, most, expected) => {
  expect(clip(text, most)).toBe(expected)
})

test.each<[path: string, expected: string | null]>([
  ['text/a b/c#1?.png.txt', './text/a%20b/c%231%3F.png.txt'],
  ['javascript:alert(1)', './javascript%3Aalert(1)'],
  ['text/100%25.txt', './text/100%2525.txt'],
  ['text/東京.txt', './text/%E6%9D%B1%E4%BA%AC.txt'],
  ['text/\ud83d.txt', './text/%EF%BF%BD.txt'],
  ['text/../../secret', null],
  ['/etc/passwd', null],
  ['//example.com/x', null]
])('The path %j becomes the URL %j', (path, expected) => {
  expect(relativeUrl(path)).toBe(expected)
})

test('Escaped HTML has no tag, quote or line break', () =>
  fc.assert(
    fc.property(hostile, (text) =>
      expect(escapeHtml(text)).not.toMatch(/[<>"'\n\r]|&(?!\w+;|#\d+;)/)
    )
  ))

test('A template escapes text and keeps markup', () =>
  fc.assert(
    fc.property(hostile, (text) => {
      const inner = html`<b title="${text}">${[text, null]}</b>`
      expect(html`<p>${inner}</p>`.source).toBe(
        `<p><b title="${escapeHtml(text)}">${escapeHtml(text)}</b></p>`
      )
    })
  ))

test('Escaped Markdown has no markup', () =>
  fc.assert(
    fc.property(hostile, (text) => {
      const code = markdownCode(text)
      expect(code.slice('<code>'.length, -'</code>'.length).replaceAll('<!-- -->', '')).not.toMatch(
        /[<>|`*_[\]\\~@$\n\r]/
      )
      expect(markdownText(text)).not.toMatch(/[<>|`*_[\]\\~@$\n\r]/)
    })
  ))
