import type { Bytes } from './bytes.ts'

/** The formats of images that can be read, recognized by their first bytes. */
export type ImageFormat =
  | 'png'
  | 'jpeg'
  | 'tiff'
  | 'bigtiff'
  | 'gif'
  | 'bmp'
  | 'webp'
  | 'pnm'
  | 'jp2'
  | 'j2k'
  | 'heic'
  | 'avif'
  | 'pdf'

/** Formats that are recognized by their first bytes but cannot be read. */
export type ForeignFormat = 'psd' | 'jxl' | 'djvu' | 'svg'

/** The kind of a file: an image, a format that cannot be read, a Git LFS pointer to an image, or none of these. */
export type Sniffed =
  | { readonly kind: 'image'; readonly format: ImageFormat }
  | { readonly kind: 'foreign'; readonly format: ForeignFormat }
  | { readonly kind: 'git-lfs-pointer' }
  | { readonly kind: 'unknown' }

const LFS_POINTER = 'version https://git-lfs.github.com/spec/v1\n'
const JP2_SIGNATURE = Buffer.from([0, 0, 0, 12, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a])
const JXL_SIGNATURE = Buffer.from([0, 0, 0, 12, 0x4a, 0x58, 0x4c, 0x20, 0x0d, 0x0a, 0x87, 0x0a])

const signatures: readonly [ImageFormat, (head: Buffer, length: number) => boolean][] = [
  ['png', (head) => startsWith(head, '\x89PNG\r\n\x1a\n')],
  ['jpeg', (head) => startsWith(head, '\xff\xd8\xff')],
  ['tiff', (head) => startsWith(head, 'II*\0') || startsWith(head, 'MM\0*')],
  ['bigtiff', (head) => startsWith(head, 'II+\0') || startsWith(head, 'MM\0+')],
  ['gif', (head) => startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a')],
  ['webp', (head) => startsWith(head, 'RIFF') && head.toString('latin1', 8, 12) === 'WEBP'],
  ['bmp', isBmp],
  ['pnm', isPnm],
  ['jp2', (head) => head.subarray(0, 12).equals(JP2_SIGNATURE)],
  ['j2k', (head) => startsWith(head, '\xff\x4f\xff\x51')],
  ['avif', (head) => brands(head).some((brand) => brand === 'avif' || brand === 'avis')],
  ['heic', (head) => brands(head).some((brand) => /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand))],
  ['pdf', (head) => startsWith(head, '%PDF-')]
]

/** Detects what a file is by its first bytes, never by its name. */
export function sniff(bytes: Bytes): Sniffed {
  const head = bytes.at(0, 512)
  const found = signatures.find(([, matches]) => matches(head, bytes.length))
  if (found) return { kind: 'image', format: found[0] }
  if (startsWith(head, LFS_POINTER) && bytes.length <= 1024) return { kind: 'git-lfs-pointer' }
  const foreign = foreignFormat(head)
  return foreign ? { kind: 'foreign', format: foreign } : { kind: 'unknown' }
}

function foreignFormat(head: Buffer): ForeignFormat | null {
  if (startsWith(head, '8BPS')) return 'psd'
  if (startsWith(head, '\xff\x0a') || head.subarray(0, 12).equals(JXL_SIGNATURE)) return 'jxl'
  if (startsWith(head, 'AT&TFORM')) return 'djvu'
  if (
    /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/.test(
      head.toString('latin1')
    )
  ) {
    return 'svg'
  }
  return null
}

const startsWith = (head: Buffer, signature: string): boolean =>
  head.toString('latin1', 0, signature.length) === signature

/** Two letters prove nothing: the reserved fields must also be zero, and the header's size a known one. */
function isBmp(head: Buffer): boolean {
  return (
    startsWith(head, 'BM') &&
    head.length >= 26 &&
    head.readUInt32LE(6) === 0 &&
    [12, 40, 52, 56, 64, 108, 124].includes(head.readUInt32LE(14))
  )
}

/** `P1` to `P6` must be followed by a width and a height, perhaps with comments; otherwise any text could match. */
function isPnm(head: Buffer): boolean {
  return /^P[1-6](\s+(#[^\n]*\n\s*)*)\d{1,9}(\s+(#[^\n]*\n\s*)*)\d{1,9}\s/.test(
    head.toString('latin1')
  )
}

/** The brands of an ISO base media file, which are all that distinguishes HEIC from AVIF. */
function brands(head: Buffer): string[] {
  if (head.length < 16 || head.toString('latin1', 4, 8) !== 'ftyp') return []
  const end = Math.min(head.length, head.readUInt32BE(0))
  const found = [head.toString('latin1', 8, 12)]
  for (let at = 16; at + 4 <= end; at += 4) found.push(head.toString('latin1', at, at + 4))
  return found
}

const IMAGE_NAME =
  /\.(png|jpe?g|jpe|jfif|tiff?|gif|bmp|dib|webp|p[bgpn]m|pam|jp2|j2k|j2c|jpf|jpx|jpc|hei[cf]|hif|avif|pdf|psd|svgz?|ico|tga|xcf|dng|cr[23]|nef|arw|orf|rw2|raw|e?ps|jxl|djvu?)$/i

/** Whether a file is named like an image. If it is not one, its row says so, instead of being skipped silently. */
export const isNamedLikeImage = (name: string): boolean => IMAGE_NAME.test(name)
