import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** The bytes of one file, read at random: headers are small, images are not. */
export interface Bytes {
  readonly length: number
  /** Gives up to `count` bytes from `offset`; fewer at the end of the file. */
  at(offset: number, count: number): Buffer
}

/** Opens a regular file for reading at random and closes it after `use`. Throws what the file system throws. */
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

/** The same over bytes that are in memory already, such as an EXIF block within a PNG. */
export const bytesOf = (buffer: Buffer): Bytes => ({
  length: buffer.length,
  at: (offset, count) =>
    buffer.subarray(offset, Math.max(offset, Math.min(buffer.length, offset + count)))
})
