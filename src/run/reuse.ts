import type { ResultsFolder } from '../results/folder.ts'
import { outputPath } from '../results/names.ts'
import type { Format } from '../results/records.ts'
import type { Row } from '../results/row.ts'
import type { TaskImage } from '../task/task.ts'

/** Results of an earlier run that are kept, and images that have to be read. */
export interface Reuse {
  readonly kept: readonly Row[]
  readonly wanted: readonly TaskImage[]
}

/**
 * Keeps the results whose key is unchanged, even if the image has been moved or renamed. Earlier results of all other
 * images are removed, so that the folder holds only the results of this run.
 */
export function reuseEarlier(
  images: readonly TaskImage[],
  folder: ResultsFolder,
  asked: { readonly reuse: boolean; readonly formats: readonly Format[] }
): Reuse {
  const earlier = folder.earlierRows()
  const find = finder(
    asked.reuse ? [...earlier.values()].filter((row) => isWhole(row, asked.formats, folder)) : []
  )
  const wanted: TaskImage[] = []
  const found: Found[] = []
  for (const image of images) {
    const row = find(image)
    if (row) found.push({ row, image })
    else wanted.push(image)
  }
  copyRenamed(found, folder, asked.formats)
  const kept = found.map(({ row, image }) => reusedRow(row, image))
  folder.removeOutputs(
    kept.map(({ image }) => image),
    ['txt', ...asked.formats]
  )
  removeOthers([...earlier.keys(), ...wanted.map(({ path }) => path)], kept, folder)
  return { kept, wanted }
}

/** An image, and the earlier row that has its key. */
interface Found {
  readonly row: Row
  readonly image: TaskImage
}

/** Copies the files of images that have been moved or renamed to their new paths. */
function copyRenamed(
  found: readonly Found[],
  folder: ResultsFolder,
  formats: readonly Format[]
): void {
  const isInPlace = ({ row, image }: Found) => row.image === image.path
  const copies = found
    .filter((one) => !isInPlace(one))
    .flatMap(({ row, image }) =>
      [...new Set<Format>(['txt', ...formats])].map((format) => ({
        from: outputPath(format, row.image),
        to: outputPath(format, image.path)
      }))
    )
  if (copies.length === 0) return
  // If the process is killed between two files, the table must not list a text that was already replaced.
  folder.copyAll(copies, () => folder.beginRows(found.filter(isInPlace).map(({ row }) => row)))
}

/** Finds the earlier row of an image: its own if the key is the same, otherwise that of another image with that key. */
function finder(rows: readonly Row[]): (image: TaskImage) => Row | undefined {
  const byImage = new Map(rows.map((row) => [row.image, row]))
  const byKey = new Map(rows.map((row) => [row.key, row]))
  return ({ path, key }) => {
    if (key === null) return undefined
    const own = byImage.get(path)
    return own?.key === key ? own : byKey.get(key)
  }
}

function removeOthers(paths: readonly string[], kept: readonly Row[], folder: ResultsFolder): void {
  const keptPaths = new Set(kept.map(({ image }) => image))
  folder.removeOutputs([...new Set(paths)].filter((path) => !keptPaths.has(path)))
}

/** Whether a row has its text and every other format of this run. */
const isWhole = (row: Row, formats: readonly Format[], folder: ResultsFolder): boolean =>
  row.status !== 'failed' &&
  (['txt', ...formats] as const).every((format) => folder.has(outputPath(format, row.image)))

/** The row in this run: kept, and read by none of its tasks. */
function reusedRow(row: Row, image: TaskImage): Row {
  return {
    ...row,
    image: image.path,
    status: 'reused',
    text: outputPath('txt', image.path),
    keys: image.columns,
    task: null,
    node: null,
    slot: null,
    startedAt: null,
    seconds: 0,
    prepareSeconds: 0,
    recognizeSeconds: 0
  }
}
