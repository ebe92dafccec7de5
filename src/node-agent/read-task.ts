import { confined } from '../engine/imagemagick/policy.ts'
import { missingModels, missingPackages, remedy } from '../engine/install.ts'
import { tesseractEngine } from '../engine/tesseract/engine.ts'
import { neededModels } from '../engine/tesseract/models.ts'
import type { Toolbox } from '../engine/toolbox.ts'
import { inspect } from '../images/image.ts'
import type { ResultsFolder } from '../results/folder.ts'
import { resultKey } from '../results/key.ts'
import type { TaskRecord } from '../results/records.ts'
import type { Row } from '../results/row.ts'
import { attemptTask } from '../task/attempt.ts'
import type { PackedOrder } from '../task/order.ts'
import type { TaskImage } from '../task/task.ts'

/** An order on the slot that runs it. */
export interface OrderedTask extends Omit<PackedOrder, 'vmSize'> {
  readonly node: string
  readonly slot: number | null
  readonly attempt: number
  /** The file of an image, by its index in the order. */
  readonly fileOf: (index: number) => string
}

/** This node cannot read any image, because Tesseract or a model is not installed. The message says what to do. */
export class EngineMissing extends Error {}

/**
 * Reads the images of a task on this node with one engine.
 *
 * @throws EngineMissing if Tesseract or a model is not installed; other errors that are not about an image; the signal's
 *   reason if it fires before the first image
 */
export async function readTask(
  task: OrderedTask,
  place: {
    readonly toolbox: Toolbox
    readonly folder: ResultsFolder
    readonly scratch: string
    readonly signal: AbortSignal
  },
  onRow: (row: Row) => void
): Promise<TaskRecord> {
  const { settings, imageTimeout } = task
  const { folder, scratch, signal } = place
  assertEngine(place.toolbox, settings)
  const engine = tesseractEngine(confined(place.toolbox, scratch), settings)
  const reader = engine.openReader(scratch)
  try {
    reader.warmUp()
    const images = await taskImages(task, engine.fingerprint, signal)
    const bytes = images.reduce((sum, image) => sum + image.bytes, 0)
    return await attemptTask(
      { ...task, id: task.task, images, bytes },
      { reader, folder, scratch, settings, imageTimeout, signal },
      onRow
    )
  } finally {
    reader.close()
  }
}

/** Without an engine every image would fail, which must not look like images that cannot be read. */
function assertEngine(toolbox: Toolbox, settings: PackedOrder['settings']): void {
  const models = neededModels(settings)
  const missing = missingModels(toolbox, models)
  if (toolbox.tesseract && missing.length === 0) return
  const problem = toolbox.tesseract
    ? `Tesseract has no model for ${missing.join(', ')} on this node`
    : 'Tesseract is not installed on this node'
  const packages = missingPackages(toolbox, { models, pdf: false, heic: false })
  throw new EngineMissing(`${problem}, so no image was read. Install it: ${remedy(packages)}`)
}

/**
 * The images of the order, as files on this node. Each image gets a row, so each has an entry, even if its file is
 * missing. Keys that the order leaves open are computed, with the fingerprint of this node's engine.
 */
async function taskImages(
  task: OrderedTask,
  fingerprint: string,
  signal: AbortSignal
): Promise<TaskImage[]> {
  const images: TaskImage[] = []
  for (const [index, { path, key, keys }] of task.images.entries()) {
    signal.throwIfAborted()
    const file = task.fileOf(index)
    const found = await inspect(
      { file, shown: file, path, kind: 'file', named: true },
      task.settings.maxPixels
    )
    const isRefused = found === null || found.problem !== null
    const ownKey =
      key ?? (isRefused || !found.identity ? null : resultKey(found.identity, fingerprint))
    if (found) images.push({ ...found, key: ownKey, columns: keys })
  }
  return images
}
