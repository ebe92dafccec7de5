import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Azurite } from '../support/azurite.ts'
import { Scratch } from '../support/command.ts'
import { type ResultsService, startResultsService } from '../support/results-service.ts'
import { commandsIn, runMain, type Step } from '../support/runner.ts'
import { storageAccount } from '../support/shared-azurite.ts'
import { badImages, filesBelow, oneLine, rowsOf } from './folders.ts'

/** File names that could be taken for commands of the runner, shell commands, HTML, or Markdown. */
const NAMES = [
  'say "cheese".png',
  "it's.png",
  'two\nlines.png',
  '::error::first in line.png',
  'then\n::error::second line.png',
  'then\r::set-output name=images::99.png',
  '##[error]anywhere.png',
  'before ##[add-mask]text.png',
  '<script>alert(1)<∕script>.png',
  '<img src=x onerror=alert(1)>.png',
  'a|b|c.png',
  '`code` **bold** [link](http:⁄⁄example.org).png',
  '📷 mètre №1.png',
  '%0A::error::percent.png',
  '-dash.png',
  '$(touch pwned).png',
  '\u202egnp.drowssap.png',
  '\u001b[31mred.png',
  '{{ secrets.TOKEN }}.png',
  ' space .png'
]

let azurite: Azurite
let service: ResultsService
let scratch: Scratch
let step: Step
beforeAll(async () => {
  azurite = await storageAccount()
  service = await startResultsService(azurite)
  scratch = new Scratch()
  badImages(scratch, 'images', NAMES.length)
  NAMES.forEach((name, index) => {
    const bad = join(scratch.work, 'images', `bad-${String(index).padStart(2, '0')}.png`)
    // Every second image can be read, so that both texts and failures have such names.
    if (index % 2 === 0) oneLine(scratch, `images/bad-${String(index).padStart(2, '0')}.png`)
    renameSync(bad, join(scratch.work, 'images', name))
  })
  step = await runMain({ scratch, service }, { 'fail-on': 'never' })
})
afterAll(async () => {
  scratch[Symbol.dispose]()
  await service.stop()
})

test('Images of any name are read, or reported as failed, by their names', () => {
  expect(step.code).toBe(0)
  const rows = rowsOf(join(scratch.work, 'ocr-results'))
  expect(new Set(rows.map(({ image }) => image))).toEqual(
    new Set(NAMES.map((name) => `images/${name}`))
  )
  expect(rows.filter(({ status }) => status === 'recognized')).toHaveLength(NAMES.length / 2)
  expect(filesBelow(scratch.work).filter((path) => path.includes('pwned'))).toEqual(
    expect.not.arrayContaining(['pwned'])
  )
})

test('No name becomes a workflow command', () => {
  const allowed = ['group', 'endgroup', 'error', 'warning', 'debug', 'add-mask']
  const commands = commandsIn(step.stdout)
  expect(commands.filter(({ name }) => !allowed.includes(name))).toEqual([])
  for (const { name, message } of commands) {
    if (name === 'error') expect(message).toMatch(/^images\/|^\d+ more images failed/)
    if (name === 'group')
      expect(['Images', 'Programs', 'Plan', 'Reading', 'Delivery']).toContain(message)
    if (name === 'add-mask') expect(message).not.toContain('text.png')
  }
  expect(commands.filter(({ name }) => name === 'error').length).toBeLessThanOrEqual(10)
})

test('Control characters and direction marks in names are not in the log', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
  expect(step.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/)
})

test('Both artifacts are uploaded, with file names that artifacts can have', async () => {
  const folder = join(scratch.folder, 'text')
  await service.download('ocr-text', folder)
  const texts = filesBelow(folder).filter((path) => path.startsWith('text/'))
  expect(texts).toHaveLength(NAMES.length / 2)
  for (const path of texts) expect(path).not.toMatch(/["<>:|*?\r\n\\]/)
  await service.download('ocr-metadata', join(scratch.folder, 'metadata'))
  expect(step.stdout).toContain('In the artifact, they are replaced by %25XX')
})

test('The summary shows names as text: not as markup, links, or table cells', () => {
  expect(step.summary).not.toMatch(/<script|<img|\]\(http:⁄|\*\*bold/)
  expect(step.summary).toContain('10 of 20 images were read, 10 failed')
  const table = step.summary.split('\n').filter((line) => line.startsWith('| <code>images/'))
  const widths = new Set(table.map((line) => line.split('|').length))
  expect(table.length).toBeGreaterThanOrEqual(10)
  expect([...widths].every((width) => width === 5 || width === 6)).toBe(true)
})
