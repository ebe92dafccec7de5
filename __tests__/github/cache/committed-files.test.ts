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

const digested = (patterns: readonly string[]) =>
  committedFiles(patterns, scratch.work, scratch.env, onward)

describe('A change of other files', () => {
  test.each([
    ['does not count for a folder', 'images', true],
    ['does not count for folders in any notation', './images/\nscans//2026/', true],
    ['does not count for a single file', 'images/a.png', true],
    ['counts if patterns select images', 'images/*.png', false],
    ['counts if patterns exclude images', 'images\n!images/old', false],
    ['counts if all files are selected', '.', false],
    ['counts if images are outside of the repository', '../images', false],
    ['counts if a path is absolute', '/srv/images', false]
  ])('%s (%j)', async (_, patterns, isSame) => {
    write('images/a.png', 'a')
    write('scans/2026/b.png', 'b')
    commit()
    const before = await digested(patterns.split('\n'))
    write('README.md', 'Scans.')
    write('images2/c.png', 'c')
    commit()
    const after = await digested(patterns.split('\n'))
    expect(after?.digest === before?.digest).toBe(isSame)
  })

  test('counts if there are symbolic links, which may point anywhere', async () => {
    write('2026/a.png', 'a')
    symlinkSync('2026', join(scratch.work, 'images'))
    commit()
    const before = await digested(['images'])
    write('2026/b.png', 'b')
    commit()
    expect((await digested(['images']))?.digest).not.toBe(before?.digest)
  })
})

test('Names and contents count, but the history does not', async () => {
  write('images/a.png', 'a')
  write('images/ünï\ncode.png', 'b')
  commit()
  const first = await digested(['images'])
  expect(first).toEqual({ digest: expect.stringMatching(/^[0-9a-f]{16}$/), files: 2 })
  write('images/a.png', 'another')
  commit()
  expect((await digested(['images']))?.digest).not.toBe(first?.digest)
  write('images/a.png', 'a')
  commit()
  expect(await digested(['images'])).toEqual(first)
  scratch.git('mv', 'images/a.png', 'images/b.png')
  commit()
  expect((await digested(['images']))?.digest).not.toBe(first?.digest)
})

test('A missing folder has no files', async () => {
  write('README.md', 'No scans yet.')
  commit()
  expect((await digested(['images']))?.files).toBe(0)
})

test('Without a commit or without Git, there is no digest', async () => {
  expect(await digested(['images'])).toBeNull()
  expect(await committedFiles(['images'], scratch.work, { PATH: '' }, onward)).toBeNull()
})

test('The signal ends the listing', async () => {
  write('images/a.png', 'a')
  commit()
  const stop = new AbortController()
  const listing = committedFiles(['images'], scratch.work, scratch.env, stop.signal)
  stop.abort(new Error('cancelled'))
  await expect(listing).rejects.toThrow('cancelled')
})
