import type { ChildProcess } from 'node:child_process'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { ImageFailure, lastWords } from '../failure.ts'
import { failureIn } from './recognition.ts'

/** Standard error of a Tesseract process, read up to an expected line. */
export interface EngineMessages {
  /** Whether the process is still running. */
  readonly alive: boolean
  /**
   * Waits for a line and returns the output before it.
   *
   * @throws ImageFailure if the process ends without that line; the signal's reason if it fires first
   */
  until(line: string, signal: AbortSignal): Promise<string>
}

/** Reads the standard error of a Tesseract process. Only one caller may wait for a line at a time. */
export function messagesOf(engine: ChildProcess): EngineMessages {
  let received = ''
  let ended: string | null = null
  let wake: () => void = () => {}
  const end = (how: string) => {
    ended ??= how
    wake()
  }
  engine.stdout?.resume()
  engine.stdin?.on('error', () => {})
  engine.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    received += chunk
    wake()
  })
  engine.once('error', (error) => end(error.message))
  engine.once('close', (code, signal) => end(signal ? `signal ${signal}` : `exit code ${code}`))
  return {
    get alive() {
      return ended === null
    },
    until: (line, signal) =>
      new Promise((resolve, reject) => {
        const settle = (act: () => void) => {
          wake = () => {}
          signal.removeEventListener('abort', check)
          act()
        }
        const check = (): void => {
          const at = received.indexOf(line)
          if (at !== -1) {
            const before = received.slice(0, at)
            received = received.slice(at + line.length)
            settle(() => resolve(before))
          } else if (signal.aborted) settle(() => reject(signal.reason))
          else if (ended !== null) settle(() => reject(endFailure(received, ended as string)))
        }
        wake = check
        signal.addEventListener('abort', check, { once: true })
        check()
      })
  }
}

/** Distinguishes an unreadable image, at which the process exits with code 1, from a crash. */
function endFailure(stderr: string, how: string): ImageFailure {
  const failure = failureIn(stderr)
  if (failure) return failure
  return new ImageFailure(
    'engine-failed',
    `Tesseract ended while it read the image (${how}): ${lastWords(stderr)}.`
  )
}

/** A file that Tesseract appends to, page by page. */
export interface GrowingFile {
  /**
   * Takes the part of one page from the bytes written since the last page.
   *
   * @param part the range of that part within the new bytes; bytes behind it are kept for the next page
   * @throws ImageFailure if the file does not exist
   */
  take(part: (added: Buffer) => { readonly from: number; readonly to: number }): Buffer
  close(): void
}

/** Follows a file, which may be created later. */
export function growingFile(path: string): GrowingFile {
  let fd: number | null = null
  let taken = 0
  const added = (): Buffer => {
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
      const all = added()
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
