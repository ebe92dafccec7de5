import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { drawPage, magick, tagOrientation, temporaryFolder, toolbox } from '../../support/images.ts'
import { inspected, openSlot, withSlot } from '../../task/slot.ts'

const folder = temporaryFolder('ways')
const GRAY = ['-colorspace', 'Gray', '-depth', '8']
const page = drawPage(join(folder, 'page.png'), 'Invoice number 4711\nis due on Monday', {
  size: '640x200'
})
const noDpi = drawPage(join(folder, 'no-dpi.png'), 'No resolution', {
  dpi: null,
  operations: [...GRAY, '-strip']
})
const two = drawPage(join(folder, 'two.tif'), 'Page of two', {
  operations: [...GRAY, '(', '+clone', ')']
})

describe('Output formats', () => {
  const formats = ['txt', 'hocr', 'tsv', 'alto', 'pdf'] as const

  test('are all created for one image, and each is valid', async () => {
    await withSlot({ settings: { formats } }, async (slot) => {
      const [row] = await slot.read(page)
      expect(row).toMatchObject({ status: 'recognized', words: 7, text: 'text/page.png.txt' })
      const files = Object.fromEntries(
        [
          'text/page.png.txt',
          'hocr/page.png.hocr',
          'tsv/page.png.tsv',
          'alto/page.png.xml',
          'pdf/page.png.pdf'
        ].map((path) => [path.split('/')[0], slot.folder.read(path).toString('latin1')])
      )
      expect(files['text']).toContain('Invoice number 4711')
      expect(files['hocr']).toMatch(/^<\?xml[\s\S]*ocrx_word[\s\S]*4711[\s\S]*<\/html>\s*$/)
      expect(files['tsv']).toMatch(/^level\tpage_num[\s\S]*\t4711\n/)
      expect(files['alto']).toMatch(/^<\?xml[\s\S]*CONTENT="4711"[\s\S]*<\/alto>\s*$/)
      expect(files['pdf']).toMatch(/^%PDF-[\s\S]*%%EOF\s*$/)
    })
  })

  test('that were not requested are not created', async () => {
    await withSlot({ settings: { formats: ['hocr'] } }, async (slot) => {
      await slot.read(page)
      expect(readdirSync(slot.folder.path).sort()).toEqual(['hocr', 'text'])
    })
  })

  test('contain both pages of an image with two pages', async () => {
    await withSlot({ settings: { formats } }, async (slot) => {
      const [row] = await slot.read(two)
      expect(row).toMatchObject({ status: 'recognized', pages: 2, words: 6 })
      const read = (path: string) => slot.folder.read(path).toString('latin1')
      expect(slot.text(row)).toBe('Page of two\n\fPage of two\n')
      expect(read('hocr/two.tif.hocr').match(/class='ocr_page'/g)).toHaveLength(2)
      expect(read('alto/two.tif.xml').match(/<Page /g)).toHaveLength(2)
      expect(read('tsv/two.tif.tsv').match(/^1\t[12]\t/gm)).toEqual(['1\t1\t', '1\t2\t'])
      expect(read('pdf/two.tif.pdf').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(2)
    })
  })
})

describe('The input `dpi`', () => {
  test.each([
    ['applies to an image that states no resolution', noDpi, 200],
    ['does not apply to an image that states a resolution', page, 300]
  ])('%s', async (_, file, expected) => {
    await withSlot({ settings: { dpi: 200, formats: ['hocr'] } }, async (slot) => {
      const [row] = await slot.read(file)
      expect(slot.folder.read(`hocr/${row?.image}.hocr`).toString()).toContain(
        `scan_res ${expected} ${expected}`
      )
    })
  })

  test('does not change the text of either', async () => {
    await withSlot({ settings: { dpi: 300 } }, async (slot) => {
      const rows = await slot.read(noDpi, page, two)
      expect(rows.map((row) => slot.text(row).split(/\s/)[0])).toEqual(['No', 'Invoice', 'Page'])
    })
  })
})

describe('Preparing', () => {
  const tiled = drawPage(join(folder, 'tiled.tif'), 'Tiled page', {
    operations: [...GRAY, '-define', 'tiff:tile-geometry=128x128']
  })
  const float = drawPage(join(folder, 'float.tif'), 'Float page', {
    operations: [
      ...GRAY,
      '-depth',
      '32',
      '-define',
      'quantum:format=floating-point',
      '-compress',
      'zip'
    ]
  })
  const big = drawPage(`tiff64:${join(folder, 'big.tif')}`, 'Big page')
  const heic = drawPage(join(folder, 'page.heic'), 'Heic page')
  const avif = drawPage(join(folder, 'page.avif'), 'Avif page')
  const mislabelled = drawPage(`jpeg:${join(folder, 'mislabelled.png')}`, 'Mislabelled page')
  const unsupported = [tiled, float, big, heic, avif]

  test('is automatic for images that Tesseract cannot read, and only for those', async () => {
    await withSlot({}, async (slot) => {
      const rows = await slot.read(...unsupported, mislabelled)
      expect(rows.map((row) => slot.text(row).trim())).toEqual([
        'Tiled page',
        'Float page',
        'Big page',
        'Heic page',
        'Avif page',
        'Mislabelled page'
      ])
      expect(rows.map(({ prepareSeconds }) => prepareSeconds > 0)).toEqual([
        true,
        true,
        true,
        true,
        true,
        false
      ])
    })
  })

  test('is not done with `prepare: never`, and the row names that input', async () => {
    await withSlot({ settings: { prepare: 'never' } }, async (slot) => {
      const rows = await slot.read(...unsupported, page)
      expect(rows.map(({ error }) => error?.code)).toEqual([
        ...unsupported.map(() => 'unsupported-format'),
        undefined
      ])
      expect(rows[0]?.error?.message).toContain('`prepare`')
      expect(rows.every(({ prepareSeconds }) => prepareSeconds === 0)).toBe(true)
    })
  })

  test('is done for every image with `prepare: always`, and does not change the text of a plain image', async () => {
    await withSlot({ settings: { prepare: 'always' } }, async (slot) => {
      const rows = await slot.read(page, noDpi, two, float)
      expect(rows.every(({ prepareSeconds }) => prepareSeconds > 0)).toBe(true)
      expect(rows.map((row) => slot.text(row).trim().split(/\s+/).slice(-1)[0])).toEqual([
        'Monday',
        'resolution',
        'two',
        'page'
      ])
      expect(rows[2]?.pages).toBe(2)
    })
  })

  const upright = openSlot()
  afterAll(() => upright.close())

  test.each([2, 3, 4, 5, 6, 7, 8])(
    'turns images with orientation tag %d upright',
    async (orientation) => {
      // The inverse of the operation that each orientation requires.
      const inverse: Record<number, readonly string[]> = {
        2: ['-flop'],
        3: ['-rotate', '180'],
        4: ['-flip'],
        5: ['-transpose'],
        6: ['-rotate', '270'],
        7: ['-transverse'],
        8: ['-rotate', '90']
      }
      const files = ['jpg', 'png', 'webp'].map((ending) => {
        const file = join(folder, `turned-${orientation}.${ending}`)
        drawPage(file, 'Upright again', {
          operations: [...GRAY, ...(inverse[orientation] ?? []), '+repage']
        })
        tagOrientation(file, orientation)
        return file
      })
      const tiff = join(folder, `turned-${orientation}.tif`)
      const names = [
        '',
        '',
        'TopRight',
        'BottomRight',
        'BottomLeft',
        'LeftTop',
        'RightTop',
        'RightBottom',
        'LeftBottom'
      ]
      drawPage(tiff, 'Upright again', {
        operations: [
          ...GRAY,
          ...(inverse[orientation] ?? []),
          '+repage',
          '-orient',
          names[orientation] ?? 'TopLeft'
        ]
      })
      const rows = await upright.read(...files, tiff)
      expect(rows.map((row) => [row.image, upright.text(row).trim()])).toEqual(
        rows.map(({ image }) => [image, 'Upright again'])
      )
    }
  )

  test('leaves no file if it fails', async () => {
    await withSlot({ settings: { prepare: 'always' } }, async (slot) => {
      const broken = join(folder, 'broken.gif')
      drawPage(broken, 'Broken')
      magick(page, `png:${broken}`)
      const gone = {
        ...(await inspected(broken)),
        file: '/nowhere'
      }
      const [row] = await slot.task([gone])
      expect(row?.status).toBe('failed')
      expect(readdirSync(slot.folder.path).filter((name) => name !== 'metadata')).toEqual([])
      expect(readdirSync(slot.scratch)).toEqual([])
    })
  })

  test('reports that ImageMagick is missing', async () => {
    await withSlot({ toolbox: { ...toolbox, imageMagick: null } }, async (slot) => {
      const [row, plain] = await slot.read(heic, page)
      expect(row?.error?.message).toContain('ImageMagick')
      expect(plain?.status).toBe('recognized')
    })
  })
})

describe('Page segmentation mode', () => {
  const blank = drawPage(join(folder, 'blank.png'), '')

  test.each(Array.from({ length: 14 }, (_, mode) => mode))(
    '%d reads the image or reports why not',
    async (mode) => {
      await withSlot({ settings: { pageSegmentationMode: mode } }, async (slot) => {
        const rows = await slot.read(page, blank, two)
        expect(rows).toHaveLength(3)
        for (const row of rows) {
          if (row.status === 'failed') expect(row.error?.message.length).toBeGreaterThan(20)
          else expect(slot.folder.has(row.text ?? '')).toBe(true)
        }
        const reading = mode >= 3 || mode === 1
        if (reading && mode !== 5 && mode < 7) expect(slot.text(rows[0])).toContain('4711')
        if (reading) expect(['empty', 'recognized']).toContain(rows[1]?.status)
      })
    }
  )

  test('0 gives the orientation instead of the text', async () => {
    const full = drawPage(
      join(folder, 'full.png'),
      'The quick brown fox jumps\nover the lazy dog and\nruns away from the farm\n'.repeat(3),
      {
        size: '700x700'
      }
    )
    await withSlot({ settings: { pageSegmentationMode: 0 } }, async (slot) => {
      const rows = await slot.read(full, blank)
      expect(slot.text(rows[0])).toMatch(/^Page number: 0\nOrientation in degrees: 0\n/)
      expect(rows[0]?.words).toBe(0)
      expect(rows[1]?.status).toBe('empty')
    })
  })

  test('13 reads images of one line each', async () => {
    const lines = ['alpha 1', 'beta 22', 'gamma 333'].map((text, index) =>
      drawPage(join(folder, `line-${index}.png`), text, {
        operations: [...GRAY, '-trim', '+repage', '-bordercolor', 'white', '-border', '8']
      })
    )
    await withSlot({ settings: { pageSegmentationMode: 13 } }, async (slot) => {
      const rows = await slot.read(...lines)
      expect(rows.map((row) => slot.text(row).trim())).toEqual(['alpha 1', 'beta 22', 'gamma 333'])
    })
  })
})
