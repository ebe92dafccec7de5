import type { Engine } from '../engine.ts'
import { fingerprint } from '../fingerprint.ts'
import type { ImageSettings } from '../image-settings.ts'
import type { Toolbox } from '../toolbox.ts'
import { openReader } from './reader.ts'

/** Tesseract as installed on this machine. */
export const tesseractEngine = (toolbox: Toolbox, settings: ImageSettings): Engine => ({
  // Computed when needed, because it hashes the models.
  get fingerprint() {
    return fingerprint(toolbox, settings)
  },
  openReader: (scratch) => openReader(toolbox, settings, scratch)
})
