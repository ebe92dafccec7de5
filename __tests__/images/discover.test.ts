import { chmodSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { discover } from '../../src/images/discover.ts'
import { select } from '../../src/images/select.ts'
import { chosen, home } from './files.ts'

const discovered = (cwd: string, ...patterns: string[]) =>
  discover(
    { patterns, cwd, results: join(cwd, 'ocr-results'), maxPixels: 1e9 },
    new AbortController().signal
  )

describe('links', () => {
  test('within the folder are followed, those that leave it are named rows', async () => {
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

  test('that go round in a circle end', () => {
    const cwd = home('images/a.png', 'images/sub/b.png')
    symlinkSync('..', join(cwd, 'images/sub/up'))
    symlinkSync('.', join(cwd, 'images/self'))
    expect(chosen(cwd, 'images')).toEqual(['images/a.png', 'images/sub/b.png'])
  })

  test('a folder that is itself a link is walked', () => {
    const cwd = home('real/a.png')
    symlinkSync('real', join(cwd, 'images'))
    expect(chosen(cwd, 'images')).toEqual(['images/a.png'])
  })

  test.each(['leaves.png', 'broken.png'])(
    'a link that is named itself obeys the same rule: %s',
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

  test('a results folder that is reached by a link is not read', () => {
    const cwd = home('work/images/a.png', 'work/ocr-results/text/b.png')
    symlinkSync('work', join(cwd, 'linked'))
    const files = select(['linked'], cwd, join(cwd, 'work/ocr-results')).files
    expect(files.map(({ path }) => path)).toEqual(['linked/images/a.png'])
  })
})

describe('what is found', () => {
  test('that are not UTF-8 are found, shown, and can be opened', async () => {
    const cwd = home('images/a.png')
    const file = Buffer.concat([
      Buffer.from(`${cwd}/images/b`),
      Buffer.from([0xff, 0xe9]),
      Buffer.from('.png')
    ])
    writeFileSync(file, 'no image')
    expect(chosen(cwd, 'images')).toEqual(['images/a.png', 'images/b%FF%E9.png'])
    const found = await discovered(cwd, 'images')
    expect(found.images.map(({ bytes }) => bytes)).toEqual([7, 8])
  })

  test('files that are no image and do not claim to be are counted, the others are rows', async () => {
    const cwd = home('images/notes.txt', 'images/data.bin', 'images/claims.png', 'images/README')
    const found = await discovered(cwd, 'images')
    expect(found.otherFiles).toBe(3)
    expect(found.images.map(({ path }) => path)).toEqual(['images/claims.png'])
    expect((await discovered(cwd, 'images/notes.txt')).images).toHaveLength(1)
  })

  test('a folder that cannot be listed is a warning', async () => {
    if (process.getuid?.() === 0) return
    const cwd = home('images/a.png', 'images/locked/')
    chmodSync(join(cwd, 'images/locked'), 0)
    const { warnings } = await discovered(cwd, 'images')
    chmodSync(join(cwd, 'images/locked'), 0o700)
    expect(warnings.join()).toContain('locked')
  })

  test('looking ends when it is told to stop', async () => {
    const cwd = home('images/a.png')
    const stop = AbortSignal.abort(new Error('stopped'))
    const ask = { patterns: ['images'], cwd, results: join(cwd, 'r'), maxPixels: 1 }
    await expect(discover(ask, stop)).rejects.toThrow('stopped')
  })
})
