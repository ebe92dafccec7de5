import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { extname } from 'node:path'
import type { RowError } from '../results/row.ts'
import { type Bytes, withBytes } from './bytes.ts'
import { namesAnImage, type Sniffed, sniff } from './format.ts'
import { type Header, readHeader } from './header.ts'
import type { Selected } from './select.ts'

/** One image as found: who it is, what its header says, or why it cannot be read. */
export interface SourceImage {
  /** Relative, with forward slashes: the name by which everything speaks of it. */
  readonly path: string
  /** Absolute; a Buffer where the name is not UTF-8. */
  readonly file: string | Buffer
  readonly bytes: number
  /** `sha256:` and the digest of its bytes; null where they could not be read. */
  readonly identity: string | null
  /** Null where there is a `problem` with it. */
  readonly header: Header | null
  /** Why it will not be read; null where it will. */
  readonly problem: RowError | null
}

const UNREAD = { bytes: 0, identity: null, header: null } as const

/**
 * Looks at one file of the folder.
 *
 * @returns the image; null where the file is none and does not claim to be one by its name
 */
export async function inspect(selected: Selected, maxPixels: number): Promise<SourceImage | null> {
  const { path, file } = selected
  const claims = selected.named || namesAnImage(path)
  if (selected.kind !== 'file') {
    return claims ? { path, file, ...UNREAD, problem: notRegular(selected) } : null
  }
  try {
    const seen = withBytes(file, (bytes) => look(bytes, claims))
    if (seen === null) return null
    const { length, sniffed, header } = seen
    return {
      path,
      file,
      bytes: length,
      identity: seen.identity ?? (await streamedIdentity(file)),
      header: typeof header === 'string' ? null : header,
      problem: problemOf(sniffed, header, length, path, maxPixels)
    }
  } catch (error) {
    return claims ? { path, file, ...UNREAD, problem: unopened(path, error) } : null
  }
}

/** What the bytes say; null where they are no image and the name does not claim one. */
function look(bytes: Bytes, claims: boolean) {
  const sniffed = sniff(bytes)
  if (sniffed.kind !== 'image' && !claims) return null
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

/** Files up to this size are hashed while they are open; larger ones as a stream, so that memory stays flat. */
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
      message: `${path} is empty: it has no bytes. Add the image again.`
    }
  if (sniffed.kind === 'git-lfs-pointer') {
    return {
      code: 'git-lfs-pointer',
      message: `${path} is a Git LFS pointer, not the image: check out with \`lfs: true\`, or run \`git lfs pull\`.`
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

/** Formats without a sure signature are told by their name; everything else that claims to be an image is not one. */
function misnamed(path: string): RowError {
  const extension = extname(path).slice(1).toLowerCase()
  if (/^(ico|tga|xcf|dng|cr[23]|nef|arw|orf|rw2|raw|e?ps|svgz)$/.test(extension)) {
    return unsupported(path, extension.toUpperCase())
  }
  return {
    code: 'unreadable-image',
    message: `${path} is not an image: its first bytes are those of no image format that is read here.`
  }
}

const unsupported = (path: string, format: string): RowError => ({
  code: 'unsupported-format',
  message: `${path} is ${format}, which is not read here; convert it to PNG, JPEG or TIFF.`
})

const notRegular = ({ path, kind }: Selected): RowError => ({
  code: 'unreadable-image',
  message:
    kind === 'escape'
      ? `${path} is a link that leaves its folder or leads nowhere; it was not followed. Put the image itself there.`
      : `${path} is not a regular file; it was not opened.`
})

function unopened(path: string, error: unknown): RowError {
  const code = (error as NodeJS.ErrnoException).code ?? String(error)
  const cure = code === 'EACCES' ? ' Give this user the permission to read it.' : ''
  return { code: 'unreadable-image', message: `${path} could not be opened (${code}).${cure}` }
}
