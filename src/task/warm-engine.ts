import type { ChildProcess } from 'node:child_process'
import { closeSync, fstatSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs'
import { ImageFailure, lastWords } from './failure.ts'
import { kill, start } from './process.ts'
import {
  failureIn,
  type PageReading,
  pageReading,
  type ReadingOptions,
  readingArguments
} from './recognition.ts'
import type { Toolbox } from './toolbox.ts'
import type { Workspace } from './workspace.ts'

/**
 * One Tesseract process that keeps its model and reads image after image (`stream_filelist`: a path a line on
 * standard input). Loading the model costs more than reading a single line, so a process an image wastes most of its
 * time on short images.
 *
 * Tesseract says `Page N : path` when it begins a page, and nothing when it ends one. So behind each image goes a
 * sentinel, an image that costs a tenth of a millisecond: when its page begins, the image's page has
 * ended and all of it is written. Images have even page numbers, sentinels odd ones.
 */
export interface WarmEngine {
  /** Whether it still reads; an engine that died or was stopped does not. */
  readonly alive: boolean
  /** Pages read so far. */
  readonly pages: number
  /**
   * Reads an image of one page.
   *
   * @throws ImageFailure where the image cannot be read; the signal's reason where it fires. The engine has died then.
   */
  read(path: string, signal: AbortSignal): Promise<PageReading>
  stop(): void
}

/**
 * A white PNG, one pixel wide and forty high, that says 300 dpi. In the modes for lines a single pixel is scaled up and
 * read, for 3 ms; what is narrower than three pixels once it is as high as a line is passed over.
 */
const SENTINEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAAoCAAAAAAa3c+rAAAACXBIWXMAAC4jAAAuIwF4pT92AAAADUlEQVR4nGP4z0BVCAA6aifZLTnW9QAAAABJRU5ErkJggg==',
  'base64'
)

/** Starts an engine. It reads its model meanwhile: the first reading waits for that. */
export function startWarmEngine(
  toolbox: Toolbox,
  options: ReadingOptions,
  workspace: Workspace
): WarmEngine {
  const base = workspace.fresh('engine')
  const sentinel = `${base}-sentinel.png`
  writeFileSync(sentinel, SENTINEL)
  const program = toolbox.tesseract?.path ?? 'tesseract'
  const args = ['-', base, ...readingArguments(options), '-c', 'stream_filelist=true', 'txt', 'tsv']
  const child = start(program, args, { env: toolbox.env, input: 'pipe' })
  const said = listener(child)
  const text = growing(`${base}.txt`)
  const table = growing(`${base}.tsv`)
  let pages = 0
  let stopped = false

  const stop = () => {
    stopped = true
    kill(child)
    text.close()
    table.close()
    for (const file of [sentinel, `${base}.txt`, `${base}.tsv`]) rmSync(file, { force: true })
  }

  const read = async (path: string, signal: AbortSignal): Promise<PageReading> => {
    const page = 2 * pages
    pages++
    child.stdin?.write(`${path}\n${sentinel}\n`)
    const stderr = await said.until(`Page ${page + 1} : ${sentinel}\n`, signal)
    const failure = failureIn(stderr)
    if (failure) throw failure
    return pageReading(
      ownText(text.news(), page, text),
      table.news().toString('utf8'),
      page + 1,
      stderr
    )
  }

  return {
    get alive() {
      return !stopped && said.alive
    },
    get pages() {
      return pages
    },
    read: async (path, signal) => {
      try {
        return await read(path, signal)
      } catch (error) {
        stop()
        throw error
      }
    },
    stop
  }
}

/**
 * The page's own text among what was written since the last page: a form feed stands before each page but the first,
 * so the sentinel's text is between two of them. What follows the page is the next sentinel's and is given back.
 */
function ownText(news: Buffer, page: number, file: Growing): Buffer {
  const FORM_FEED = 0x0c
  let from = 0
  for (let i = 0; page > 0 && i < 2; i++) from = news.indexOf(FORM_FEED, from) + 1
  const end = news.indexOf(FORM_FEED, from)
  const own = news.subarray(from, end === -1 ? news.length : end)
  file.giveBack(end === -1 ? 0 : news.length - end)
  return own
}

/** A file that another process writes on: its news are the bytes since the last look. */
interface Growing {
  news(): Buffer
  giveBack(bytes: number): void
  close(): void
}

function growing(path: string): Growing {
  let fd: number | null = null
  let seen = 0
  return {
    news: () => {
      try {
        fd ??= openSync(path, 'r')
      } catch (cause) {
        throw new ImageFailure('engine-failed', 'Tesseract wrote no result.', { cause })
      }
      const buffer = Buffer.alloc(Math.max(0, fstatSync(fd).size - seen))
      const length = readSync(fd, buffer, 0, buffer.length, seen)
      seen += length
      return buffer.subarray(0, length)
    },
    giveBack: (bytes) => {
      seen -= bytes
    },
    close: () => {
      if (fd !== null) closeSync(fd)
      fd = null
    }
  }
}

/** What the engine says on standard error, handed out up to an awaited line. */
function listener(child: ChildProcess) {
  let heard = ''
  let ended: string | null = null
  let wake: () => void = () => {}
  const end = (how: string) => {
    ended ??= how
    wake()
  }
  child.stdout?.resume()
  child.stdin?.on('error', () => {})
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    heard += chunk
    wake()
  })
  child.once('error', (error) => end(error.message))
  child.once('close', (code, signal) => end(signal ? `signal ${signal}` : `exit code ${code}`))
  return {
    get alive() {
      return ended === null
    },
    until: (line: string, signal: AbortSignal): Promise<string> =>
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
