import { rmSync, writeFileSync } from 'node:fs'
import { kill, start } from '../../lib/process.ts'
import type { PageReading } from '../engine.ts'
import type { ImageTime } from '../image-time.ts'
import type { Toolbox } from '../toolbox.ts'
import type { Workspace } from '../workspace.ts'
import { growingFile, messagesOf } from './output.ts'
import { failureIn, pageReading, type ReadingOptions, readingArguments } from './recognition.ts'

/**
 * A Tesseract process that keeps its models in memory and reads one image after another (`stream_filelist`: one path
 * per line on standard input). Loading a model takes longer than reading a line of text, so for short images one
 * process per image would spend most of its time on loading. The path of the next image may be written while an image
 * is read, so that Tesseract never idles between the two.
 *
 * Tesseract prints `Page N : path` when it starts a page, and nothing when it ends one. Therefore each image is
 * followed by a sentinel, an image that takes a tenth of a millisecond: when the sentinel's page starts, the image's
 * page is complete and written. Images have even page numbers, sentinels odd ones.
 */
export interface WarmEngine {
  /** Whether it can read; false once it crashed or was stopped. */
  readonly alive: boolean
  /** Number of pages that were queued so far. */
  readonly pages: number
  /**
   * Reads an image of one page, after those queued before. The image's time, which is paused, resumes when its turn
   * comes.
   *
   * @throws ImageFailure if the image cannot be read, or the reason of the time's signal when it fires; in both cases
   *   the engine is stopped. NotBegun if the engine ended before the image's turn.
   */
  read(path: string, time: ImageTime): Promise<PageReading>
  /** Waits until all queued images are read or have failed. Never throws. */
  idle(): Promise<void>
  stop(): void
}

/** The engine ended before this image's turn, for another reason: another engine can read the image. */
export class NotBegun extends Error {}

/**
 * A white PNG of 1 × 40 pixels at 300 dpi. In the line modes, Tesseract would scale up a single pixel and read it for
 * 3 ms; it skips images that are narrower than three pixels at the height of a line.
 */
const SENTINEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAAoCAAAAAAa3c+rAAAACXBIWXMAAC4jAAAuIwF4pT92AAAADUlEQVR4nGP4z0BVCAA6aifZLTnW9QAAAABJRU5ErkJggg==',
  'base64'
)

/** Starts an engine. The first image waits until the models are loaded. */
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
  const messages = messagesOf(child)
  const text = growingFile(`${base}.txt`)
  const table = growingFile(`${base}.tsv`)
  let pages = 0
  let stopped = false
  let last: Promise<unknown> = Promise.resolve()

  const isAlive = () => !stopped && messages.alive

  const stop = () => {
    if (stopped) return
    stopped = true
    kill(child)
    text.close()
    table.close()
    for (const file of [sentinel, `${base}.txt`, `${base}.tsv`]) rmSync(file, { force: true })
  }

  /** Waits for the end of a page that has started, and takes its output. */
  const pageRead = async (page: number, signal: AbortSignal): Promise<PageReading> => {
    const stderr = await messages.until(`Page ${page + 1} : ${sentinel}\n`, signal)
    const failure = failureIn(stderr)
    if (failure) throw failure
    const ownText = text.take((added) => textOf(added, page))
    const ownTable = table.take((added) => tableOf(added, page))
    return pageReading(ownText, ownTable.toString('utf8'), page + 1, stderr)
  }

  const inTurn = async (page: number, before: Promise<unknown>, time: ImageTime) => {
    await before.catch(() => {})
    time.signal.throwIfAborted()
    if (!isAlive()) throw new NotBegun('The engine ended before the turn of this image.')
    time.resume()
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
 * The range of a page's text. Every page but the first is preceded by a form feed, so the text of the previous sentinel
 * is between two of them. Bytes behind the page belong to the next sentinel.
 */
function textOf(added: Buffer, page: number): { readonly from: number; readonly to: number } {
  const FORM_FEED = 0x0c
  let from = 0
  for (let i = 0; page > 0 && i < 2; i++) from = added.indexOf(FORM_FEED, from) + 1
  const end = added.indexOf(FORM_FEED, from)
  return { from, to: end === -1 ? added.length : end }
}

/** The range of a page's rows: up to the first row (level 1) of the next sentinel. The table counts pages from 1. */
function tableOf(added: Buffer, page: number): { readonly from: number; readonly to: number } {
  const next = added.indexOf(`\n1\t${page + 2}\t`)
  return { from: 0, to: next === -1 ? added.length : next + 1 }
}
