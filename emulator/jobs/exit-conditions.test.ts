import { expect, test } from '@jest/globals'
import type { Ending } from '../machine/machine.ts'
import { consequenceOf } from './exit-conditions.ts'
import type { ExitConditions } from './task-body.ts'

const info = { category: 'UserError', code: 'X', message: 'x', details: [] } as const
const exit = (exitCode: number): Ending =>
  exitCode === 0
    ? { exitCode, failure: null, failedIn: null }
    : { exitCode, failure: info, failedIn: 'process' }
const noStart: Ending = { exitCode: null, failure: info, failedIn: 'preparation' }
const noUpload: Ending = { exitCode: 0, failure: info, failedIn: 'upload' }
const ended: Ending = { exitCode: null, failure: info, failedIn: 'process' }

const disable = { jobAction: 'disable' } as const
const satisfy = { dependencyAction: 'satisfy' } as const
const code = (number: number, exitOptions: object) => ({
  exitCodes: [{ code: number, exitOptions }]
})
const range = (start: number, end: number, exitOptions: object) => ({
  exitCodeRanges: [{ start, end, exitOptions }]
})

test.each<[string, ExitConditions | undefined, Ending, string, boolean]>([
  ['success', undefined, exit(0), 'none', true],
  ['failure', undefined, exit(1), 'terminate', false],
  ['missing resource files', undefined, noStart, 'terminate', false],
  ['a failed upload', undefined, noUpload, 'terminate', false],
  ['being ended', undefined, ended, 'terminate', false],
  ['a listed code', code(3, disable), exit(3), 'disable', false],
  ['an unlisted code', code(3, disable), exit(4), 'terminate', false],
  ['a listed 0', code(0, { jobAction: 'terminate' }), exit(0), 'terminate', true],
  ['a listed 0 that blocks', code(0, { dependencyAction: 'block' }), exit(0), 'none', false],
  ['the first of a range', range(3, 5, satisfy), exit(3), 'terminate', true],
  ['the last of a range', range(3, 5, satisfy), exit(5), 'terminate', true],
  ['a code after a range', range(3, 5, satisfy), exit(6), 'terminate', false],
  [
    'a code that is listed and in a range',
    { ...code(4, disable), ...range(3, 5, { jobAction: 'none' }) },
    exit(4),
    'disable',
    false
  ],
  ['a default for a failure', { default: satisfy }, exit(9), 'terminate', true],
  ['a default for success', { default: disable }, exit(0), 'none', true],
  ['a default for missing resource files', { default: disable }, noStart, 'disable', false],
  [
    'missing resource files with their own condition',
    { default: disable, preProcessingError: satisfy },
    noStart,
    'terminate',
    true
  ],
  [
    'a failed upload with its own condition, which precedes the code',
    { ...code(0, { jobAction: 'terminate' }), fileUploadError: { ...disable, ...satisfy } },
    noUpload,
    'disable',
    true
  ]
])(
  '%s has the consequences that the service documents',
  (_, conditions, ending, jobAction, satisfies) => {
    expect(consequenceOf(conditions, ending)).toEqual({ jobAction, satisfies })
  }
)
