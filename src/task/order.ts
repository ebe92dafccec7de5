import * as v from 'valibot'
import { FORMATS } from '../results/formats.ts'

const when = v.picklist(['auto', 'always', 'never'])

/**
 * What a node is asked to do, as a file: one task with all that its images and its engine need. Paths are absolute or
 * relative to the file's folder.
 */
export const taskOrderSchema = v.object({
  task: v.string(),
  node: v.string(),
  slot: v.number(),
  attempt: v.number(),
  estimatedSeconds: v.number(),
  /** Folder that the images lie in, under their paths. */
  folder: v.string(),
  images: v.array(
    v.object({
      path: v.string(),
      key: v.nullable(v.string()),
      keys: v.record(v.string(), v.nullable(v.string()))
    })
  ),
  /** Folder for rows, texts and records. */
  results: v.string(),
  imageTimeout: v.number(),
  settings: v.object({
    languages: v.array(v.string()),
    pageSegmentationMode: v.nullable(v.number()),
    formats: v.array(v.picklist(FORMATS)),
    prepare: when,
    secondLook: v.boolean(),
    deskew: when,
    rotate: when,
    dpi: v.nullable(v.number()),
    maxPixels: v.number()
  })
})

/** What a node is asked to do. */
export type TaskOrder = v.InferOutput<typeof taskOrderSchema>
