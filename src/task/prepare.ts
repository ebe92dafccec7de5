import { renameSync, rmSync } from 'node:fs'
import type { PreparedImage } from '../engine/engine.ts'
import {
  bindArguments,
  type Preparable,
  plainOperations,
  sourceArgument
} from '../engine/imagemagick/arguments.ts'
import { magick } from '../engine/imagemagick/magick.ts'
import { drawPages } from '../engine/poppler.ts'
import type { PrepareTools } from '../engine/prepare-tools.ts'
import { withBytes } from '../images/bytes.ts'
import type { ImageFormat } from '../images/format.ts'
import { type Header, readHeader } from '../images/header.ts'

/** Formats that Tesseract's image library does not support. */
const UNSUPPORTED: readonly ImageFormat[] = ['bigtiff', 'heic', 'avif', 'pdf']

/** Why an image must be converted to TIFF before Tesseract can read it; null if Tesseract reads it correctly as it is. */
export function reasonToPrepare(header: Header): string | null {
  if (UNSUPPORTED.includes(header.format))
    return `Tesseract cannot read ${header.format.toUpperCase()}`
  if (header.oddity) return `Tesseract cannot read ${header.oddity} TIFF`
  // Tesseract's image library applies the orientation of TIFF, and of no other format.
  if (header.orientation !== 1 && header.format !== 'tiff')
    return `the image is stored rotated (orientation ${header.orientation})`
  return null
}

/**
 * Converts an image to a TIFF that Tesseract reads correctly.
 *
 * @param operations additional ImageMagick operations, such as scaling
 * @param page the page to take, from 0; all pages if absent
 * @throws ImageFailure if the image cannot be converted, or a required program is not installed
 */
export async function prepare(
  source: Preparable,
  tools: PrepareTools,
  {
    operations = [],
    page
  }: { readonly operations?: readonly string[]; readonly page?: number } = {}
): Promise<PreparedImage> {
  const { header } = source
  if (header.format === 'pdf') return preparePdf(source.file, tools)
  const target = tools.workspace.fresh('prepared.tif')
  const input = sourceArgument(source, page, tools.workspace)
  await magick([input, ...plainOperations(header), ...operations, `tiff:${target}.part`], tools)
  renameSync(`${target}.part`, target)
  return { path: target, pages: page === undefined ? header.pages : 1 }
}

async function preparePdf(file: string | Buffer, tools: PrepareTools): Promise<PreparedImage> {
  const pages = await drawPages(file, tools)
  if (pages.length === 1) return { path: pages[0] as string, pages: 1 }
  const bound = await bind(pages, tools)
  for (const page of pages) rmSync(page)
  return bound
}

/** Joins TIFFs of one page each, in order. */
export async function bind(pages: readonly string[], tools: PrepareTools): Promise<PreparedImage> {
  const target = tools.workspace.fresh('bound.tif')
  await magick(bindArguments(pages, target), tools)
  return { path: target, pages: pages.length }
}

/** The header of a prepared image. */
export const preparedHeader = (path: string): Header =>
  withBytes(path, (bytes) => readHeader('tiff', bytes))
