import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { PatternError, select } from '../../src/images/select.ts'
import { isWithin } from '../../src/images/walk.ts'
import { home, put, selected } from './files.ts'

const TREE = [
  'images/a.png',
  'images/b.jpg',
  'images/sub/c.png',
  'images/sub/deep/d.tif',
  'other/e.png',
  'top.png'
]

describe('Patterns select', () => {
  test.each([
    [
      'a folder and everything in it',
      ['images'],
      ['images/a.png', 'images/b.jpg', 'images/sub/c.png', 'images/sub/deep/d.tif']
    ],
    [
      'a folder with a trailing slash',
      ['images/sub/'],
      ['images/sub/c.png', 'images/sub/deep/d.tif']
    ],
    ['the working directory', ['.'], TREE],
    ['a file', ['images/a.png'], ['images/a.png']],
    [
      'two folders',
      ['other', 'images/sub'],
      ['images/sub/c.png', 'images/sub/deep/d.tif', 'other/e.png']
    ],
    ['a file that is named twice, once', ['top.png', 'top.png', './top.png'], ['top.png']],
    ['by a glob for one level', ['images/*.png'], ['images/a.png']],
    ['by a glob for all levels', ['images/**/*.png'], ['images/a.png', 'images/sub/c.png']],
    ['by a glob with alternatives', ['images/*.{png,jpg}'], ['images/a.png', 'images/b.jpg']],
    [
      'by a glob from the working directory',
      ['**/*.png'],
      ['images/a.png', 'images/sub/c.png', 'other/e.png', 'top.png']
    ],
    ['nothing by a glob that matches nothing', ['images/*.gif'], []],
    ['without an excluded folder', ['images', '!images/sub'], ['images/a.png', 'images/b.jpg']],
    [
      'without an excluded file',
      ['images', '!images/a.png'],
      ['images/b.jpg', 'images/sub/c.png', 'images/sub/deep/d.tif']
    ],
    [
      'without an excluded name at any depth',
      ['images', '!*.png'],
      ['images/b.jpg', 'images/sub/deep/d.tif']
    ],
    [
      'without a folder name at any depth',
      ['.', '!deep'],
      ['images/a.png', 'images/b.jpg', 'images/sub/c.png', 'other/e.png', 'top.png']
    ],
    [
      'without an excluded glob',
      ['images', '!images/**/*.tif'],
      ['images/a.png', 'images/b.jpg', 'images/sub/c.png']
    ],
    [
      'without an excluded glob that starts anywhere',
      ['.', '!**/sub/**'],
      ['images/a.png', 'images/b.jpg', 'other/e.png', 'top.png']
    ],
    [
      'the same in any order of lines',
      ['!*.png', 'images'],
      ['images/b.jpg', 'images/sub/deep/d.tif']
    ],
    ['an absolute folder', ['$/images/sub'], ['images/sub/c.png', 'images/sub/deep/d.tif']],
    ['an absolute glob', ['$/images/*.png'], ['images/a.png']]
  ])('%s', (_, patterns, expected) => {
    const cwd = home(...TREE)
    expect(selected(cwd, ...patterns.map((pattern) => pattern.replace('$', cwd)))).toEqual(expected)
  })

  test('no hidden files and folders, unless they are named', () => {
    const cwd = home('images/a.png', 'images/.hidden.png', 'images/.git/b.png', 'images/._a.png')
    expect(selected(cwd, 'images')).toEqual(['images/a.png'])
    expect(selected(cwd, 'images/.hidden.png')).toEqual(['images/.hidden.png'])
    expect(selected(cwd, 'images/.git')).toEqual(['images/.git/b.png'])
  })

  test('nothing in the results folder, wherever it is', () => {
    const cwd = home('images/a.png', 'ocr-results/text/a.png', 'ocr-results/pdf/b.pdf')
    expect(selected(cwd, '.')).toEqual(['images/a.png'])
    const within = join(cwd, 'images', 'results')
    put(join(within, 'x.png'))
    expect(select(['images'], cwd, within).files.map(({ path }) => path)).toEqual(['images/a.png'])
  })

  test('images outside the working directory, with paths relative to the named folder', () => {
    const cwd = home('x.png')
    put(join(dirname(cwd), 'photos/a.png'))
    put(join(dirname(cwd), 'scans/b.png'))
    expect(selected(cwd, '../photos')).toEqual(['photos/a.png'])
    expect(selected(cwd, '../photos', '../scans', 'x.png')).toEqual([
      'photos/a.png',
      'scans/b.png',
      'x.png'
    ])
    for (const path of selected(cwd, '../photos/*.png')) expect(path).toMatch(/^(photos\/)?a\.png$/)
  })

  test('no two images with the same path', () => {
    const cwd = home('photos/a.png')
    put(join(dirname(cwd), 'photos/a.png'))
    const paths = selected(cwd, 'photos', '../photos')
    expect(new Set(paths).size).toBe(2)
  })

  test('images in the order of their paths, whatever the order of the patterns', () => {
    const names = [
      'b.png',
      'a.png',
      'B.png',
      'a/1.png',
      'a-b.png',
      'ä.png',
      '10.png',
      '9.png',
      '😀.png',
      '\uffee.png'
    ]
    const cwd = home(...names)
    const sorted = [...names].sort((a, b) => (a < b ? -1 : 1))
    void fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (order) => {
        expect(selected(cwd, ...order)).toEqual(sorted)
      }),
      { numRuns: 20 }
    )
    expect(selected(cwd, '.')).toEqual(sorted)
  })
})

describe('A folder or file that does not exist', () => {
  test('is reported together with all others, by its path and with what to do', () => {
    const cwd = home('images/a.png')
    const ask = () => selected(cwd, 'images', 'missing', 'gone/b.png', 'none/*.png')
    expect(ask).toThrow(PatternError)
    const message = messageOf(ask)
    expect(message.split('\n')).toHaveLength(3)
    for (const name of ['missing', 'gone/b.png', 'none']) expect(message).toContain(join(cwd, name))
    expect(message).toContain('check the path')
  })

  test.each([[[]], [['!images']]])(
    'is not the only error, patterns that name nothing are one too: %j',
    (patterns) => {
      expect(() => selected(home('images/a.png'), ...patterns)).toThrow('names nothing to read')
    }
  )
})

function messageOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    return (error as Error).message
  }
  return ''
}

describe('Unusual names', () => {
  const names = [
    'two  words.png',
    `it's "quoted".png`,
    'line\nbreak.png',
    '📷.png',
    '-dash.png',
    '[0].png',
    '*.png',
    '%d.png',
    'a;b&c.png',
    'back\\slash.png',
    '{a,b}.png',
    '(1).png',
    '!bang.png',
    ' lead.png',
    'ü.png'
  ]

  test('are found in a folder', () => {
    const cwd = home(...names.map((name) => `images/${name}`))
    expect(selected(cwd, 'images')).toEqual(
      names.map((name) => `images/${name}`).sort((a, b) => (a < b ? -1 : 1))
    )
  })

  test.each(names)('can be used as a pattern: %j', (name) => {
    const cwd = home(...names.map((one) => `images/${one}`))
    expect(selected(cwd, `images/${name}`)).toEqual([`images/${name}`])
  })

  test('that look the same are two images', () => {
    const cwd = home('images/b%FF.png')
    writeFileSync(
      Buffer.concat([Buffer.from(`${cwd}/images/b`), Buffer.from([0xff]), Buffer.from('.png')]),
      'x'
    )
    expect(selected(cwd, 'images')).toHaveLength(2)
  })
})

test.each([
  ['/a', '/a', true],
  ['/a', '/a/b', true],
  ['/a', '/ab', false],
  ['/a', '/', false],
  ['/a', '/a/..b', true],
  ['/a/b', '/a', false]
])('Whether the folder %s contains %s: %s', (folder, path, within) => {
  expect(isWithin(folder, path)).toBe(within)
})
