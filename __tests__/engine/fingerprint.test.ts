import { describe, expect, test } from '@jest/globals'
import { fingerprint } from '../../src/engine/fingerprint.ts'
import type { ImageSettings } from '../../src/engine/image-settings.ts'
import { resultKey } from '../../src/results/key.ts'
import { toolbox } from '../support/images.ts'
import { settings } from '../task/slot.ts'

const IDENTITY = 'sha256:0'
const keyWith = (changes: Partial<ImageSettings>, tools = toolbox) =>
  resultKey(IDENTITY, fingerprint(tools, { ...settings, ...changes }))

describe('The key of a result changes with', () => {
  test.each<readonly [string, Partial<ImageSettings>]>([
    ['the languages', { languages: ['eng', 'osd'] }],
    ['the page segmentation mode', { pageSegmentationMode: 6 }],
    ['the assumed resolution', { dpi: 300 }],
    ['the preparation', { prepare: 'always' }],
    ['the second look', { secondLook: true }],
    ['deskewing', { deskew: 'always' }],
    ['rotation', { rotate: 'always' }]
  ])('%s', (_, changed) => {
    expect(keyWith(changed)).not.toBe(keyWith({}))
    expect(keyWith(changed)).toBe(keyWith(changed))
  })

  test('the version of Tesseract', () => {
    const { tesseract } = toolbox
    const newer = { ...toolbox, tesseract: tesseract && { ...tesseract, version: '99.0' } }
    expect(keyWith({}, newer)).not.toBe(keyWith({}))
  })

  test('the bytes of the image', () => {
    const engine = fingerprint(toolbox, settings)
    expect(resultKey('sha256:1', engine)).not.toBe(resultKey(IDENTITY, engine))
  })
})

test('The key does not change with the formats, which are checked one by one', () => {
  expect(keyWith({ formats: ['pdf'] })).toBe(keyWith({}))
})
