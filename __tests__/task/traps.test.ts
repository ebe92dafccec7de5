import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { inspect } from '../../src/images/image.ts'
import { drawPage, magick, temporaryFolder } from '../support/images.ts'
import { inspected, openSlot } from './slot.ts'

const folder = temporaryFolder('traps')
const slot = openSlot()
afterAll(() => slot.close())

const SECRET = 'CONFIDENTIAL LETTER'
const secret = join(folder, 'secret', 'letter.png')
beforeAll(() => {
  mkdirSync(join(folder, 'secret'))
  drawPage(secret, SECRET)
})

const write = (name: string, content: string | Buffer): string => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

describe('A file that has the name of an image but is not an image', () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" width="600" height="100"><image x:href="${secret}" width="600" height="100"/></svg>`
  const msl = `<?xml version="1.0"?><image><read filename="${secret}"/><write filename="${join(folder, 'stolen.png')}"/></image>`
  test.each([
    ['an empty file', '', 'unreadable-image'],
    ['the path of another image', `${secret}\n`, 'unreadable-image'],
    ['many paths of another image', `${secret}\n`.repeat(50), 'unreadable-image'],
    ['a URL', 'http://127.0.0.1:9/a.png\n', 'unreadable-image'],
    ['a path with the header of a PNM', `P1 1 1\n${secret}\n`, null],
    [
      'a path with the header of a PNM that is too large',
      `P5 900 900 255\n${secret}\n`,
      'unreadable-image'
    ],
    ['a path with the header of a BMP', `BM${secret}\n`.padEnd(64), 'unreadable-image'],
    [
      'a path with the header of a JPEG',
      Buffer.concat([Buffer.from('ffd8ff0a', 'hex'), Buffer.from(`${secret}\n`)]),
      'unreadable-image'
    ],
    ['a path with the header of a TIFF', `II*\0${secret}\n`, 'unreadable-image'],
    ['a path with the header of a GIF', `GIF89a\n${secret}\n`, null],
    ['an SVG that includes another image', svg, 'unsupported-format'],
    ['an SVG with an XML declaration', `<?xml version="1.0"?>\n${svg}`, 'unsupported-format'],
    ['an ImageMagick script', msl, 'unreadable-image'],
    [
      'an ImageMagick drawing',
      `push graphic-context\nimage over 0,0 0,0 '${secret}'\n`,
      'unreadable-image'
    ],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 197 + 31) % 251)),
      'unreadable-image'
    ],
    ['a Photoshop file', '8BPS\0\x01', 'unsupported-format'],
    [
      'a Git LFS pointer',
      'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n',
      'git-lfs-pointer'
    ]
  ])('is rejected, and the file that it refers to is not read: %s', async (name, content, code) => {
    for (const ending of ['png', 'jpg', 'tif']) {
      const [row] = await slot.read(write(`${name.replaceAll(' ', '-')}.${ending}`, content))
      expect(slot.text(row)).not.toMatch(/CONFID|LETTER/)
      if (code === null) expect(['failed', 'empty']).toContain(row?.status)
      else expect(row).toMatchObject({ status: 'failed', error: { code } })
    }
    expect(readdirSync(folder)).not.toContain('stolen.png')
  })
})

describe('A name with a special meaning to Tesseract or ImageMagick', () => {
  const names = [
    'msl:x.png',
    'text:etc.png',
    'mvg:x.png',
    'svg:x.png',
    'http:..png',
    '-dash.png',
    '--psm.png',
    '@list.png',
    'a[0].png',
    'a[0]',
    'page-%d.png',
    '%[exif:*].png',
    'two  spaces.png',
    'single\'double".png',
    'line\nbreak.png',
    'semi;colon&amp$(id)`id`.png',
    'back\\slash.png',
    'emoji-📷.png',
    'é-composed-é.png',
    'tif:out.tif',
    '*?.png',
    '~.png',
    '-',
    'stdin',
    'space at the end.png ',
    ' space at the start.png',
    'tab\t.png',
    'return\r'
  ]
  test.each(['auto', 'always'] as const)(
    'is read like any other name (prepare: %s)',
    async (prepare) => {
      const named = temporaryFolderOf(`names-${prepare}`)
      const source = drawPage(join(folder, 'plain.png'), 'Name 1234')
      const files = names.map((name) => {
        const file = join(named, name)
        symlinkSync(source, file)
        return file
      })
      const foreign = Buffer.concat([
        Buffer.from(`${named}/bytes-`),
        Buffer.from([0xff, 0xfe]),
        Buffer.from('.png')
      ])
      symlinkSync(source, foreign)
      const own = openSlot({ settings: { prepare } })
      try {
        const rows = await own.read(...files, foreign)
        expect(rows.map((row) => own.text(row).trim())).toEqual(rows.map(() => 'Name 1234'))
      } finally {
        own.close()
      }
    }
  )
})

test('A name with a trailing space is different from the name without it', async () => {
  drawPage(join(folder, 'twin.png'), 'Without')
  symlinkSync(drawPage(join(folder, 'other.png'), 'With space'), join(folder, 'twin.png '))
  const rows = await slot.read(join(folder, 'twin.png '), join(folder, 'twin.png'))
  expect(rows.map((row) => slot.text(row).trim())).toEqual(['With space', 'Without'])
})

function temporaryFolderOf(name: string): string {
  const path = join(folder, name)
  mkdirSync(path)
  return path
}

describe('Something other than a file', () => {
  test('is rejected: a folder with the name of an image', async () => {
    mkdirSync(join(folder, 'folder.png'))
    const [row] = await slot.read(join(folder, 'folder.png'))
    expect(row).toMatchObject({ status: 'failed', error: { code: 'unreadable-image' } })
  })

  test('is rejected: a missing file', async () => {
    const [row] = await slot.read(join(folder, 'missing.png'))
    expect(row).toMatchObject({ status: 'failed', error: { code: 'unreadable-image' } })
  })

  test('fails alone: a file deleted after it was found', async () => {
    const gone = await inspected(drawPage(join(folder, 'gone.png'), 'gone'))
    const stays = await inspected(drawPage(join(folder, 'stays.png'), 'Stays here'))
    const rows = await slot.task([{ ...gone, file: join(folder, 'nowhere.png') }, stays])
    expect(rows.map(({ status }) => status)).toEqual(['failed', 'recognized'])
    expect(slot.text(rows[1]).trim()).toBe('Stays here')
  })

  test('is not read as a list of paths: an image that was replaced by one', async () => {
    const found = await inspected(drawPage(join(folder, 'swapped.png'), 'swapped'))
    const list = write('list.txt', `${secret}\n`)
    const [row] = await slot.task([{ ...found, file: list }])
    expect(row?.status).toBe('failed')
    expect(slot.text(row)).not.toMatch(/CONFID|LETTER/)
  })

  test('is not read as a list of paths: a TIFF of two pages that was replaced by one', async () => {
    const file = join(folder, 'pages.tif')
    magick('-size', '60x60', 'xc:white', 'xc:white', file)
    const found = await inspected(file)
    const list = write('list-of-two.txt', `${secret}\n${secret}\n`)
    const [row] = await slot.task([{ ...found, file: list }])
    expect(row?.status).toBe('failed')
    expect(slot.text(row)).not.toMatch(/CONFID|LETTER/)
  })

  test('is rejected without being opened: a special file', async () => {
    const image = await inspect(
      { file: '/dev/zero', shown: '/dev/zero', path: 'zero.png', kind: 'special', named: true },
      1
    )
    expect(image?.problem?.code).toBe('unreadable-image')
  })
})
