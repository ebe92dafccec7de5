import type { Format } from '../results/records.ts'
import type { ImageTime } from '../task/image-time.ts'
import type { PageReading, ReadingOptions, Recognition } from './recognition.ts'
import { readByOwnProcess } from './tesseract/own-process.ts'
import { NotBegun, startWarmEngine, type WarmEngine } from './tesseract/warm-engine.ts'
import type { Toolbox } from './toolbox.ts'
import { openWorkspace, type Workspace } from './workspace.ts'

/**
 * Pages after which an engine is replaced, so that neither its memory nor its files grow without end. Over 1,000 single
 * lines one grew from 36 to 37 MiB; a replacement costs a slot the loading of a model, the time of five lines.
 */
const PAGES_AN_ENGINE = 800

/** The first Tesseract whose output is whole when a page ends: earlier ones keep it in a buffer. */
const FIRST_WARM = 5

/**
 * What one slot reads with: an engine that stays warm, and processes of their own where that cannot serve. It reads one
 * page at a time, whatever it is asked meanwhile; the time of an image waits for its turn.
 */
export interface Reader {
  readonly toolbox: Toolbox
  /** Starts the engine ahead of the first image, so that the model loads meanwhile. */
  warmUp(): void
  /** Reads one page from a file that Tesseract reads rightly. */
  readPage(path: string, dpi: number | null, time: ImageTime): Promise<PageReading>
  /** Reads all pages and makes the formats that were asked for. */
  readAll(
    image: { readonly path: string; readonly pages: number },
    formats: readonly Format[],
    dpi: number | null,
    time: ImageTime
  ): Promise<Recognition>
  close(): void
}

/**
 * Opens a slot's reader.
 *
 * @param parent the folder for what is made on the way
 */
export function openReader(toolbox: Toolbox, options: ReadingOptions, parent: string): Reader {
  const workspace = openWorkspace(parent)
  const canStayWarm =
    Number.parseInt(toolbox.tesseract?.version ?? '0', 10) >= FIRST_WARM &&
    options.pageSegmentationMode !== 0
  let engine: WarmEngine | null = null
  /** These end with the last process of its own that was asked for, and with the last reading of either kind. */
  let lastOwn: Promise<void> = Promise.resolve()
  let last: Promise<void> = Promise.resolve()

  /** An engine keeps its options for life, so an image whose resolution must be told goes to a process of its own. */
  const serves = (dpi: number | null) => canStayWarm && dpi === null

  const warm = (): WarmEngine => {
    if (!engine?.alive) engine = startWarmEngine(toolbox, { ...options, dpi: null }, workspace)
    return engine
  }

  /** The warm engine; one that has read its share is replaced when it has read its last page. */
  const freshEnough = async (): Promise<WarmEngine> => {
    const used = engine
    if (used && used.pages >= PAGES_AN_ENGINE) {
      await used.idle()
      used.stop()
    }
    return warm()
  }

  const inWarmEngine = async (path: string, time: ImageTime): Promise<PageReading> => {
    const next = await freshEnough()
    try {
      return await next.read(path, time)
    } catch (error) {
      if (error instanceof NotBegun) return inWarmEngine(path, time)
      throw error
    }
  }

  /** Behind processes of their own; of the pages before it the engine itself makes a line. */
  const readWarm = (path: string, time: ImageTime): Promise<PageReading> => {
    time.wait()
    const reading = lastOwn.then(() => inWarmEngine(path, time))
    last = ended(last, reading)
    return reading
  }

  const readOwn = (
    image: { path: string; pages: number },
    formats: readonly Format[],
    dpi: number | null,
    time: ImageTime
  ): Promise<Recognition> => {
    time.wait()
    const reading = last.then(() => {
      time.goOn()
      return inOwnProcess(image, formats, dpi, time.signal)
    })
    lastOwn = last = ended(reading)
    return reading
  }

  const inOwnProcess = async (
    image: { path: string; pages: number },
    formats: readonly Format[],
    dpi: number | null,
    signal: AbortSignal
  ) => {
    const scratch: Workspace = openWorkspace(parent)
    try {
      return await readByOwnProcess(
        image,
        formats,
        { ...options, dpi },
        { toolbox, workspace: scratch, signal }
      )
    } finally {
      scratch.remove()
    }
  }

  return {
    toolbox,
    warmUp: () => {
      if (serves(null)) warm()
    },
    readPage: async (path, dpi, time) => {
      if (serves(dpi)) return readWarm(path, time)
      const { pages } = await readOwn({ path, pages: 1 }, [], dpi, time)
      return pages[0] as PageReading
    },
    readAll: async (image, formats, dpi, time) => {
      const extra = formats.some((format) => format !== 'txt' && format !== 'tsv')
      if (image.pages > 1 || extra || !serves(dpi)) return readOwn(image, formats, dpi, time)
      return { pages: [await readWarm(image.path, time)], files: {} }
    },
    close: () => {
      engine?.stop()
      workspace.remove()
    }
  }
}

/** Waits until all have ended, whichever way, and keeps nothing of what came of them. */
const ended = async (...readings: readonly Promise<unknown>[]): Promise<void> => {
  await Promise.allSettled(readings)
}
