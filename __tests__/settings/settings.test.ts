import { availableParallelism } from 'node:os'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type InputKey, inputKeys, inputs, kebab } from '../../src/settings/inputs.ts'
import {
  type InputTexts,
  readSettings,
  SettingsError,
  settingsRecord
} from '../../src/settings/settings.ts'
import { table } from './table.ts'

const problemsOf = (texts: InputTexts): readonly string[] => {
  try {
    readSettings(texts, false)
    return []
  } catch (error) {
    if (error instanceof SettingsError) return error.problems
    throw error
  }
}

const rows = Object.entries(table) as [InputKey, NonNullable<(typeof table)[InputKey]>][]

describe('each input', () => {
  test.each(
    rows.flatMap(([key, { good }]) => good.map(([text, value]) => [key, text, value] as const))
  )('%s takes %j', (key, text, value) => {
    expect(readSettings({ [key]: text }, false)[key]).toEqual(value)
  })

  test.each(rows.flatMap(([key, { bad }]) => bad.map((text) => [key, text] as const)))(
    '%s refuses %j in a sentence that names it',
    (key, text) => {
      const problems = problemsOf({ [key]: text })
      expect(problems).toHaveLength(1)
      expect(problems[0]).toMatch(new RegExp(`^Input \`${kebab(key)}\` .+\\.$`, 's'))
    }
  )

  test.each(inputKeys)('%s takes its own default, and blanks mean the same', (key) => {
    const { fallback } = inputs[key]
    const none = readSettings({}, false)[key]
    expect(readSettings({ [key]: ' \n ' }, false)[key]).toEqual(none)
    if (fallback !== '') expect(inputs[key].parse(fallback)).toEqual(none)
  })

  test('of a run on this machine stands in the table of this test', () => {
    expect(Object.keys(table).filter((key) => !inputKeys.includes(key as InputKey))).toEqual([])
    expect(inputKeys.slice(0, 22).filter((key) => !(key in table))).toEqual([])
  })

  test('refuses nothing but by a problem, whatever its text', () => {
    void fc.assert(
      fc.property(
        fc.constantFrom(...inputKeys),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (key, text) => {
          for (const problem of problemsOf({ [key]: text }))
            expect(problem).toContain(`\`${kebab(key)}\``)
        }
      ),
      { numRuns: 1000 }
    )
  })
})

describe('the settings as a whole', () => {
  test('have defaults that read a folder of English images', () => {
    expect(readSettings({}, false)).toMatchObject({
      images: ['images'],
      languages: ['eng'],
      formats: ['txt'],
      pageSegmentationMode: null,
      dpi: null,
      prepare: 'auto',
      secondLook: true,
      deskew: 'auto',
      rotate: 'auto',
      keyPattern: null,
      imageTimeout: 120,
      maxPixels: 200_000_000,
      backend: 'local',
      slots: availableParallelism(),
      partitions: 'auto',
      shard: { index: 1, count: 1 },
      reuse: true,
      install: false,
      results: 'ocr-results',
      artifactName: 'ocr',
      artifactRetentionDays: null,
      failOn: { when: 'any' }
    })
  })

  test('install programs unasked on GitHub alone', () => {
    expect(readSettings({}, true).install).toBe(true)
    expect(readSettings({ install: 'false' }, true).install).toBe(false)
  })

  test('tell every problem at once, in the order of the inputs', () => {
    const problems = problemsOf({
      shard: '9/1',
      dpi: 'x',
      formats: 'doc',
      languages: '+',
      failOn: 'x'
    })
    expect(problems.map((problem) => /`([\w-]+)`/.exec(problem)?.[1])).toEqual([
      'languages',
      'formats',
      'dpi',
      'shard',
      'fail-on'
    ])
  })

  test.each([
    [{ prepare: 'never', deskew: 'always' }, ['deskew']],
    [{ prepare: 'never', rotate: 'always' }, ['rotate']],
    [
      { prepare: 'never', rotate: 'always', deskew: 'always', dpi: 'x' },
      ['dpi', 'deskew', 'rotate']
    ],
    [{ prepare: 'never', deskew: 'never', rotate: 'auto' }, []],
    [{ prepare: 'auto', deskew: 'always' }, []]
  ])('that contradict each other are refused: %j', (texts, names) => {
    expect(problemsOf(texts).map((problem) => /`([\w-]+)`/.exec(problem)?.[1])).toEqual(names)
  })

  test('a long wrong text is not repeated at length', () => {
    expect(problemsOf({ dpi: 'x'.repeat(5000) })[0]?.length).toBeLessThan(250)
  })

  test('stand in a record as plain JSON under the names that people write', () => {
    const record = settingsRecord(readSettings({ keyPattern: '(?<id>\\d+)', failOn: '5%' }, false))
    expect(JSON.parse(JSON.stringify(record))).toEqual(record)
    expect(record).toMatchObject({ 'key-pattern': '(?<id>\\d+)', 'page-segmentation-mode': null })
    expect(Object.keys(record).every((name) => /^[a-z]+(-[a-z]+)*$/.test(name))).toBe(true)
  })
})

test.each([
  ['pageSegmentationMode', 'page-segmentation-mode'],
  ['dpi', 'dpi'],
  ['keyPattern', 'key-pattern'],
  ['artifactRetentionDays', 'artifact-retention-days']
])('%s is %s outside of the code', (key, name) => {
  expect(kebab(key)).toBe(name)
})
