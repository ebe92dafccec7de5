import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { filePattern, findFiles } from './file-pattern.ts'
import { nameTest } from './wildcards.ts'

const FILES = [
  'stdout.txt',
  'stderr.txt',
  'wd/a.txt',
  'wd/b.log',
  'wd/.hidden.txt',
  'wd/abc*',
  'wd/(x|y).txt',
  'wd/out/a.txt',
  'wd/out/deep/c.txt',
  'wd/out/.git/d.txt'
]

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'file-pattern-'))
  for (const file of FILES) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), file)
  }
  symlinkSync('..', join(root, 'wd/out/loop'))
})
afterAll(() => rmSync(root, { recursive: true }))

const find = async (pattern: string) => {
  const read = filePattern(pattern, join(root, 'wd'), { NAME: 'a', ROOT: root })
  const files = await findFiles(read)
  return files.map(({ name }) => name)
}

test.each<[string, string[]]>([
  ['a.txt', ['a.txt']],
  ['./out/a.txt', ['a.txt']],
  ['nothing.txt', []],
  ['out', []],
  ['*', ['(x|y).txt', 'a.txt', 'abc*', 'b.log']],
  ['*.txt', ['(x|y).txt', 'a.txt']],
  ['?.*', ['a.txt', 'b.log']],
  ['[ab].*', ['a.txt', 'b.log']],
  ['[!b].*', ['a.txt']],
  ['[a-z].log', ['b.log']],
  ['.*', ['.hidden.txt']],
  ['abc[*]', ['abc*']],
  ['(x|y)*', ['(x|y).txt']],
  ['../std*.txt', ['stderr.txt', 'stdout.txt']],
  ['**/*.txt', ['(x|y).txt', 'a.txt', 'out/a.txt', 'out/deep/c.txt']],
  ['out/**', ['a.txt', 'deep/c.txt']],
  ['**/**/c.txt', ['out/deep/c.txt']],
  ['*/a.txt', ['out/a.txt']],
  ['$NAME.txt', ['a.txt']],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a pattern's own way to name a variable.
  ['${NAME}.*', ['a.txt']],
  ['%NAME%.txt', ['a.txt']],
  ['$NOBODY.txt', []],
  ['$ROOT/std*.txt', ['stderr.txt', 'stdout.txt']],
  ['[', []],
  ['', []]
])('%s finds %j, relative to the folder before its first wildcard', async (pattern, names) => {
  expect(await find(pattern)).toEqual(names)
})

test('a pattern knows whether it names a single file', () => {
  const single = (pattern: string) => filePattern(pattern, '/wd', {}).single
  expect(['a.txt', '../a.txt', '/x/a.txt'].map(single)).toEqual([true, true, true])
  expect(['*.txt', 'a?', '[a]', '**/a.txt'].map(single)).toEqual([false, false, false, false])
})

test('a segment with * and ? matches like the equivalent regular expression', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', '[', '('), maxLength: 12 })
  const part = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 })
  void fc.assert(
    fc.property(part, name, (pattern, text) => {
      const source = pattern.replaceAll('*', '.*').replaceAll('?', '.')
      expect(nameTest(pattern)(text)).toBe(new RegExp(`^${source}$`).test(text))
    })
  )
})

test('a hostile pattern does not take exponential time', () => {
  const started = performance.now()
  expect(nameTest('*a'.repeat(100))(`${'a'.repeat(250)}b`)).toBe(false)
  expect(performance.now() - started).toBeLessThan(5000)
})
