import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { committedFiles } from '../../../src/github/cache/committed-files.ts'
import { Scratch } from '../../support/command.ts'

const onward = new AbortController().signal

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
  scratch.git('init', '--quiet')
})
afterEach(() => scratch[Symbol.dispose]())

function write(path: string, content: string): void {
  mkdirSync(dirname(join(scratch.work, path)), { recursive: true })
  writeFileSync(join(scratch.work, path), content)
}

function commit(): void {
  scratch.git('add', '--all')
  scratch.git('commit', '--quiet', '--message', 'Scans')
}

const seen = (patterns: readonly string[]) =>
  committedFiles(patterns, scratch.work, scratch.env, onward)

describe('a change of what lies elsewhere', () => {
  test.each([
    ['counts for nothing', 'images', true],
    ['counts for nothing beside folders of any spelling', './images/\nscans//2026/', true],
    ['counts for nothing beside one file', 'images/a.png', true],
    ['counts where patterns choose', 'images/*.png', false],
    ['counts where patterns exclude', 'images\n!images/old', false],
    ['counts where all is taken', '.', false],
    ['counts where images lie outside', '../images', false],
    ['counts where a path is absolute', '/srv/images', false]
  ])('%s (%j)', async (_, patterns, isSame) => {
    write('images/a.png', 'a')
    write('scans/2026/b.png', 'b')
    commit()
    const before = await seen(patterns.split('\n'))
    write('README.md', 'Scans.')
    write('images2/c.png', 'c')
    commit()
    const after = await seen(patterns.split('\n'))
    expect(after?.digest === before?.digest).toBe(isSame)
  })

  test('counts where there are links, which may lead anywhere', async () => {
    write('2026/a.png', 'a')
    symlinkSync('2026', join(scratch.work, 'images'))
    commit()
    const before = await seen(['images'])
    write('2026/b.png', 'b')
    commit()
    expect((await seen(['images']))?.digest).not.toBe(before?.digest)
  })
})

test('names and contents count, and the history does not', async () => {
  write('images/a.png', 'a')
  write('images/ünï\ncode.png', 'b')
  commit()
  const first = await seen(['images'])
  expect(first).toEqual({ digest: expect.stringMatching(/^[0-9a-f]{16}$/), files: 2 })
  write('images/a.png', 'another')
  commit()
  expect((await seen(['images']))?.digest).not.toBe(first?.digest)
  write('images/a.png', 'a')
  commit()
  expect(await seen(['images'])).toEqual(first)
  scratch.git('mv', 'images/a.png', 'images/b.png')
  commit()
  expect((await seen(['images']))?.digest).not.toBe(first?.digest)
})

test('a folder that is not there has no files', async () => {
  write('README.md', 'No scans yet.')
  commit()
  expect((await seen(['images']))?.files).toBe(0)
})

test('without a commit, or without git, nothing is known', async () => {
  expect(await seen(['images'])).toBeNull()
  expect(await committedFiles(['images'], scratch.work, { PATH: '' }, onward)).toBeNull()
})

test('a look at it ends with the signal', async () => {
  write('images/a.png', 'a')
  commit()
  const stop = new AbortController()
  const looking = committedFiles(['images'], scratch.work, scratch.env, stop.signal)
  stop.abort(new Error('cancelled'))
  await expect(looking).rejects.toThrow('cancelled')
})
