import { readFileSync, rmSync } from 'node:fs'
import { run } from '../../lib/process.ts'
import { FORMAT_FILES, type Format } from '../../results/records.ts'
import { ImageFailure, lastWords } from '../failure.ts'
import {
  failureIn,
  type PageReading,
  pageReading,
  type ReadingOptions,
  type Recognition,
  readingArguments
} from '../recognition.ts'
import type { Toolbox } from '../toolbox.ts'
import type { Workspace } from '../workspace.ts'

/** Page segmentation mode 0 tells how the page lies and reads nothing. */
const ORIENTATION_ONLY = 0

/**
 * Reads an image by a Tesseract process of its own: several pages at once, and every format in one recognition.
 *
 * An image of one page goes in as a list of one path. Given as an argument, a file that Tesseract's image library does
 * not know would be taken for a list of paths itself, and those would be read.
 *
 * @throws ImageFailure where it cannot be read; the signal's reason where it fires
 */
export async function readByOwnProcess(
  image: { readonly path: string; readonly pages: number },
  formats: readonly Format[],
  options: ReadingOptions,
  {
    toolbox,
    workspace,
    signal
  }: { readonly toolbox: Toolbox; readonly workspace: Workspace; readonly signal: AbortSignal }
): Promise<Recognition> {
  const base = workspace.fresh('own')
  const wanted = [...new Set<Format>(['txt', 'tsv', ...formats])]
  const single = image.pages === 1
  const args = [
    single ? '-' : image.path,
    base,
    ...readingArguments(options),
    ...(single ? ['-c', 'stream_filelist=true'] : []),
    ...wanted
  ]
  try {
    const ended = await run(toolbox.tesseract?.path ?? 'tesseract', args, {
      env: toolbox.env,
      signal,
      ...(single ? { input: `${image.path}\n` } : {})
    })
    const failure = failureIn(ended.stderr)
    if (failure) throw failure
    // It names a path where it took the file for a list: the image is not what it was when it was found.
    if (!single && /^Page \d+ : /m.test(ended.stderr))
      throw new ImageFailure('unreadable-image', 'The file was changed while it was read.')
    if (
      options.pageSegmentationMode === ORIENTATION_ONLY &&
      /Too few characters/.test(ended.stderr)
    )
      return nothing
    if (ended.code !== 0)
      throw new ImageFailure(
        'engine-failed',
        `Tesseract failed (${ended.signal ?? `exit code ${ended.code}`}): ${lastWords(ended.stderr)}`
      )
    if (options.pageSegmentationMode === ORIENTATION_ONLY) return orientationOnly(base)
    const made = Object.fromEntries(
      wanted.map((format) => [format, whole(base, format)])
    ) as Record<Format, Buffer>
    return {
      pages: pagesOf(made.txt, made.tsv.toString('utf8'), ended.stderr, image.pages),
      files: made
    }
  } finally {
    for (const { extension } of [...Object.values(FORMAT_FILES), { extension: '.osd' }])
      rmSync(`${base}${extension}`, { force: true })
  }
}

/** A page with too few letters to tell how it lies. */
const nothing: Recognition = {
  pages: [{ text: Buffer.alloc(0), tsv: '', words: [], estimatedDpi: null }],
  files: {}
}

/** Where Tesseract read no text by design, what it says of the page's orientation is the text. */
function orientationOnly(base: string): Recognition {
  const text = readFileSync(`${base}.osd`)
  return { pages: [{ text, tsv: '', words: [], estimatedDpi: null }], files: {} }
}

/** How a whole file of a format ends; a file that was cut short by a full disk does not. */
const CLOSINGS: Readonly<Partial<Record<Format, RegExp>>> = {
  hocr: /<\/html>\s*$/,
  alto: /<\/alto>\s*$/,
  pdf: /%%EOF\s*$/
}

function whole(base: string, format: Format): Buffer {
  let file: Buffer
  try {
    file = readFileSync(`${base}${FORMAT_FILES[format].extension}`)
  } catch (cause) {
    throw new ImageFailure('engine-failed', `Tesseract ended well and wrote no ${format} file.`, {
      cause
    })
  }
  if (CLOSINGS[format]?.test(file.subarray(-64).toString('latin1')) === false) {
    throw new ImageFailure(
      'engine-failed',
      `Tesseract's ${format} file ends early. Is the disk of the temporary folder full?`
    )
  }
  return file
}

function pagesOf(text: Buffer, table: string, stderr: string, pages: number): PageReading[] {
  const texts = divided(text)
  const said = stderr.split(/^Page \d+.*$/m).slice(1)
  if (texts.length < pages) {
    throw new ImageFailure(
      'unreadable-image',
      `Tesseract read ${texts.length} of ${pages} pages: ${lastWords(stderr)}.`
    )
  }
  return texts.map((own, index) => pageReading(own, table, index + 1, said[index] ?? ''))
}

/** A form feed stands between the texts of two pages. */
function divided(text: Buffer): Buffer[] {
  const parts: Buffer[] = []
  let from = 0
  for (let at = text.indexOf(0x0c); at !== -1; at = text.indexOf(0x0c, from)) {
    parts.push(text.subarray(from, at))
    from = at + 1
  }
  return [...parts, text.subarray(from)]
}

/** The texts of pages as one, as Tesseract joins them. */
export const joined = (pages: readonly PageReading[]): Buffer =>
  Buffer.concat(
    pages.flatMap(({ text }, index) => (index === 0 ? [text] : [Buffer.from('\f'), text]))
  )
