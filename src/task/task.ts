import type { Reader } from '../engine/engine.ts'
import { ImageFailure } from '../engine/failure.ts'
import type { ImageSettings } from '../engine/image-settings.ts'
import { DeadlineError, type ImageTime, startImageTime } from '../engine/image-time.ts'
import { meanConfidence } from '../engine/pages.ts'
import { openWorkspace } from '../engine/workspace.ts'
import type { Header } from '../images/header.ts'
import type { SourceImage } from '../images/image.ts'
import { inParallel } from '../lib/parallel.ts'
import type { ResultsFolder } from '../results/folder.ts'
import { type Row, type RowError, unreadRow } from '../results/row.ts'
import { rounded } from '../results/totals.ts'
import { type ImageReading, readImage } from './read-image.ts'

/** A task: the images to read, and the node that reads them. */
export interface Task {
  readonly id: string
  readonly node: string
  /** Null if the slot of the node is not known. */
  readonly slot: number | null
  readonly attempt: number
  readonly images: readonly TaskImage[]
}

/** An image with the key of its result, and the columns that `key-pattern` finds in its path. */
export interface TaskImage extends SourceImage {
  readonly key: string | null
  readonly columns: Row['keys']
}

/** What a task needs for reading and writing. */
export interface TaskTools {
  readonly reader: Reader
  readonly folder: ResultsFolder
  /** Folder for temporary files. */
  readonly scratch: string
  readonly settings: ImageSettings
  readonly imageTimeout: number
  readonly signal: AbortSignal
}

/** Images of a task in progress at a time: while one is recognized, the next one is prepared and queued. */
const IN_PROGRESS = 2

/**
 * Runs a task: prepares, recognizes and records each image. Rows are reported as soon as they are known, not always in
 * the order of the images. An image that cannot be read has a row, too.
 *
 * @throws the signal's reason when it fires; images in progress have no row then
 */
export async function runTask(
  task: Task,
  tools: TaskTools,
  onRow: (row: Row) => void
): Promise<void> {
  await inParallel(task.images, IN_PROGRESS, async (image) => {
    tools.signal.throwIfAborted()
    onRow(await rowOf(image, task, tools))
  })
}

async function rowOf(image: TaskImage, task: Task, tools: TaskTools): Promise<Row> {
  const time = startImageTime(tools.signal, tools.imageTimeout)
  const timed = () => {
    const seconds = rounded(time.seconds())
    return { seconds, startedAt: new Date(Date.now() - seconds * 1000).toISOString() }
  }
  const known = {
    ...unread(image),
    task: task.id,
    node: task.node,
    slot: task.slot,
    attempt: task.attempt
  }
  try {
    if (!image.header || image.problem) {
      const error = image.problem ?? {
        code: 'unreadable-image',
        message: `${image.path} has no header.`
      }
      return { ...known, error, ...timed() }
    }
    const reading = await read({ ...image, header: image.header }, tools, time)
    return { ...known, ...recorded(image.path, reading, tools), ...timed() }
  } catch (error) {
    if (tools.signal.aborted) throw tools.signal.reason
    const failure = failureOf(error, image.path, tools.imageTimeout)
    tools.folder.appendLog(
      task.id,
      'failures.log',
      `${JSON.stringify(image.path)} ${failure.code}: ${JSON.stringify(failure.message)}\n`
    )
    return { ...known, status: 'failed', error: failure, ...timed() }
  } finally {
    time.clear()
  }
}

async function read(
  image: SourceImage & { readonly header: Header },
  { reader, scratch, settings }: TaskTools,
  time: ImageTime
): Promise<ImageReading> {
  const workspace = openWorkspace(scratch)
  try {
    return await readImage(image, settings, { reader, workspace, time })
  } finally {
    workspace.remove()
  }
}

/** Writes the output files, and returns the fields of the row. */
function recorded(path: string, reading: ImageReading, { folder }: TaskTools) {
  const written = new Map(
    [...reading.files].map(([format, content]) => [
      format,
      folder.writeOutput(format, path, content)
    ])
  )
  const words = reading.pages.flatMap((page) => page.words)
  const blank = reading.pages.every(({ text }) => text.toString('utf8').trim() === '')
  return {
    status: blank ? ('empty' as const) : ('recognized' as const),
    pages: reading.pages.length,
    words: words.length,
    confidence: meanConfidence(words),
    text: written.get('txt') ?? null,
    look: reading.look,
    secondLook: reading.secondLook,
    prepareSeconds: rounded(reading.prepareSeconds),
    recognizeSeconds: rounded(reading.recognizeSeconds)
  }
}

/** The row of an image that was not read. */
export function unread({ path, identity, key, bytes, header, columns, problem }: TaskImage): Row {
  const { format = null, width = null, height = null, pages = 0 } = header ?? {}
  const facts = {
    identity,
    key,
    bytes,
    format,
    width,
    height,
    pages,
    keys: columns,
    error: problem
  }
  return unreadRow({ image: path, ...facts })
}

function failureOf(error: unknown, path: string, timeout: number): RowError {
  if (error instanceof DeadlineError) {
    return {
      code: 'timeout',
      message: `${path} was not read within \`image-timeout\` (${timeout} s); increase \`image-timeout\`, or scale the image down.`
    }
  }
  if (error instanceof ImageFailure)
    return { code: error.code, message: `${path}: ${error.message}` }
  return {
    code: 'engine-failed',
    message: `${path}: ${error instanceof Error ? error.message : String(error)}`
  }
}
