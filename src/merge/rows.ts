import { lostRow, lostRows } from '../results/lost.ts'
import { byImage, type Row } from '../results/row.ts'
import type { Source } from './source.ts'

/** A source, and a row for each of its images, including those it lost. */
export interface SourceRows {
  readonly source: Source
  readonly rows: readonly Row[]
}

/** A row, and the source that has its files. */
export interface ChosenRow {
  readonly row: Row
  readonly source: Source
}

/** The rows of a merge: one per image, sorted by path. */
export interface ChosenRows {
  readonly chosen: readonly ChosenRow[]
  /** Images with rows in more than one source. */
  readonly repeated: readonly string[]
}

/** Chooses one row per image: the latest that did not fail, or the latest if all failed. */
export function chooseRows(sources: readonly SourceRows[]): ChosenRows {
  const chosen = new Map<string, ChosenRow>()
  const repeated = new Set<string>()
  for (const { source, rows } of sources) {
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

/** The rows of a source, with one for every image it planned to read, even if its run never finished. */
export function rowsOf(source: Source): SourceRows {
  const { table, records } = source
  const rows = (table?.rows ?? []).map((row) =>
    row.status === 'failed' || table?.folder.output('txt', row.image) ? row : withoutText(row)
  )
  const planned = (records?.tasks ?? []).flatMap(({ partition }) =>
    partition.images.map((image) => ({ image }))
  )
  const reason = table
    ? 'its shard was ended before this image was read'
    : 'the table and texts of its shard are missing'
  return { source, rows: [...rows, ...lostRows(planned, rows, () => reason)] }
}

/** A row whose text is missing. */
const withoutText = ({ image, identity, key, bytes, keys }: Row): Row =>
  lostRow({ image, identity, key, bytes, keys }, 'its text is missing from its shard')
