import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { PatternError, select } from '../../src/images/select.ts'
import { isWithin } from '../../src/images/walk.ts'
import { chosen, home, put } from './files.ts'

const TREE = [
  'images/a.png',
  'images/b.jpg',
  'images/sub/c.png',
  'images/sub/deep/d.tif',
  'other/e.png',
  'top.png'
]

describe('patterns choose files', () => {
  test.each([
    [
      'a folder, with all below it',
      ['images'],
      ['images/a.png', 'images/b.jpg', 'images/sub/c.png', 'images/sub/deep/d.tif']
    ],
    [
      'a folder with a slash at its end',
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
    ['a file twice', ['top.png', 'top.png', './top.png'], ['top.png']],
    ['a glob of one level', ['images/*.png'], ['images/a.png']],
    ['a glob of all levels', ['images/**/*.png'], ['images/a.png', 'images/sub/c.png']],
    ['a glob of alternatives', ['images/*.{png,jpg}'], ['images/a.png', 'images/b.jpg']],
    [
      'a glob from the working directory',
      ['**/*.png'],
      ['images/a.png', 'images/sub/c.png', 'other/e.png', 'top.png']
    ],
    ['a glob that finds nothing', ['images/*.gif'], []],
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
      'without an excluded glob that begins anywhere',
      ['.', '!**/sub/**'],
      ['images/a.png', 'images/b.jpg', 'other/e.png', 'top.png']
    ],
    ['in any order of the lines', ['!*.png', 'images'], ['images/b.jpg', 'images/sub/deep/d.tif']],
    ['an absolute folder', ['$/images/sub'], ['images/sub/c.png', 'images/sub/deep/d.tif']],
    ['an absolute glob', ['$/images/*.png'], ['images/a.png']]
  ])('%s', (_, patterns, expected) => {
    const cwd = home(...TREE)
    expect(chosen(cwd, ...patterns.map((pattern) => pattern.replace('$', cwd)))).toEqual(expected)
  })

  test('hidden files and folders are left out, unless they are named', () => {
    const cwd = home('images/a.png', 'images/.hidden.png', 'images/.git/b.png', 'images/._a.png')
    expect(chosen(cwd, 'images')).toEqual(['images/a.png'])
    expect(chosen(cwd, 'images/.hidden.png')).toEqual(['images/.hidden.png'])
    expect(chosen(cwd, 'images/.git')).toEqual(['images/.git/b.png'])
  })

  test('the results folder is never read, wherever it lies', () => {
    const cwd = home('images/a.png', 'ocr-results/text/a.png', 'ocr-results/pdf/b.pdf')
    expect(chosen(cwd, '.')).toEqual(['images/a.png'])
    const within = join(cwd, 'images', 'results')
    put(join(within, 'x.png'))
    expect(select(['images'], cwd, within).files.map(({ path }) => path)).toEqual(['images/a.png'])
  })

  test('images outside of the working directory are named from the folder that was named', () => {
    const cwd = home('x.png')
    put(join(dirname(cwd), 'photos/a.png'))
    put(join(dirname(cwd), 'scans/b.png'))
    expect(chosen(cwd, '../photos')).toEqual(['photos/a.png'])
    expect(chosen(cwd, '../photos', '../scans', 'x.png')).toEqual([
      'photos/a.png',
      'scans/b.png',
      'x.png'
    ])
    for (const path of chosen(cwd, '../photos/*.png')) expect(path).toMatch(/^(photos\/)?a\.png$/)
  })

  test('two images never share a path', () => {
    const cwd = home('photos/a.png')
    put(join(dirname(cwd), 'photos/a.png'))
    const paths = chosen(cwd, 'photos', '../photos')
    expect(new Set(paths).size).toBe(2)
  })

  test('the order is that of the paths, whatever the order of the patterns', () => {
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
        expect(chosen(cwd, ...order)).toEqual(sorted)
      }),
      { numRuns: 20 }
    )
    expect(chosen(cwd, '.')).toEqual(sorted)
  })
})

describe('what is not there', () => {
  test('is told at once, each by its path and what to do', () => {
    const cwd = home('images/a.png')
    const ask = () => chosen(cwd, 'images', 'missing', 'gone/b.png', 'none/*.png')
    expect(ask).toThrow(PatternError)
    const message = said(ask)
    expect(message.split('\n')).toHaveLength(3)
    for (const name of ['missing', 'gone/b.png', 'none']) expect(message).toContain(join(cwd, name))
    expect(message).toContain('check the path')
  })

  test.each([[[]], [['!images']]])('nothing named is an error too: %j', (patterns) => {
    expect(() => chosen(home('images/a.png'), ...patterns)).toThrow('names nothing to read')
  })
})

function said(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    return (error as Error).message
  }
  return ''
}

describe('names of every kind', () => {
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
    expect(chosen(cwd, 'images')).toEqual(
      names.map((name) => `images/${name}`).sort((a, b) => (a < b ? -1 : 1))
    )
  })

  test.each(names)('can be named as they are: %j', (name) => {
    const cwd = home(...names.map((one) => `images/${one}`))
    expect(chosen(cwd, `images/${name}`)).toEqual([`images/${name}`])
  })

  test('two names that are shown alike are two images', () => {
    const cwd = home('images/b%FF.png')
    writeFileSync(
      Buffer.concat([Buffer.from(`${cwd}/images/b`), Buffer.from([0xff]), Buffer.from('.png')]),
      'x'
    )
    expect(chosen(cwd, 'images')).toHaveLength(2)
  })
})

test.each([
  ['/a', '/a', true],
  ['/a', '/a/b', true],
  ['/a', '/ab', false],
  ['/a', '/', false],
  ['/a', '/a/..b', true],
  ['/a/b', '/a', false]
])('whether a folder holds a path: %s, %s', (folder, path, within) => {
  expect(isWithin(folder, path)).toBe(within)
})
