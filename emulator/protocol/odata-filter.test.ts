import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { InvalidFilter, parseFilter } from './odata-filter.ts'

const TASK = {
  id: 'Task-1',
  state: 'completed',
  displayName: "it's done",
  creationTime: '2026-11-22T10:00:00.1234567Z',
  requiredSlots: 2,
  enabled: true,
  executionInfo: { exitCode: 1, result: 'Failure' },
  files: [1]
}

const KNOWN = new Set([
  ...['id', 'state', 'displayName', 'creationTime', 'requiredSlots', 'enabled', 'files', 'nothing'],
  ...['executionInfo', 'executionInfo/exitCode', 'executionInfo/result', 'executionInfo/endTime'],
  ...['nothing/below', 'a/b']
])

describe('A filter', () => {
  test.each([
    ["id eq 'task-1'", true],
    ["id ne 'TASK-1'", false],
    ["displayName eq 'it''s done'", true],
    ["startswith(id, 'task')", true],
    ["startswith(id,'ask')", false],
    ["startswith(nothing,'a')", false],
    ["not startswith(id,'x') and state eq 'Completed'", true],
    ["state eq 'active' or state eq 'running' or state eq 'completed'", true],
    ["state eq 'completed' or state eq 'active' and id eq 'other'", true],
    ["(state eq 'completed' or state eq 'active') and id eq 'other'", false],
    ["not (state eq 'active' or state eq 'running')", true],
    ['executionInfo/exitCode ge 1 and executionInfo/exitCode lt 2', true],
    ["executionInfo/result eq 'failure'", true],
    ['executionInfo/endTime eq null', true],
    ['executionInfo/exitCode ne null', true],
    ['executionInfo/exitCode gt null', false],
    ['nothing/below lt 5', false],
    ['requiredSlots gt 1.5', true],
    ['requiredSlots gt -3', true],
    ['enabled', true],
    ['enabled eq false', false],
    ["creationTime lt DateTime'2026-11-22T10:00:00.1234568Z'", true],
    ["creationTime lt datetime'2026-11-22T10:00:00.1234567Z'", false],
    ["creationTime ge DateTime'2026-11-22'", true],
    ["creationTime gt DateTime'2026-11-22T11:00:00+02:00'", true]
  ])('%s gives %s', (text, expected) => {
    expect(parseFilter(text, KNOWN)(TASK)).toBe(expected)
  })

  test.each([
    '',
    'id eq',
    "eq 'a'",
    "id eq 'a",
    "id eq 'a' and",
    "id eq 'a' state",
    "(id eq 'a'",
    "id eq 'a')",
    "id = 'a'",
    "id like 'a'",
    "id constructor 'a'",
    "State eq 'completed'",
    'constructor ne null',
    "startswith(id 'a')",
    "startswith(id,'a'",
    "creationTime gt DateTime'yesterday'",
    'requiredSlots eq 2x',
    "requiredSlots eq 'two'",
    'files eq 1',
    'executionInfo ne null',
    'id eq 5',
    `${'('.repeat(200)}enabled${')'.repeat(200)}`,
    `${'not '.repeat(5000)}enabled`
  ])('that is malformed is rejected: %s', (text) => {
    expect(() => parseFilter(text, KNOWN)(TASK)).toThrow(InvalidFilter)
  })

  test('of any text is either parsed or rejected', () => {
    const piece = fc.constantFrom(
      ...['id', 'state', 'eq', 'ne', 'and', 'or', 'not', '(', ')', ',', "'a'", '5', 'null', 'true'],
      ...["DateTime'2026-01-01'", 'startswith(', 'a/b', "'", '/', '-', '\u0000', 'é']
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join(' '))
    )
    void fc.assert(
      fc.property(text, (filter) => {
        try {
          expect(typeof parseFilter(filter, KNOWN)(TASK)).toBe('boolean')
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidFilter)
        }
      }),
      { numRuns: 500 }
    )
  })

  test('on any string finds exactly that string, case-insensitively', () => {
    void fc.assert(
      fc.property(fc.string(), fc.string(), (value, other) => {
        const filter = parseFilter(`id eq '${other.replaceAll("'", "''")}'`, KNOWN)
        expect(filter({ id: value })).toBe(value.toLowerCase() === other.toLowerCase())
        expect(filter({ id: other })).toBe(true)
      })
    )
  })
})
