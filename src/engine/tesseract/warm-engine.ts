import { rmSync, writeFileSync } from 'node:fs'
import { kill, start } from '../../lib/process.ts'
import type { ImageTime } from '../../task/image-time.ts'
import {
  failureIn,
  type PageReading,
  pageReading,
  type ReadingOptions,
  readingArguments
} from '../recognition.ts'
import type { Toolbox } from '../toolbox.ts'
import type { Workspace } from '../workspace.ts'
import { growingFile, listenTo } from './output.ts'

/**
 * One Tesseract process that keeps its model and reads image after image (`stream_filelist`: a path a line on
 * standard input). Loading the model costs more than reading a single line, so a process an image wastes most of its
 * time on short images. The path of the next image may be written while one is read: then nothing idles between them.
 *
 * Tesseract says `Page N : path` when it begins a page, and nothing when it ends one. So behind each image goes a
 * sentinel, an image that costs a tenth of a millisecond: when its page begins, the image's page has
 * ended and all of it is written. Images have even page numbers, sentinels odd ones.
 */
export interface WarmEngine {
  /** Whether it still reads; an engine that died or was stopped does not. */
  readonly alive: boolean
  /** Pages that it was given so far. */
  readonly pages: number
  /**
   * Reads an image of one page, after those that it was given before. The image's time, which stands still, goes on
   * when its turn comes.
   *
   * @throws ImageFailure where the image cannot be read; the reason of the time's signal where it fires. The engine has
   *   died then. NotBegun where it died before the image's turn.
   */
  read(path: string, time: ImageTime): Promise<PageReading>
  /** Waits until all that it was given has been read, or cannot be. Never throws. */
  idle(): Promise<void>
  stop(): void
}

/** The engine died of something else before it was this image's turn: another engine can read it. */
export class NotBegun extends Error {}

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
  const said = listenTo(child)
  const text = growingFile(`${base}.txt`)
  const table = growingFile(`${base}.tsv`)
  let pages = 0
  let stopped = false
  let last: Promise<unknown> = Promise.resolve()

  const isAlive = () => !stopped && said.alive

  const stop = () => {
    if (stopped) return
    stopped = true
    kill(child)
    text.close()
    table.close()
    for (const file of [sentinel, `${base}.txt`, `${base}.tsv`]) rmSync(file, { force: true })
  }

  /** Waits for the end of a page that has begun, and takes what was written of it. */
  const pageRead = async (page: number, signal: AbortSignal): Promise<PageReading> => {
    const stderr = await said.until(`Page ${page + 1} : ${sentinel}\n`, signal)
    const failure = failureIn(stderr)
    if (failure) throw failure
    const ownText = text.take((news) => textOf(news, page))
    const ownTable = table.take((news) => tableOf(news, page))
    return pageReading(ownText, ownTable.toString('utf8'), page + 1, stderr)
  }

  const inTurn = async (page: number, before: Promise<unknown>, time: ImageTime) => {
    await before.catch(() => {})
    time.signal.throwIfAborted()
    if (!isAlive()) throw new NotBegun('The engine died before it was the turn of the image.')
    time.goOn()
    try {
      return await pageRead(page, time.signal)
    } catch (error) {
      stop()
      throw error
    }
  }

  return {
    get alive() {
      return isAlive()
    },
    get pages() {
      return pages
    },
    read: (path, time) => {
      const page = 2 * pages
      pages++
      child.stdin?.write(`${path}\n${sentinel}\n`)
      const reading = inTurn(page, last, time)
      last = reading
      return reading
    },
    idle: () =>
      last.then(
        () => {},
        () => {}
      ),
    stop
  }
}

/**
 * Where a page's own text lies: a form feed stands before each page but the first, so the sentinel's text is between
 * two of them. What follows the page belongs to the next sentinel.
 */
function textOf(news: Buffer, page: number): { readonly from: number; readonly to: number } {
  const FORM_FEED = 0x0c
  let from = 0
  for (let i = 0; page > 0 && i < 2; i++) from = news.indexOf(FORM_FEED, from) + 1
  const end = news.indexOf(FORM_FEED, from)
  return { from, to: end === -1 ? news.length : end }
}

/** Where a page's rows lie: up to the first row, of level 1, of the sentinel behind it; the table counts pages from 1. */
function tableOf(news: Buffer, page: number): { readonly from: number; readonly to: number } {
  const next = news.indexOf(`\n1\t${page + 2}\t`)
  return { from: 0, to: next === -1 ? news.length : next + 1 }
}
