import { readFileSync, rmSync } from 'node:fs'
import { run } from '../../lib/process.ts'
import { FORMAT_FILES, type Format } from '../../results/records.ts'
import type { PageReading, PreparedImage, Recognition } from '../engine.ts'
import { ImageFailure, lastWords } from '../failure.ts'
import type { Toolbox } from '../toolbox.ts'
import type { Workspace } from '../workspace.ts'
import { ORIENTATION_ONLY } from './models.ts'
import { failureIn, pageReading, type ReadingOptions, readingArguments } from './recognition.ts'

/**
 * Reads an image with a Tesseract process of its own: several pages at once, and all formats in one pass.
 *
 * The path of an image of one page is passed on standard input. If it were an argument, and the file were in a format
 * that Tesseract's image library does not recognize, Tesseract would take the file for a list of paths and read those.
 *
 * @throws ImageFailure if the image cannot be read; the signal's reason when it fires
 */
export async function readByOwnProcess(
  image: PreparedImage,
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
    // Tesseract names a path if it took the file for a list: the image has changed since it was found.
    if (!single && /^Page \d+ : /m.test(ended.stderr))
      throw new ImageFailure('unreadable-image', 'The file was changed while it was read.')
    const isOrientationOnly = options.pageSegmentationMode === ORIENTATION_ONLY
    if (isOrientationOnly && /Too few characters/.test(ended.stderr))
      return onePage(Buffer.alloc(0))
    if (ended.code !== 0)
      throw new ImageFailure(
        'engine-failed',
        `Tesseract failed (${ended.signal ?? `exit code ${ended.code}`}): ${lastWords(ended.stderr)}`
      )
    if (isOrientationOnly) return onePage(readFileSync(`${base}.osd`))
    const files = Object.fromEntries(
      wanted.map((format) => [format, completeFile(base, format)])
    ) as Record<Format, Buffer>
    return {
      pages: pagesOf(files.txt, files.tsv.toString('utf8'), ended.stderr, image.pages),
      files
    }
  } finally {
    for (const { extension } of [...Object.values(FORMAT_FILES), { extension: '.osd' }])
      rmSync(`${base}${extension}`, { force: true })
  }
}

/** The result of detecting the orientation: Tesseract's report is the text, and there are no words. */
const onePage = (text: Buffer): Recognition => ({
  pages: [{ text, tsv: '', words: [], estimatedDpi: null }],
  files: {}
})

/** How a complete file of a format ends; a file that was cut short by a full disk ends differently. */
const CLOSINGS: Readonly<Partial<Record<Format, RegExp>>> = {
  hocr: /<\/html>\s*$/,
  alto: /<\/alto>\s*$/,
  pdf: /%%EOF\s*$/
}

function completeFile(base: string, format: Format): Buffer {
  let file: Buffer
  try {
    file = readFileSync(`${base}${FORMAT_FILES[format].extension}`)
  } catch (cause) {
    throw new ImageFailure(
      'engine-failed',
      `Tesseract reported success but wrote no ${format} file.`,
      { cause }
    )
  }
  if (CLOSINGS[format]?.test(file.subarray(-64).toString('latin1')) === false) {
    throw new ImageFailure(
      'engine-failed',
      `Tesseract's ${format} file is incomplete. Is the disk of the temporary folder full?`
    )
  }
  return file
}

function pagesOf(text: Buffer, table: string, stderr: string, pages: number): PageReading[] {
  const texts = splitAtFormFeeds(text)
  const messages = stderr.split(/^Page \d+.*$/m).slice(1)
  if (texts.length < pages) {
    throw new ImageFailure(
      'unreadable-image',
      `Tesseract read ${texts.length} of ${pages} pages: ${lastWords(stderr)}.`
    )
  }
  return texts.map((own, index) => pageReading(own, table, index + 1, messages[index] ?? ''))
}

function splitAtFormFeeds(text: Buffer): Buffer[] {
  const parts: Buffer[] = []
  let from = 0
  for (let at = text.indexOf(0x0c); at !== -1; at = text.indexOf(0x0c, from)) {
    parts.push(text.subarray(from, at))
    from = at + 1
  }
  return [...parts, text.subarray(from)]
}
