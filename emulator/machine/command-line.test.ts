import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { MalformedCommandLine, splitCommandLine } from './command-line.ts'

test.each<[string, string[]]>([
  ['/bin/true', ['/bin/true']],
  ['  echo \t one\n two  ', ['echo', 'one', 'two']],
  [`/bin/bash -c 'echo "$HOME" > out'`, ['/bin/bash', '-c', 'echo "$HOME" > out']],
  [`/bin/sh -c "echo \\"a\\" '\\$b' \\\\"`, ['/bin/sh', '-c', `echo "a" '\\$b' \\`]],
  [
    'echo $HOME *.txt > out | cat && ls;',
    ['echo', '$HOME', '*.txt', '>', 'out', '|', 'cat', '&&', 'ls;']
  ],
  ['a\\ b c\\\\d', ['a b', 'c\\d']],
  [`a'b'"c"d`, ['abcd']],
  [`'' "" x`, ['', '', 'x']],
  [`'it\\'s`, ['it\\s']],
  ['echo # no comment', ['echo', '#', 'no', 'comment']],
  ['', []],
  ['é 日本 "🙂 b"', ['é', '日本', '🙂 b']]
])('%j is split as by a shell, without expansion', (commandLine, words) => {
  expect(splitCommandLine(commandLine)).toEqual(words)
})

test.each([`echo it's`, 'echo "a', 'echo a\\', `"a\\"`])(
  '%j is unterminated and rejected',
  (line) => {
    expect(() => splitCommandLine(line)).toThrow(MalformedCommandLine)
  }
)

test('any quoted words are returned unchanged', () => {
  const single = (word: string) => `'${word.replaceAll("'", `'"'"'`)}'`
  const double = (word: string) => `"${word.replace(/["\\]/g, '\\$&')}"`
  const escaped = (word: string) => [...word].map((character) => `\\${character}`).join('')
  const quoted = fc.record({
    word: fc.string({ minLength: 1, unit: 'binary' }),
    quote: fc.constantFrom(single, double, escaped)
  })
  void fc.assert(
    fc.property(fc.array(quoted), (words) => {
      const line = words.map(({ word, quote }) => quote(word)).join(' ')
      expect(splitCommandLine(line)).toEqual(words.map(({ word }) => word))
    })
  )
})
