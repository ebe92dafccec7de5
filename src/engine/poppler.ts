import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { run } from '../lib/process.ts'
import { ImageFailure, lastWords } from './failure.ts'
import type { PrepareTools } from './prepare-tools.ts'
import type { Program } from './toolbox.ts'
import { linked } from './workspace.ts'

/** Resolution at which the pages of a PDF are drawn: the one that Tesseract's models are trained for. */
const PDF_DPI = 300

/** PDF measures pages in points. */
const POINTS_PER_INCH = 72

/**
 * Draws the pages of a PDF.
 *
 * @returns a TIFF per page, in order
 * @throws ImageFailure if it cannot be drawn, is too large, or poppler is not installed
 */
export async function drawPages(file: string | Buffer, tools: PrepareTools): Promise<string[]> {
  const { toolbox, workspace, signal } = tools
  if (!toolbox.poppler) {
    throw new ImageFailure(
      'unsupported-format',
      'PDFs are drawn by poppler, which is not installed; install poppler-utils.'
    )
  }
  const source = linked(file, workspace)
  await assertDrawable(source, toolbox.poppler, tools)
  const base = workspace.fresh('page')
  const args = ['-r', String(PDF_DPI), '-gray', '-tiff', '-tiffcompression', 'none', source, base]
  const ended = await run(toolbox.poppler.path, args, { env: toolbox.env, signal })
  const pages = drawnPages(base)
  if (ended.code !== 0 || pages.length === 0) throw notDrawn(ended.stderr)
  return pages
}

/** Counts the pixels before any is drawn: a file of a few bytes can have pages that are meters wide. */
async function assertDrawable(
  source: string,
  poppler: Program,
  { toolbox, signal, maxPixels }: PrepareTools
): Promise<void> {
  const pdfinfo = join(dirname(poppler.path), basename(poppler.path).replace('pdftoppm', 'pdfinfo'))
  const info = await run(pdfinfo, ['-f', '1', '-l', '-1', source], { env: toolbox.env, signal })
  if (info.code !== 0) throw notDrawn(info.stderr)
  const scale = (PDF_DPI / POINTS_PER_INCH) ** 2
  const sizes = [
    ...info.stdout.toString().matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts/gm)
  ]
  const pixels = Math.ceil(
    sizes.reduce((sum, [, width, height]) => sum + Number(width) * Number(height) * scale, 0)
  )
  if (pixels > maxPixels) {
    throw new ImageFailure(
      'too-large',
      `The PDF's ${sizes.length} pages have ${pixels} pixels at ${PDF_DPI} dpi, more than \`max-pixels\` (${maxPixels}); raise \`max-pixels\`, or split the PDF.`
    )
  }
}

const notDrawn = (stderr: string): ImageFailure =>
  new ImageFailure('unreadable-image', `poppler could not draw the PDF: ${lastWords(stderr)}.`)

function drawnPages(base: string): string[] {
  return readdirSync(dirname(base))
    .filter((name) => name.startsWith(`${basename(base)}-`))
    .sort()
    .map((name) => join(dirname(base), name))
}
