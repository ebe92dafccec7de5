import { createHash } from 'node:crypto'
import type { ImageSettings } from './read-image.ts'
import { modelIdentity, type Toolbox } from './toolbox.ts'

/** Counts up when our own way of reading changes in a way that changes texts. */
const READING_VERSION = 1

/** What decides which text comes of an image's bytes, as one digest: programs, models, settings, our own rules. */
export function fingerprint(toolbox: Toolbox, settings: ImageSettings): string {
  const parts = {
    reading: READING_VERSION,
    tesseract: toolbox.tesseract?.version,
    leptonica: toolbox.tesseract?.leptonica,
    imageMagick: toolbox.imageMagick?.version,
    poppler: toolbox.poppler?.version,
    models: settings.languages.map((language) => [language, modelIdentity(toolbox, language)]),
    pageSegmentationMode: settings.pageSegmentationMode,
    dpi: settings.dpi,
    prepare: settings.prepare,
    secondLook: settings.secondLook,
    deskew: settings.deskew,
    rotate: settings.rotate
  }
  return `sha256:${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`
}
