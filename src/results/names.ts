import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { FORMAT_FILES, type Format } from './records.ts'

/**
 * The longest file name that every common file system allows (ext4, APFS, NTFS), in bytes, less room for the extension
 * of a temporary file.
 */
const LONGEST_NAME = 240

/** The path of an image's file of one format within the results folder, with forward slashes. */
export function outputPath(format: Format, image: string): string {
  const { folder, extension } = FORMAT_FILES[format]
  const name = basename(image)
  const fits = Buffer.byteLength(name + extension) <= LONGEST_NAME
  const file = (fits ? name : shortened(name)) + extension
  return [folder, ...image.split('/').slice(0, -1), file].join('/')
}

/** A digest of the whole name replaces its end, so that two long names never become one. */
function shortened(name: string): string {
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 12)
  let kept = name
  while (Buffer.byteLength(kept) > LONGEST_NAME - 24) kept = kept.slice(0, -1)
  return `${kept}~${digest}`
}

/** Whether an id is safe as the file name of a task, node or log record; all of our own are. */
export const isRecordName = (id: string): boolean => /^\w[\w.-]{0,127}$/.test(id)

/** Whether an image's path stays below the folder it is joined to. */
export const isPlainPath = (path: string): boolean =>
  !path.includes('\0') &&
  path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..')
