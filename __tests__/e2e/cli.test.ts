import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { inputKeys, inputs, kebab } from '../../src/settings/inputs.ts'
import { cli, onPath, Scratch, startCli } from '../support/command.ts'
import { badImages, manyLines, oneLine, rowsOf } from './folders.ts'

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => {
  expect(scratch.living()).toEqual([])
  expect(scratch.leftovers().filter((name) => name.startsWith('batch-ocr-'))).toEqual([])
  scratch[Symbol.dispose]()
})

describe('The outcome', () => {
  test('is printed on standard output, and the progress on standard error', async () => {
    oneLine(scratch, 'photos/a.png')
    badImages(scratch, 'photos', 1)
    const ended = await cli(scratch, 'run', 'photos', '--fail-on', 'never')
    expect(ended.stdout).toMatch(
      /^2 images: 1 recognized, 0 reused, 0 empty, 1 failed\.\n1 page, 5 words, mean confidence [\d.]+; /
    )
    expect(ended.stdout).toMatch(/^unreadable-image {2}photos\/bad-00\.png$/m)
    expect(ended.stdout).toContain('Results: ocr-results (text/, results.csv, report.html)')
    expect(ended.stderr).toMatch(/^Found 2 images\.$/m)
    expect(ended.stderr).toMatch(/^Failed: photos\/bad-00\.png is not an image/m)
    expect(ended.stderr).toMatch(/^1 of 1 images, 0 failed$/m)
  })

  test('is an exit code that scripts can rely on', async () => {
    oneLine(scratch, 'good/a.png')
    badImages(scratch, 'bad', 1)
    const code = async (...args: string[]) => (await cli(scratch, ...args)).code
    expect(await code('run', 'good')).toBe(0)
    expect(await code('run', 'bad')).toBe(1)
    expect(await code('run', 'good', 'bad', '--fail-on', '50%')).toBe(0)
    expect(await code('run', 'good', '--fail-on', 'sometimes')).toBe(2)
    expect(await code('run', 'good', '--no-such-option')).toBe(2)
    expect(await code('read', 'good')).toBe(2)
    expect(await code('run', 'absent')).toBe(2)
    expect(await code('run', 'good', '--languages', 'xxx')).toBe(2)
    expect(await code()).toBe(2)
    expect(await code('--help')).toBe(0)
  })

  test('is exit code 3 if the run fails, with the reason and what to do', async () => {
    oneLine(scratch, 'photos/a.png')
    const without = startCli(scratch, ['run', 'photos'], { PATH: join(scratch.work, 'photos') })
    expect(await without.ended).toMatchObject({ code: 3, stdout: '' })
    expect(without.stderr).toMatch(/Tesseract is not installed, .*Run with --install, or: \S+/)
    writeFileSync(join(scratch.work, 'taken'), '')
    const blocked = await cli(scratch, 'run', 'photos', '--results', 'taken')
    expect(blocked.code).toBe(3)
    expect(blocked.stderr).toMatch(/^The run failed: .*taken/m)
    expect(blocked.stderr).not.toContain('\\u000a')
  })

  test('is that of the images if a program cannot be installed that only some of them need', async () => {
    oneLine(scratch, 'photos/a.png')
    writeFileSync(join(scratch.work, 'photos/b.pdf'), '%PDF-1.4\n')
    const bin = join(scratch.work, 'bin')
    mkdirSync(bin)
    symlinkSync(onPath('tesseract') ?? '', join(bin, 'tesseract'))
    for (const name of ['apt-get', 'sudo'])
      writeFileSync(join(bin, name), '#!/bin/sh\necho E: no such package >&2; exit 100\n', {
        mode: 0o755
      })
    const env = { PATH: `${bin}:/nowhere` }
    const ended = await startCli(scratch, ['run', 'photos', '--install'], env).ended
    expect(ended.code).toBe(1)
    expect(ended.stderr).toMatch(
      /apt could not install imagemagick, poppler-utils: E: no such package. Install by hand: /
    )
    const rows = rowsOf(join(scratch.work, 'ocr-results'))
    expect(rows.map(({ status, error }) => error?.code ?? status)).toEqual([
      'recognized',
      'unsupported-format'
    ])
  })

  test('is an error for every invalid input at once, and nothing is started', async () => {
    oneLine(scratch, 'photos/a.png')
    const wrong = ['--formats', 'docx', '--shard', '3/2', '--slots', '0', '--deskew', 'maybe']
    const ended = await cli(scratch, 'run', 'photos', ...wrong)
    expect(ended).toMatchObject({ code: 2, stdout: '' })
    for (const name of ['formats', 'shard', 'slots', 'deskew'])
      expect(ended.stderr).toMatch(new RegExp(`^Input \`${name}\` `, 'm'))
    expect(existsSync(join(scratch.work, 'ocr-results'))).toBe(false)
  })

  test('is empty tables and exit code 0 if there are no images', async () => {
    mkdirSync(join(scratch.work, 'photos'))
    const ended = await cli(scratch, 'run', 'photos')
    expect(ended.code).toBe(0)
    expect(ended.stderr).toContain('Warning: There is no image to read, so there is nothing to do.')
    expect(readFileSync(join(scratch.work, 'ocr-results/results.jsonl'), 'utf8')).toBe('')
  })
})

describe('plan', () => {
  test('divides the images in the same way each time, in text and JSON, and reads none', async () => {
    manyLines(scratch, 'photos', 30)
    badImages(scratch, 'photos', 2)
    const plan = async (...args: string[]) =>
      cli(scratch, 'plan', 'photos', '--slots', '4', ...args)
    const [first, second] = [await plan('--json'), await plan('--json')]
    expect(first.code).toBe(0)
    expect(second.stdout).toBe(first.stdout)
    const planned = JSON.parse(first.stdout)
    expect(planned).toMatchObject({ images: 32, slots: 4 })
    expect(planned.refused).toMatchObject([
      { image: 'photos/bad-00.png', code: 'unreadable-image' },
      { image: 'photos/bad-01.png', code: 'unreadable-image' }
    ])
    const paths: string[] = planned.partitions.flatMap(({ images }: { images: string[] }) => images)
    expect(new Set(paths).size).toBe(30)
    expect(paths).toHaveLength(30)

    const table = await plan()
    expect(table.stdout).toMatch(/^task +images +bytes +seconds +first image$/m)
    expect(table.stdout).toMatch(/^task-0001 +\d+ +\d+ +[\d.]+ +photos\/line-\d+\.png$/m)
    expect(table.stdout).toMatch(/^30 images in \d+ tasks on 4 slots: about /m)
    expect(existsSync(join(scratch.work, 'ocr-results'))).toBe(false)
  })

  test('makes the given number of partitions, of all images or of a shard', async () => {
    manyLines(scratch, 'photos', 20)
    const plan = async (...args: string[]) =>
      JSON.parse((await cli(scratch, 'plan', 'photos', '--json', ...args)).stdout)
    expect((await plan('--partitions', '7')).partitions).toHaveLength(7)
    expect((await plan('--partitions', '1')).partitions).toHaveLength(1)
    const shards = await Promise.all(['1/3', '2/3', '3/3'].map((shard) => plan('--shard', shard)))
    expect(shards.reduce((sum, { images }) => sum + images, 0)).toBe(20)
  })
})

describe('doctor', () => {
  test('lists the installed programs', async () => {
    const found = JSON.parse((await cli(scratch, 'doctor', '--json')).stdout)
    expect(found).toMatchObject({
      ready: true,
      tesseract: { version: expect.stringMatching(/^\d/) },
      languages: expect.arrayContaining(['eng'])
    })
    const table = await cli(scratch, 'doctor')
    expect(table.code).toBe(0)
    expect(table.stdout).toMatch(/^Tesseract +\d\S* \(\/\S+\)$/m)
  })

  test('fails if something required is missing, with the command that installs it', async () => {
    const ended = await cli(scratch, 'doctor', '--languages', 'swa')
    expect(ended.code).toBe(3)
    expect(ended.stdout).toMatch(/run with --install, or: .*swa/)
  })
})

describe('--help', () => {
  test('lists every input with its default, examples and exit codes', async () => {
    const { stdout } = await cli(scratch, 'run', '--help')
    for (const key of inputKeys) {
      expect(stdout).toContain(`--${kebab(key)}`)
      const { fallback } = inputs[key]
      if (fallback !== '') expect(stdout.replace(/\s+/g, ' ')).toContain(`Default: ${fallback}.`)
    }
    const top = (await cli(scratch, '--help')).stdout
    expect(top).toMatch(/Examples:\n {2}# .+\n {2}\S+ \S*dist\/cli\/index\.js run photos\n/)
    expect(top).toContain('Exit codes: 0 done; 1 images failed')
    for (const command of ['run', 'plan', 'doctor'])
      expect(top).toMatch(new RegExp(`^ +${command} `, 'm'))
  })

  test('is mentioned in usage errors', async () => {
    const { stderr } = await cli(scratch, 'run', '--no-such-option')
    expect(stderr).toMatch(/unknown option '--no-such-option'/)
    expect(stderr).toContain('--help')
  })
})
