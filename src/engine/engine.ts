import type { Format } from '../results/records.ts'
import type { ImageTime } from './image-time.ts'
import type { Toolbox } from './toolbox.ts'

/** An OCR engine with the settings of a run. */
export interface Engine {
  /** Digest of everything but the image's bytes that decides which text is read. Part of the key of each result. */
  readonly fingerprint: string
  /**
   * Opens the reader of one slot.
   *
   * @param scratch folder for temporary files
   */
  openReader(scratch: string): Reader
}

/**
 * What one slot reads with: a process that stays warm, one process per image, or both. Images may be queued, but are
 * read one at a time; while an image waits for its turn, its time does not run.
 */
export interface Reader {
  readonly toolbox: Toolbox
  /** Loads the models before the first image arrives. Does nothing if no process stays warm. */
  warmUp(): void
  /**
   * Reads an image of one page.
   *
   * @param dpi resolution to assume, in dots per inch; null to use the resolution that the image states
   * @throws ImageFailure if the image cannot be read; the reason of the time's signal when it fires
   */
  readPage(path: string, dpi: number | null, time: ImageTime): Promise<PageReading>
  /** Like `readPage`, for all pages of an image, and creates files of the requested formats. */
  readAll(
    image: PreparedImage,
    formats: readonly Format[],
    dpi: number | null,
    time: ImageTime
  ): Promise<Recognition>
  /** Ends all processes and removes the temporary files. */
  close(): void
}

/** An image file in a form that the engine reads correctly. */
export interface PreparedImage {
  readonly path: string
  readonly pages: number
}

/** The result of reading an image. */
export interface Recognition {
  readonly pages: readonly PageReading[]
  /** The files of the requested formats that had to be created together with the text. */
  readonly files: Readonly<Partial<Record<Format, Buffer>>>
}

/** The result of reading one page. */
export interface PageReading {
  /** The page's text, byte for byte as the engine writes it. */
  readonly text: Buffer
  /** The page's rows of the table (format `tsv`), with page number 1. */
  readonly tsv: string
  readonly words: readonly Word[]
  /** The resolution that the engine assumed because the image states none; null if the image states one. */
  readonly estimatedDpi: number | null
}

/** One word of a page. */
export interface Word {
  readonly text: string
  /** 0 to 100. */
  readonly confidence: number
  /** The word's box, in pixels from the upper left corner of the page. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Block, paragraph and line: equal for all words of a line. */
  readonly line: string
}
