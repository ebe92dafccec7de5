import type { Format } from '../results/formats.ts'
import { readByOwnProcess } from './own-process.ts'
import type { PageReading, ReadingOptions, Recognition } from './recognition.ts'
import type { Toolbox } from './toolbox.ts'
import { startWarmEngine, type WarmEngine } from './warm-engine.ts'
import { openWorkspace, type Workspace } from './workspace.ts'

/** Pages after which an engine is replaced, so that neither its memory nor its files grow without end. */
const PAGES_AN_ENGINE = 400

/** The first Tesseract whose output is whole when a page ends: earlier ones keep it in a buffer. */
const FIRST_WARM = 5

/** What one slot reads with: an engine that stays warm, and processes of their own where that cannot serve. */
export interface Reader {
  readonly toolbox: Toolbox
  /** Starts the engine ahead of the first image, so that the model loads meanwhile. */
  warmUp(): void
  /** Reads one page from a file that Tesseract reads rightly. */
  readPage(path: string, dpi: number | null, signal: AbortSignal): Promise<PageReading>
  /** Reads all pages and makes the formats that were asked for. */
  readAll(
    image: { readonly path: string; readonly pages: number },
    formats: readonly Format[],
    dpi: number | null,
    signal: AbortSignal
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

  /** An engine keeps its options for life, so an image whose resolution must be told goes to a process of its own. */
  const serves = (dpi: number | null) => canStayWarm && dpi === null

  const warm = (): WarmEngine => {
    if (engine && engine.pages >= PAGES_AN_ENGINE) engine.stop()
    if (!engine?.alive || engine.pages >= PAGES_AN_ENGINE)
      engine = startWarmEngine(toolbox, { ...options, dpi: null }, workspace)
    return engine
  }

  const own = async (
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
    readPage: async (path, dpi, signal) => {
      if (serves(dpi)) return warm().read(path, signal)
      const { pages } = await own({ path, pages: 1 }, [], dpi, signal)
      return pages[0] as PageReading
    },
    readAll: async (image, formats, dpi, signal) => {
      const extra = formats.some((format) => format !== 'txt' && format !== 'tsv')
      if (image.pages > 1 || extra || !serves(dpi)) return own(image, formats, dpi, signal)
      return { pages: [await warm().read(image.path, signal)], files: {} }
    },
    close: () => {
      engine?.stop()
      workspace.remove()
    }
  }
}
