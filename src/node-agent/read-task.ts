import { fingerprint } from '../engine/fingerprint.ts'
import { confined } from '../engine/imagemagick/policy.ts'
import { missingPackages, remedy } from '../engine/install.ts'
import { openReader } from '../engine/reader.ts'
import type { Toolbox } from '../engine/toolbox.ts'
import { inspect } from '../images/image.ts'
import type { ResultsFolder } from '../results/folder.ts'
import { resultKey } from '../results/key.ts'
import type { TaskRecord } from '../results/records.ts'
import type { Row } from '../results/row.ts'
import { attemptTask } from '../task/attempt.ts'
import type { PackedOrder } from '../task/order.ts'
import type { TaskImage } from '../task/task.ts'

/** A task as its order tells it, on the slot that it has got. */
export interface OrderedTask extends Omit<PackedOrder, 'vmSize'> {
  readonly node: string
  readonly slot: number | null
  readonly attempt: number
  /** Where the image of an index of the order lies. */
  readonly fileOf: (index: number) => string
}

/** This node cannot read at all: it is not the images' fault. The message says what to do. */
export class EngineMissing extends Error {}

/**
 * Reads the images of a task on this node, all with one engine.
 *
 * @throws EngineMissing where Tesseract or a language is not there; what else is no failure of an image; the signal's
 *   reason where it fires before the first image
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
  const reader = openReader(confined(place.toolbox, scratch), settings, scratch)
  try {
    reader.warmUp()
    const images = await taskImages(task, place.toolbox, signal)
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

/** Every image of such a node would fail: that must not look like images that cannot be read. */
function assertEngine(toolbox: Toolbox, settings: PackedOrder['settings']): void {
  const languages = settings.pageSegmentationMode === 0 ? ['osd'] : settings.languages
  const absent = languages.filter((language) => !toolbox.languages.includes(language))
  if (toolbox.tesseract && absent.length === 0) return
  const lacks = toolbox.tesseract
    ? `Tesseract has no model of ${absent.join(', ')} on this node`
    : 'Tesseract is not installed on this node'
  const packages = missingPackages(toolbox, { languages, pdf: false, heic: false })
  throw new EngineMissing(`${lacks}, so nothing was read. Install it: ${remedy(packages)}`)
}

/**
 * The order's images as they lie on this node: each has a row, so each has an entry, whatever became of its file. The
 * key is made here where the order leaves it open: it tells which engine read, and that is this node's.
 */
async function taskImages(
  task: OrderedTask,
  toolbox: Toolbox,
  signal: AbortSignal
): Promise<TaskImage[]> {
  const engine = fingerprint(toolbox, task.settings)
  const images: TaskImage[] = []
  for (const [index, { path, key, keys }] of task.images.entries()) {
    signal.throwIfAborted()
    const file = task.fileOf(index)
    const found = await inspect(
      { file, shown: file, path, kind: 'file', named: true },
      task.settings.maxPixels
    )
    const isRefused = found === null || found.problem !== null
    const ownKey = key ?? (isRefused || !found.identity ? null : resultKey(found.identity, engine))
    if (found) images.push({ ...found, key: ownKey, keys })
  }
  return images
}
