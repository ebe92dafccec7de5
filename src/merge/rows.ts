import { byImage, type Row } from '../results/row.ts'
import { lostRow } from '../run/lost.ts'
import type { Source } from './source.ts'

/** A source, and what it tells of its images, those among them that it lost. */
export interface Told {
  readonly source: Source
  readonly rows: readonly Row[]
}

/** A row, and the source that has its files. */
export interface Chosen {
  readonly row: Row
  readonly source: Source
}

/** The rows of a merge: one an image, sorted by path. */
export interface ChosenRows {
  readonly chosen: readonly Chosen[]
  /** Images of which more than one source tells. */
  readonly repeated: readonly string[]
}

/** Chooses each image's row: of several the latest that is no failure, else the latest. */
export function chooseRows(told: readonly Told[]): ChosenRows {
  const chosen = new Map<string, Chosen>()
  const repeated = new Set<string>()
  for (const { source, rows } of told) {
    for (const row of rows) {
      const earlier = chosen.get(row.image)
      if (earlier) repeated.add(row.image)
      if (!earlier || row.status !== 'failed' || earlier.row.status === 'failed')
        chosen.set(row.image, { row, source })
    }
  }
  const sorted = [...chosen.values()].sort((a, b) => byImage(a.row, b.row))
  return { chosen: sorted, repeated: [...repeated].sort() }
}

/** Everything that a source tells: images planned = rows, whether or not it came to its end. */
export function toldBy(source: Source): Told {
  const { table, records } = source
  const rows = (table?.rows ?? []).map((row) =>
    row.status === 'failed' || table?.folder.output('txt', row.image) ? row : withoutText(row)
  )
  const known = new Set(rows.map(({ image }) => image))
  const planned = (records?.tasks ?? []).flatMap(({ partition }) => partition.images)
  const why = table
    ? 'its shard was ended before this image was read'
    : 'the table and the texts of its shard did not come'
  const lost = [...new Set(planned)].filter((image) => !known.has(image))
  return { source, rows: [...rows, ...lost.map((image) => lostRow(image, why))] }
}

/** A row whose text did not come with it. */
const withoutText = (row: Row): Row => {
  const { image, identity, key, bytes, keys } = row
  return { ...lostRow(image, 'its text did not come with its shard'), identity, key, bytes, keys }
}
