import { outputPath, type ResultsFolder } from '../results/folder.ts'
import type { Format } from '../results/records.ts'
import type { Row } from '../results/row.ts'
import type { TaskImage } from '../task/task.ts'

/** What of an earlier run stays, and what is to be read. */
export interface Reuse {
  readonly kept: readonly Row[]
  readonly wanted: readonly TaskImage[]
}

/**
 * Keeps the results whose key is unchanged, also where the image has another path now. What an earlier run left of any
 * other image is removed: the folder holds the results of this run and no others.
 */
export function reuseEarlier(
  images: readonly TaskImage[],
  folder: ResultsFolder,
  ask: { readonly reuse: boolean; readonly formats: readonly Format[] }
): Reuse {
  const earlier = folder.earlierRows()
  const find = finder(
    ask.reuse ? [...earlier.values()].filter((row) => isWhole(row, ask.formats, folder)) : []
  )
  const wanted: TaskImage[] = []
  const found: Found[] = []
  for (const image of images) {
    const row = find(image)
    if (row) found.push({ row, image })
    else wanted.push(image)
  }
  bringAlong(found, folder, ask.formats)
  const kept = found.map(({ row, image }) => retold(row, image))
  folder.removeOutputs(
    kept.map(({ image }) => image),
    ['txt', ...ask.formats]
  )
  removeOthers([...earlier.keys(), ...wanted.map(({ path }) => path)], kept, folder)
  return { kept, wanted }
}

/** An image, and the earlier row that has its key. */
interface Found {
  readonly row: Row
  readonly image: TaskImage
}

/** Gives the images that have another path now their files there. */
function bringAlong(
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
  // Were we killed between two files, the table must not speak of a text that is another's by then.
  folder.copyAll(copies, () => folder.beginRows(found.filter(isInPlace).map(({ row }) => row)))
}

/** Finds the earlier row of an image: its own where the key is the same, else another's with that key. */
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

/** Whether a row has a text, and every file that this run is asked for. */
const isWhole = (row: Row, formats: readonly Format[], folder: ResultsFolder): boolean =>
  row.status !== 'failed' &&
  (['txt', ...formats] as const).every((format) => folder.has(outputPath(format, row.image)))

/** The row as this run tells it: kept, read by no task of this run. */
function retold(row: Row, image: TaskImage): Row {
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
