import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { escapeForLog } from '../../src/github/log.ts'
import { commandsIn } from '../support/runner.ts'

describe('A file name in the log', () => {
  test.each([
    ['plain.png', 'plain.png'],
    ['::error::x', '::error::x'],
    ['a\n::error::x', 'a\\u000a::error::x'],
    ['##[error]x', '## [error]x'],
    ['###[error]x', '### [error]x'],
    ['\u001b[31mred', '\\u001b[31mred']
  ])('%j is written as %j', (name, shown) => {
    expect(escapeForLog(name)).toBe(shown)
  })

  test('is never a workflow command', async () => {
    const pieces = ['::', '##[', '#', '[', ']', 'error', ' ', '\n', '\r', '%0A', 'x', '\u2028', 'é']
    const names = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join(''))
    )
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        expect(commandsIn(`Failed: ${escapeForLog(name)}`)).toEqual([])
      }),
      { numRuns: 1000 }
    )
  })
})
