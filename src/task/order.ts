import * as v from 'valibot'
import { FORMATS } from '../results/records.ts'

const when = v.picklist(['auto', 'always', 'never'])

/** What a task reads, and how: what is known of it before anyone knows where it will run. */
const asked = {
  task: v.string(),
  estimatedSeconds: v.number(),
  images: v.array(
    v.object({
      path: v.string(),
      /** Null where the node, whose engine decides it, is to find the key itself. */
      key: v.nullable(v.string()),
      keys: v.record(v.string(), v.nullable(v.string()))
    })
  ),
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
}

/**
 * What a node is asked to do, as a file: one task with all that its images and its engine need. Paths are absolute or
 * relative to the file's folder.
 */
export const taskOrderSchema = v.object({
  ...asked,
  node: v.string(),
  slot: v.nullable(v.number()),
  attempt: v.number(),
  /** Folder that the images lie in, under their paths. */
  folder: v.string(),
  /** Folder for rows, texts and records. */
  results: v.string()
})

/** What a node is asked to do. */
export type TaskOrder = v.InferOutput<typeof taskOrderSchema>

/** The same as it travels in an archive: the node knows who it is, and the archive holds the images. */
export const packedOrderSchema = v.object({
  ...asked,
  /** Size of the machine, as it was ordered; null where nobody knows it. */
  vmSize: v.nullable(v.string())
})

/** What whoever unpacks an archive is asked to do. */
export type PackedOrder = v.InferOutput<typeof packedOrderSchema>
