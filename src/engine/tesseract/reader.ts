import type { Format } from '../../results/records.ts'
import type { PageReading, PreparedImage, Reader, Recognition } from '../engine.ts'
import type { ImageTime } from '../image-time.ts'
import type { Toolbox } from '../toolbox.ts'
import { openWorkspace } from '../workspace.ts'
import { ORIENTATION_ONLY } from './models.ts'
import { readByOwnProcess } from './own-process.ts'
import type { ReadingOptions } from './recognition.ts'
import { NotBegun, startWarmEngine, type WarmEngine } from './warm-engine.ts'

/**
 * Pages after which a warm engine is replaced, so that its memory and its files do not grow without bound. Over 1,000
 * single lines, one grew from 36 to 37 MiB; a replacement costs the loading of the models, the time of five lines.
 */
const PAGES_PER_ENGINE = 800

/** The first major version of Tesseract that has written all output when a page ends; earlier ones buffer it. */
const FIRST_WARM = 5

/**
 * Opens the reader of a slot: a warm engine, and one process per image for what the warm engine cannot do (several
 * pages, other formats, a resolution to assume).
 *
 * @param parent folder for temporary files
 */
export function openReader(toolbox: Toolbox, options: ReadingOptions, parent: string): Reader {
  const workspace = openWorkspace(parent)
  const canStayWarm =
    Number.parseInt(toolbox.tesseract?.version ?? '0', 10) >= FIRST_WARM &&
    options.pageSegmentationMode !== ORIENTATION_ONLY
  let engine: WarmEngine | null = null
  /** The last reading in a process of its own, and the last reading of either kind. */
  let lastOwn: Promise<void> = Promise.resolve()
  let last: Promise<void> = Promise.resolve()

  /** The options of a running engine are fixed, so an image that needs a resolution gets its own process. */
  const serves = (dpi: number | null) => canStayWarm && dpi === null

  const warm = (): WarmEngine => {
    if (!engine?.alive) engine = startWarmEngine(toolbox, { ...options, dpi: null }, workspace)
    return engine
  }

  /** The warm engine, replaced if it has read enough pages. */
  const currentEngine = async (): Promise<WarmEngine> => {
    const used = engine
    if (used && used.pages >= PAGES_PER_ENGINE) {
      await used.idle()
      used.stop()
    }
    return warm()
  }

  const inWarmEngine = async (path: string, time: ImageTime): Promise<PageReading> => {
    const next = await currentEngine()
    try {
      return await next.read(path, time)
    } catch (error) {
      if (error instanceof NotBegun) return inWarmEngine(path, time)
      throw error
    }
  }

  /** Waits for processes of their own only: the engine itself queues its pages. */
  const readWarm = (path: string, time: ImageTime): Promise<PageReading> => {
    time.wait()
    const reading = lastOwn.then(() => inWarmEngine(path, time))
    last = ended(last, reading)
    return reading
  }

  const readOwn = (
    image: PreparedImage,
    formats: readonly Format[],
    dpi: number | null,
    time: ImageTime
  ): Promise<Recognition> => {
    time.wait()
    const reading = last.then(() => {
      time.resume()
      return inOwnProcess(image, formats, dpi, time.signal)
    })
    lastOwn = last = ended(reading)
    return reading
  }

  const inOwnProcess = async (
    image: PreparedImage,
    formats: readonly Format[],
    dpi: number | null,
    signal: AbortSignal
  ) => {
    const scratch = openWorkspace(parent)
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

/** Waits until all have settled, and keeps none of their results in memory. */
const ended = async (...readings: readonly Promise<unknown>[]): Promise<void> => {
  await Promise.allSettled(readings)
}
