import { outputPath, type ResultsFolder } from '../results/folder.ts'
import type { Row } from '../results/row.ts'
import type { Format } from '../settings/inputs.ts'
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
  const kept: Row[] = []
  const wanted: TaskImage[] = []
  for (const image of images) {
    const row = find(image)
    if (row) kept.push(moved(row, image, ask.formats, folder))
    else wanted.push(image)
  }
  removeOthers([...earlier.keys(), ...wanted.map(({ path }) => path)], kept, folder)
  return { kept, wanted }
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
  for (const path of new Set(paths)) if (!keptPaths.has(path)) folder.removeOutputs(path)
}

/** Whether a row has a text, and every file that this run is asked for. */
const isWhole = (row: Row, formats: readonly Format[], folder: ResultsFolder): boolean =>
  row.status !== 'failed' &&
  (['txt', ...formats] as const).every((format) => folder.has(outputPath(format, row.image)))

/** The row as this run tells it: kept, read by no task of this run. */
function moved(row: Row, image: TaskImage, formats: readonly Format[], folder: ResultsFolder): Row {
  if (row.image !== image.path) {
    for (const format of new Set<Format>(['txt', ...formats])) {
      folder.writeOutput(format, image.path, folder.read(outputPath(format, row.image)))
    }
  }
  return {
    ...row,
    image: image.path,
    status: 'reused',
    text: outputPath('txt', image.path),
    keys: image.keys,
    task: null,
    node: null,
    slot: null,
    startedAt: null,
    seconds: 0,
    prepareSeconds: 0,
    recognizeSeconds: 0
  }
}
