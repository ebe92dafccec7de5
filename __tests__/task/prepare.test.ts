import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { drawPage, temporaryFolder, toolbox } from '../support/images.ts'
import { withSlot } from './slot.ts'

const folder = temporaryFolder('prepare')
const heic = drawPage(join(folder, 'photo.heic'), 'Photo of a telephone')

/** An ImageMagick that fails with a recorded message. */
function withoutDecoder(message: string): typeof toolbox {
  const path = join(folder, 'convert')
  const file = join(folder, 'message')
  writeFileSync(file, `${message}\n`)
  writeFileSync(path, `#!/bin/sh\ncat '${file}' >&2\nexit 1\n`)
  chmodSync(path, 0o755)
  return { ...toolbox, imageMagick: { path, version: '7.1.1-43' } }
}

describe('A photo that ImageMagick cannot decode', () => {
  test.each([
    [
      'without the library',
      "magick: no decode delegate for this image format `HEIC' @ error/constitute.c/ReadImage/752."
    ],
    [
      'with libheif 1.17',
      "convert: Unsupported feature: Unsupported codec (4.3000) `/tmp/photo.heic' @ error/heic.c/IsHEIFSuccess/149."
    ],
    [
      'with libheif 1.23',
      "magick: Error while loading plugin: No decoding plugin installed for this compression format: HEVC (a suitable decoder plugin is libde265) (11.6003) `/tmp/photo.heic' @ error/heic.c/IsHEIFSuccess/141."
    ]
  ])('has a row that says what to install: %s', async (_, message) => {
    await withSlot({ toolbox: withoutDecoder(message) }, async (slot) => {
      const [row] = await slot.read(heic)
      expect(row?.error?.code).toBe('unsupported-format')
      expect(row?.error?.message).toContain('libheif-plugin-libde265')
      expect(row?.error?.message).not.toContain('/tmp')
    })
  })
})
