import { chmodSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { discover } from '../../src/images/discover.ts'
import { select } from '../../src/images/select.ts'
import { home, selected } from './files.ts'

const discovered = (cwd: string, ...patterns: string[]) =>
  discover(
    { patterns, cwd, results: join(cwd, 'ocr-results'), maxPixels: 1e9 },
    new AbortController().signal
  )

describe('Links', () => {
  test('within the folder are followed, and those that leave it have failed rows', async () => {
    const cwd = home('images/a.png', 'secret.png', 'secrets/s.png')
    const images = join(cwd, 'images')
    symlinkSync('a.png', join(images, 'inner.png'))
    symlinkSync('../secret.png', join(images, 'leaves.png'))
    symlinkSync('/etc/hostname', join(images, 'far.png'))
    symlinkSync('/etc/hostname', join(images, 'quiet'))
    symlinkSync('nowhere.png', join(images, 'broken.png'))
    symlinkSync('turn.png', join(images, 'turn.png'))
    symlinkSync('../secrets', join(images, 'folder'))
    symlinkSync('../secrets', join(images, 'folder.png'))
    const { images: found } = await discovered(cwd, 'images')
    const refused = found.filter(({ identity }) => identity === null)
    expect(found.filter(({ identity }) => identity !== null).map(({ path }) => path)).toEqual([
      'images/a.png',
      'images/inner.png'
    ])
    expect(refused.map(({ path }) => path)).toEqual([
      'images/broken.png',
      'images/far.png',
      'images/folder.png',
      'images/leaves.png',
      'images/turn.png'
    ])
    expect(new Set(refused.map(({ problem }) => problem?.code))).toEqual(
      new Set(['unreadable-image'])
    )
  })

  test('that form a cycle are not followed for ever', () => {
    const cwd = home('images/a.png', 'images/sub/b.png')
    symlinkSync('..', join(cwd, 'images/sub/up'))
    symlinkSync('.', join(cwd, 'images/self'))
    expect(selected(cwd, 'images')).toEqual(['images/a.png', 'images/sub/b.png'])
  })

  test('to folders are followed if a pattern names them', () => {
    const cwd = home('real/a.png')
    symlinkSync('real', join(cwd, 'images'))
    expect(selected(cwd, 'images')).toEqual(['images/a.png'])
  })

  test.each(['leaves.png', 'broken.png'])(
    'that a pattern names are not followed out of their folder either: %s',
    async (name) => {
      const cwd = home('images/a.png', 'secret.png')
      symlinkSync('../secret.png', join(cwd, 'images/leaves.png'))
      symlinkSync('nowhere', join(cwd, 'images/broken.png'))
      const { images } = await discovered(cwd, `images/${name}`)
      expect(images.map(({ problem, identity }) => [problem?.code, identity])).toEqual([
        ['unreadable-image', null]
      ])
    }
  )

  test('to the results folder are not read', () => {
    const cwd = home('work/images/a.png', 'work/ocr-results/text/b.png')
    symlinkSync('work', join(cwd, 'linked'))
    const files = select(['linked'], cwd, join(cwd, 'work/ocr-results')).files
    expect(files.map(({ path }) => path)).toEqual(['linked/images/a.png'])
  })
})

describe('Discovery', () => {
  test('finds, shows and opens files whose names are not UTF-8', async () => {
    const cwd = home('images/a.png')
    const file = Buffer.concat([
      Buffer.from(`${cwd}/images/b`),
      Buffer.from([0xff, 0xe9]),
      Buffer.from('.png')
    ])
    writeFileSync(file, 'no image')
    expect(selected(cwd, 'images')).toEqual(['images/a.png', 'images/b%FF%E9.png'])
    const found = await discovered(cwd, 'images')
    expect(found.images.map(({ bytes }) => bytes)).toEqual([7, 8])
  })

  test('counts files that are not images, except those named like one, which have rows', async () => {
    const cwd = home('images/notes.txt', 'images/data.bin', 'images/claims.png', 'images/README')
    const found = await discovered(cwd, 'images')
    expect(found.otherFiles).toBe(3)
    expect(found.images.map(({ path }) => path)).toEqual(['images/claims.png'])
    expect((await discovered(cwd, 'images/notes.txt')).images).toHaveLength(1)
  })

  test('warns of a folder that cannot be listed', async () => {
    if (process.getuid?.() === 0) return
    const cwd = home('images/a.png', 'images/locked/')
    chmodSync(join(cwd, 'images/locked'), 0)
    const { warnings } = await discovered(cwd, 'images')
    chmodSync(join(cwd, 'images/locked'), 0o700)
    expect(warnings.join()).toContain('locked')
  })

  test('stops when its signal fires', async () => {
    const cwd = home('images/a.png')
    const stop = AbortSignal.abort(new Error('stopped'))
    const ask = { patterns: ['images'], cwd, results: join(cwd, 'r'), maxPixels: 1 }
    await expect(discover(ask, stop)).rejects.toThrow('stopped')
  })
})
