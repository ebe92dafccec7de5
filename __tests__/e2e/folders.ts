import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseRow, type Row } from '../../src/results/row.ts'
import { ROOT, type Scratch } from '../support/command.ts'
import { drawPage, pngChunk } from '../support/images.ts'

/** The samples, as they lie in the repository. */
export const SAMPLES = join(ROOT, 'samples')

/** Names of the images among the samples. */
export const sampleImages = readdirSync(SAMPLES)
  .filter((name) => /\.(png|jpg|tif|webp)$/.test(name))
  .sort()

/** Copies the samples into the folder `samples` of a workspace, truths and all. */
export function copySamples({ work }: Scratch): void {
  mkdirSync(join(work, 'samples'))
  for (const name of readdirSync(SAMPLES))
    copyFileSync(join(SAMPLES, name), join(work, 'samples', name))
}

/** Draws some images of one line each and writes `count` images, each with bytes of its own, into a folder. */
export function manyLines({ work, tmp }: Scratch, folder: string, count: number, kinds = 10): void {
  mkdirSync(join(work, folder), { recursive: true })
  const drawings = Array.from({ length: Math.min(kinds, count) }, (_, kind) =>
    readFileSync(drawPage(join(tmp, `kind-${kind}.png`), `Reading ${1000 + kind * 37} of the well`))
  )
  for (let index = 0; index < count; index++) {
    const png = drawings[index % drawings.length] as Buffer
    const name = `line-${String(index).padStart(5, '0')}.png`
    writeFileSync(join(work, folder, name), stamped(png, String(index)))
  }
}

/** Draws one image of one line. */
export function oneLine({ work }: Scratch, path: string, text = 'Reading 427 of the well'): void {
  mkdirSync(dirname(join(work, path)), { recursive: true })
  drawPage(`png:${join(work, path)}`, text)
}

/** Writes files that claim to be images and are none. */
export function badImages({ work }: Scratch, folder: string, count: number): void {
  mkdirSync(join(work, folder), { recursive: true })
  for (let index = 0; index < count; index++)
    writeFileSync(join(work, folder, `bad-${String(index).padStart(2, '0')}.png`), 'no image')
}

/** The same picture with a comment in it, so that its bytes are others. */
const stamped = (png: Buffer, comment: string): Buffer =>
  Buffer.concat([
    png.subarray(0, -12),
    pngChunk('tEXt', Buffer.from(`Comment\0${comment}`, 'latin1')),
    png.subarray(-12)
  ])

/** Every file below a folder, by its path with forward slashes, sorted. */
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
      if (row === null) throw new Error(`This line is no row: ${line}`)
      return row
    })

/** How many rows a run has written so far. */
export function rowsSoFar(results: string): number {
  try {
    return readFileSync(join(results, 'results.jsonl'), 'utf8').split('\n').length - 1
  } catch {
    return 0
  }
}
