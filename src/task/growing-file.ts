import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { ImageFailure } from './failure.ts'

/** A file that Tesseract writes on, page after page. */
export interface GrowingFile {
  /**
   * Takes a page's own part of what was written since the last page.
   *
   * @param part where that part lies among the news; what lies behind it is kept for the next page
   * @throws ImageFailure where there is no such file
   */
  take(part: (news: Buffer) => { readonly from: number; readonly to: number }): Buffer
  close(): void
}

/** Follows a file, which may come into being later. */
export function growingFile(path: string): GrowingFile {
  let fd: number | null = null
  let taken = 0
  const news = (): Buffer => {
    try {
      fd ??= openSync(path, 'r')
    } catch (cause) {
      throw new ImageFailure('engine-failed', 'Tesseract wrote no result.', { cause })
    }
    const buffer = Buffer.alloc(Math.max(0, fstatSync(fd).size - taken))
    return buffer.subarray(0, readSync(fd, buffer, 0, buffer.length, taken))
  }
  return {
    take: (part) => {
      const all = news()
      const { from, to } = part(all)
      taken += to
      return all.subarray(from, to)
    },
    close: () => {
      if (fd !== null) closeSync(fd)
      fd = null
    }
  }
}
