import type { Format } from '../results/records.ts'

/** The settings that decide whether a page is read a second time, and how it is prepared for that. */
export interface SecondLookSettings {
  readonly prepare: 'auto' | 'always' | 'never'
  readonly secondLook: boolean
  readonly deskew: 'auto' | 'always' | 'never'
  readonly rotate: 'auto' | 'always' | 'never'
  readonly languages: readonly string[]
  readonly pageSegmentationMode: number | null
  /** Maximum pixels of an image, including after it is drawn or enlarged. */
  readonly maxPixels: number
}

/** The settings for reading an image: the same for every image of a run, and part of the key of each result. */
export interface ImageSettings extends SecondLookSettings {
  readonly formats: readonly Format[]
  /** Resolution of images that state none, in dots per inch; null to let the engine estimate it. */
  readonly dpi: number | null
}
