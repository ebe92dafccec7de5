import { createHash } from 'node:crypto'
import type { EngineRecord } from '../results/records.ts'
import type { ImageSettings } from '../task/read-image.ts'
import { engineRecord, type Toolbox } from './toolbox.ts'

/** Counts up when our own way of reading changes in a way that changes texts. */
const READING_VERSION = 1

/** What decides which text comes of an image's bytes, as one digest: programs, models, settings, our own rules. */
export const fingerprint = (toolbox: Toolbox, settings: ImageSettings): string =>
  digest(engineRecord(toolbox, settings.languages), settings)

/** The same of an engine that is known by its record; null where the record says nothing of a language. */
export const fingerprintOf = (engine: EngineRecord, settings: ImageSettings): string | null =>
  settings.languages.every((language) => engine.models[language]) ? digest(engine, settings) : null

function digest(engine: EngineRecord, settings: ImageSettings): string {
  const parts = {
    reading: READING_VERSION,
    tesseract: engine.tesseract,
    leptonica: engine.leptonica,
    imageMagick: engine.imageMagick,
    poppler: engine.poppler,
    models: settings.languages.map((language) => [language, engine.models[language] ?? null]),
    pageSegmentationMode: settings.pageSegmentationMode,
    dpi: settings.dpi,
    prepare: settings.prepare,
    secondLook: settings.secondLook,
    deskew: settings.deskew,
    rotate: settings.rotate
  }
  return `sha256:${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`
}
