import { createHash } from 'node:crypto'
import type { EngineRecord } from '../results/records.ts'
import type { ImageSettings } from './image-settings.ts'
import { engineRecord, type Toolbox } from './toolbox.ts'

/** Increase this when a change of this program changes texts. */
const READING_VERSION = 1

/** Digest of everything but the image's bytes that decides which text is read: programs, models, settings, our rules. */
export const fingerprint = (toolbox: Toolbox, settings: ImageSettings): string =>
  digest(engineRecord(toolbox, settings.languages), settings)

/** The same digest, from the record of an engine; null if the record lacks the model of a language. */
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
