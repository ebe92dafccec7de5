import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Random access to the bytes of a file, since headers are small and images are not. */
export interface Bytes {
  readonly length: number
  /** Up to `count` bytes from `offset`; fewer at the end of the file. */
  at(offset: number, count: number): Buffer
}

/**
 * Opens a regular file for random access and closes it after `use`.
 *
 * @throws the file system's error
 */
export function withBytes<T>(file: string | Buffer, use: (bytes: Bytes) => T): T {
  const fd = openSync(file, 'r')
  try {
    const { size } = fstatSync(fd)
    return use({
      length: size,
      at: (offset, count) => {
        const wanted = Math.max(0, Math.min(count, size - offset))
        const buffer = Buffer.alloc(wanted)
        return buffer.subarray(0, wanted === 0 ? 0 : readSync(fd, buffer, 0, wanted, offset))
      }
    })
  } finally {
    closeSync(fd)
  }
}

/** Random access to bytes in memory, such as an EXIF block within a PNG. */
export const bytesOf = (buffer: Buffer): Bytes => ({
  length: buffer.length,
  at: (offset, count) =>
    buffer.subarray(offset, Math.max(offset, Math.min(buffer.length, offset + count)))
})
