import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { extname } from 'node:path'
import type { RowError } from '../results/row.ts'
import { type Bytes, withBytes } from './bytes.ts'
import { isNamedLikeImage, type Sniffed, sniff } from './format.ts'
import { type Header, readHeader } from './header.ts'
import type { Selected } from './select.ts'

/** An image as found: its identity and header, or why it cannot be read. */
export interface SourceImage {
  /** Relative, with forward slashes: its name in rows, records and messages. */
  readonly path: string
  /** Absolute; a Buffer if the name is not UTF-8. */
  readonly file: string | Buffer
  readonly bytes: number
  /** `sha256:` and the digest of its bytes; null if they could not be read. */
  readonly identity: string | null
  /** Null if there is a `problem`. */
  readonly header: Header | null
  /** Why it will not be read; null if it will. */
  readonly problem: RowError | null
}

const UNREAD = { bytes: 0, identity: null, header: null } as const

/**
 * Inspects one file of the folder.
 *
 * @returns the image; null if the file is not an image and is not named like one
 */
export async function inspect(selected: Selected, maxPixels: number): Promise<SourceImage | null> {
  const { path, file } = selected
  const isExpected = selected.named || isNamedLikeImage(path)
  if (selected.kind !== 'file') {
    return isExpected ? { path, file, ...UNREAD, problem: notRegular(selected) } : null
  }
  try {
    const inspected = withBytes(file, (bytes) => inspectBytes(bytes, isExpected))
    if (inspected === null) return null
    const { length, sniffed, header } = inspected
    return {
      path,
      file,
      bytes: length,
      identity: inspected.identity ?? (await streamedIdentity(file)),
      header: typeof header === 'string' ? null : header,
      problem: problemOf(sniffed, header, length, path, maxPixels)
    }
  } catch (error) {
    return isExpected ? { path, file, ...UNREAD, problem: unopened(path, error) } : null
  }
}

/** What the bytes say; null if they are not an image and none is expected. */
function inspectBytes(bytes: Bytes, isExpected: boolean) {
  const sniffed = sniff(bytes)
  if (sniffed.kind !== 'image' && !isExpected) return null
  return {
    length: bytes.length,
    sniffed,
    header: sniffed.kind === 'image' ? headerOrReason(sniffed.format, bytes) : null,
    identity:
      bytes.length <= SMALL
        ? `sha256:${createHash('sha256').update(bytes.at(0, bytes.length)).digest('hex')}`
        : null
  }
}

/** Files up to this size are hashed while they are open; larger ones are streamed, to keep memory use flat. */
const SMALL = 4 * 1024 * 1024

async function streamedIdentity(file: string | Buffer): Promise<string> {
  const digest = createHash('sha256')
  for await (const chunk of createReadStream(file)) digest.update(chunk)
  return `sha256:${digest.digest('hex')}`
}

function headerOrReason(format: Header['format'], bytes: Bytes): Header | string {
  try {
    return readHeader(format, bytes)
  } catch (error) {
    return (error as Error).message
  }
}

function problemOf(
  sniffed: Sniffed,
  header: Header | string | null,
  length: number,
  path: string,
  maxPixels: number
): RowError | null {
  if (length === 0)
    return {
      code: 'unreadable-image',
      message: `${path} is empty (0 bytes). Add the image again.`
    }
  if (sniffed.kind === 'git-lfs-pointer') {
    return {
      code: 'git-lfs-pointer',
      message: `${path} is a Git LFS pointer, not the image. Run \`git lfs pull\`.`
    }
  }
  if (sniffed.kind === 'foreign') return unsupported(path, sniffed.format.toUpperCase())
  if (sniffed.kind === 'unknown') return misnamed(path)
  if (typeof header === 'string') {
    return {
      code: 'unreadable-image',
      message: `${path} has a damaged ${sniffed.format.toUpperCase()} header (${header}).`
    }
  }
  if (header && header.pixels > maxPixels) {
    return {
      code: 'too-large',
      message: `${path} has ${header.pixels} pixels, more than max-pixels (${maxPixels}); raise max-pixels to read it.`
    }
  }
  return null
}

/** Formats without a reliable signature are recognized by their extension; anything else is not an image. */
function misnamed(path: string): RowError {
  const extension = extname(path).slice(1).toLowerCase()
  if (/^(ico|tga|xcf|dng|cr[23]|nef|arw|orf|rw2|raw|e?ps|svgz)$/.test(extension)) {
    return unsupported(path, extension.toUpperCase())
  }
  return {
    code: 'unreadable-image',
    message: `${path} is not an image: its first bytes match no image format that can be read.`
  }
}

const unsupported = (path: string, format: string): RowError => ({
  code: 'unsupported-format',
  message: `${path} is ${format}, which cannot be read; convert it to PNG, JPEG or TIFF.`
})

const notRegular = ({ path, kind }: Selected): RowError => ({
  code: 'unreadable-image',
  message:
    kind === 'escape'
      ? `${path} is a broken link or a link out of its folder, so it was not followed. Replace it with the image itself.`
      : `${path} is not a regular file, so it was not opened.`
})

function unopened(path: string, error: unknown): RowError {
  const code = (error as NodeJS.ErrnoException).code ?? String(error)
  const remedy = code === 'EACCES' ? ' Give this user permission to read it.' : ''
  return { code: 'unreadable-image', message: `${path} could not be opened (${code}).${remedy}` }
}
