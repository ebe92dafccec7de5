import type { ChildProcess } from 'node:child_process'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { ImageFailure, lastWords } from '../failure.ts'
import { failureIn } from '../recognition.ts'

/** What an engine says on standard error, handed out up to an awaited line. */
export interface EngineWords {
  /** Whether the process still runs. */
  readonly alive: boolean
  /**
   * Waits for a line and gives what was said before it.
   *
   * @throws ImageFailure where the engine ends without that line; the signal's reason where it fires first
   */
  until(line: string, signal: AbortSignal): Promise<string>
}

/** Listens to an engine. One may wait for a line at a time. */
export function listenTo(engine: ChildProcess): EngineWords {
  let heard = ''
  let ended: string | null = null
  let wake: () => void = () => {}
  const end = (how: string) => {
    ended ??= how
    wake()
  }
  engine.stdout?.resume()
  engine.stdin?.on('error', () => {})
  engine.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    heard += chunk
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
          const at = heard.indexOf(line)
          if (at !== -1) {
            const before = heard.slice(0, at)
            heard = heard.slice(at + line.length)
            settle(() => resolve(before))
          } else if (signal.aborted) settle(() => reject(signal.reason))
          else if (ended !== null) settle(() => reject(death(heard, ended as string)))
        }
        wake = check
        signal.addEventListener('abort', check, { once: true })
        check()
      })
  }
}

/** Tells a bad image, which ends the engine in good order with exit code 1, from a crash. */
function death(stderr: string, how: string): ImageFailure {
  const failure = failureIn(stderr)
  if (failure) return failure
  return new ImageFailure(
    'engine-failed',
    `Tesseract ended while it read the image (${how}): ${lastWords(stderr)}.`
  )
}

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
