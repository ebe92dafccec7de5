import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { actions } from '../../src/settings/actions.ts'
import { type InputKey, inputKeys, inputs, kebab } from '../../src/settings/inputs.ts'
import { readSettings } from '../../src/settings/read.ts'
import { type InputTexts, SettingsError, settingsRecord } from '../../src/settings/settings.ts'
import { IDENTITY, table } from './table.ts'

const problemsOf = (texts: InputTexts): readonly string[] => {
  try {
    readSettings(texts, false)
    return []
  } catch (error) {
    if (error instanceof SettingsError) return error.problems
    throw error
  }
}

const rows = Object.entries(table) as [InputKey, (typeof table)[InputKey]][]

/** The required inputs of a run on Azure, with which every other input is valid. */
const azure: InputTexts = {
  backend: 'azure-batch',
  batchEndpoint: 'https://scans.westeurope.batch.azure.com',
  storageEndpoint: 'https://scans.blob.core.windows.net',
  tenantId: '00000000-0000-0000-0000-000000000001',
  clientId: '00000000-0000-0000-0000-000000000002',
  pool: 'warm'
}
const without = (...keys: InputKey[]): InputTexts => ({
  ...azure,
  ...Object.fromEntries(keys.map((key) => [key, '']))
})
const named = (problems: readonly string[]) =>
  problems.map((problem) => /`([\w-]+)`/.exec(problem)?.[1])

describe('Each input', () => {
  test.each(
    rows.flatMap(([key, { good }]) => good.map(([text, value]) => [key, text, value] as const))
  )('%s accepts %j', (key, text, value) => {
    expect(readSettings({ ...azure, [key]: text }, false)[key]).toEqual(value)
  })

  test.each(rows.flatMap(([key, { bad }]) => bad.map((text) => [key, text] as const)))(
    '%s rejects %j in a sentence that names the input',
    (key, text) => {
      const problems = problemsOf({ ...azure, [key]: text })
      expect(problems).toHaveLength(1)
      expect(problems[0]).toMatch(new RegExp(`^Input \`${kebab(key)}\` .+\\.$`, 's'))
    }
  )

  test.each(inputKeys)('%s accepts its own default, and a blank text means the same', (key) => {
    const { fallback } = inputs[key]
    const none = readSettings({}, false)[key]
    expect(readSettings({ [key]: ' \n ' }, false)[key]).toEqual(none)
    if (fallback !== '') expect(inputs[key].parse(fallback)).toEqual(none)
  })

  test('is in the table of this test', () => {
    expect(Object.keys(table).sort()).toEqual([...inputKeys].sort())
  })

  test('reports any invalid text as a problem', () => {
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

describe('The settings as a whole', () => {
  test('have defaults for a folder of English images', () => {
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
      slots: null,
      partitions: 'auto',
      shard: { index: 1, count: 1 },
      reuse: true,
      install: false,
      results: 'ocr-results',
      artifactName: 'ocr',
      artifactRetentionDays: null,
      failOn: { when: 'any' },
      wait: true,
      batchEndpoint: null,
      pool: null,
      vmSize: 'Standard_D4s_v5',
      vmImage: { publisher: 'canonical', offer: 'ubuntu-24_04-lts', sku: 'server' },
      nodes: 2,
      spotNodes: 0,
      batchApiVersion: '2025-06-01',
      taskRetries: 2,
      taskTimeout: 60,
      jobTimeout: 300
    })
  })

  test('install programs by default on GitHub only', () => {
    expect(readSettings({}, true).install).toBe(true)
    expect(readSettings({ install: 'false' }, true).install).toBe(false)
  })

  test('report all problems at once, in the order of the inputs', () => {
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
  ])('that contradict each other are rejected: %j', (texts, names) => {
    expect(problemsOf(texts).map((problem) => /`([\w-]+)`/.exec(problem)?.[1])).toEqual(names)
  })

  test.each([
    [azure, []],
    [without('batchEndpoint', 'storageEndpoint'), ['batch-endpoint', 'storage-endpoint']],
    [without('tenantId'), ['tenant-id']],
    [without('clientId'), ['client-id']],
    [without('tenantId', 'clientId'), []],
    [{ ...without('pool'), nodeIdentity: IDENTITY }, ['node-identity']],
    [{ ...azure, nodeIdentity: IDENTITY }, []],
    [{ ...without('pool'), nodes: '0' }, ['nodes']],
    [{ ...without('pool'), nodes: '0', spotNodes: '1' }, []],
    [{ ...azure, nodes: '0' }, []],
    [{ ...azure, wait: 'false', shard: '2/4' }, []],
    [{ ...azure, prepare: 'never', deskew: 'always', clientId: '' }, ['deskew', 'client-id']],
    [
      { ...azure, batchEndpoint: 'ftp://x', storageEndpoint: '' },
      ['batch-endpoint', 'storage-endpoint']
    ],
    [{ backend: 'cloud' }, ['backend']],
    [{ wait: 'false' }, ['wait']],
    [{ ...without('tenantId', 'pool', 'batchEndpoint'), backend: 'local', nodes: '0' }, []]
  ] satisfies [InputTexts, string[]][])(
    'of a run on Azure that contradict each other are named: %j',
    (texts, names) => {
      expect(named(problemsOf(texts))).toEqual(names)
    }
  )

  test('may lack inputs that the caller does not have', () => {
    const texts = without('batchEndpoint', 'storageEndpoint')
    expect(readSettings(texts, false, actions.collect.inputs).batchEndpoint).toBeNull()
  })

  test('that are secret do not appear in records and problems', () => {
    const key = Buffer.from('nobody may read this').toString('base64')
    const texts = { ...azure, batchAccountKey: key, storageAccountKey: key }
    expect(JSON.stringify(settingsRecord(readSettings(texts, false)))).not.toContain(key)
    expect(Object.keys(settingsRecord(readSettings(texts, false)))).not.toContain(
      'batch-account-key'
    )
    const wrong = `${key}?`
    const problems = problemsOf({ ...azure, batchAccountKey: wrong, storageAccountKey: wrong })
    expect(named(problems)).toEqual(['batch-account-key', 'storage-account-key'])
    expect(problems.join()).not.toContain(key)
  })

  test('a signature in a URL is not repeated', () => {
    const address = 'https://scans.blob.core.windows.net/?sv=2024&sig=abc'
    const problems = problemsOf({ ...azure, storageEndpoint: address })
    expect(named(problems)).toEqual(['storage-endpoint'])
    expect(problems.join()).not.toContain('abc')
  })

  test('a long invalid text is shortened', () => {
    expect(problemsOf({ dpi: 'x'.repeat(5000) })[0]?.length).toBeLessThan(250)
  })

  test('are recorded as plain JSON under their public names', () => {
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
])('The public name of %s is %s', (key, name) => {
  expect(kebab(key)).toBe(name)
})
