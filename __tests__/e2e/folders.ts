import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseRow, type Row } from '../../src/results/row.ts'
import { ROOT, type Scratch } from '../support/command.ts'
import { drawPage, pngChunk } from '../support/images.ts'

/** The samples of the repository. */
export const SAMPLES = join(ROOT, 'samples')

/** Names of the images among the samples. */
export const sampleImages = readdirSync(SAMPLES)
  .filter((name) => /\.(png|jpg|tif|webp)$/.test(name))
  .sort()

/** Copies the samples and their known texts into the folder `samples` of a workspace. */
export function copySamples({ work }: Scratch): void {
  mkdirSync(join(work, 'samples'))
  for (const name of readdirSync(SAMPLES))
    copyFileSync(join(SAMPLES, name), join(work, 'samples', name))
}

const SOME_SAMPLES = ['pointer.jpg', 'screen.webp', 'truncated.png', 'two-pages.tif']
const LINES = ['a', 'b', 'c', 'd', 'meter_+254712345678_2026-11-02']

/** Names of the images that `copySome` writes. */
export const someImages = [
  'blank.png',
  ...SOME_SAMPLES,
  ...LINES.map((line) => `${line}.png`)
].sort()

/**
 * Writes images that Tesseract reads quickly: five lines, a blank one, a screenshot that has to be converted, two pages,
 * a damaged image, and one that is not an image.
 */
export function copySome(scratch: Scratch, folder: string): void {
  for (const line of LINES) oneLine(scratch, `${folder}/${line}.png`, `Line ${line} of the book`)
  oneLine(scratch, `${folder}/blank.png`, ' ')
  for (const name of SOME_SAMPLES)
    copyFileSync(join(SAMPLES, name), join(scratch.work, folder, name))
}

/** Images of one line by their text: each is drawn once. */
const drawings = new Map<string, Buffer>()

function drawingOf(text: string, tmp: string): Buffer {
  const known = drawings.get(text)
  if (known) return known
  const file = join(tmp, `drawing-${drawings.size}.png`)
  const drawing = readFileSync(drawPage(file, text))
  rmSync(file)
  drawings.set(text, drawing)
  return drawing
}

/** Writes images of one line each into a folder: a few drawings, and different bytes in every file. */
export function manyLines({ work, tmp }: Scratch, folder: string, count: number, kinds = 10): void {
  mkdirSync(join(work, folder), { recursive: true })
  for (let index = 0; index < count; index++) {
    const text = `Reading ${1000 + (index % kinds) * 37} of the well`
    const name = `line-${String(index).padStart(5, '0')}.png`
    writeFileSync(join(work, folder, name), stamped(drawingOf(text, tmp), String(index)))
  }
}

/** Paths of the images that `manyLines` writes, in order. */
export const linePaths = (folder: string, count: number): string[] =>
  Array.from(
    { length: count },
    (_, index) => `${folder}/line-${String(index).padStart(5, '0')}.png`
  )

/** Writes one image of one line. */
export function oneLine(
  { work, tmp }: Scratch,
  path: string,
  text = 'Reading 427 of the well'
): void {
  mkdirSync(dirname(join(work, path)), { recursive: true })
  writeFileSync(join(work, path), drawingOf(text, tmp))
}

/** Writes files that are named like images but are not images. */
export function badImages({ work }: Scratch, folder: string, count: number): void {
  mkdirSync(join(work, folder), { recursive: true })
  for (let index = 0; index < count; index++)
    writeFileSync(join(work, folder, `bad-${String(index).padStart(2, '0')}.png`), 'no image')
}

/** The same image with a comment in the file, so that the bytes differ. */
const stamped = (png: Buffer, comment: string): Buffer =>
  Buffer.concat([
    png.subarray(0, -12),
    pngChunk('tEXt', Buffer.from(`Comment\0${comment}`, 'latin1')),
    png.subarray(-12)
  ])

/** Paths of all files below a folder, sorted. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

/** The rows of a results folder. */
export const rowsOf = (results: string): Row[] =>
  readFileSync(join(results, 'results.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const row = parseRow(line)
      if (row === null) throw new Error(`This line is not a row: ${line}`)
      return row
    })

/** The number of rows that a run has written so far. */
export function rowsSoFar(results: string): number {
  try {
    return readFileSync(join(results, 'results.jsonl'), 'utf8').split('\n').length - 1
  } catch {
    return 0
  }
}
