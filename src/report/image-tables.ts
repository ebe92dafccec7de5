import { clip, relativeUrl } from '../lib/escape.ts'
import { count, decimal, duration, grouped } from '../lib/text.ts'
import type { Row } from '../results/row.ts'
import { preparation, whatHappened } from './findings.ts'
import { type Content, html, type Markup } from './html.ts'
import { leftOut, type TableColumn, table } from './table.ts'

/** The end of a longer message, such as a program's output, is only in the tables. */
const LONGEST_MESSAGE = 600

const NONE = '–'

/** An image's name, as a link to its text if it has one. A long name breaks between folders first. */
function imageName({ image, text }: Row): Content {
  const parts = image.split('/').map((part, index) => (index === 0 ? part : html`/<wbr>${part}`))
  const url = text === null ? null : relativeUrl(text)
  return url === null ? parts : html`<a href="${url}">${parts}</a>`
}

const imageColumn: TableColumn<Row> = { title: 'Image', cell: imageName, kind: 'path' }

const numberColumn = (
  title: string,
  number: (row: Row) => number | null,
  format = decimal
): TableColumn<Row> => ({
  title,
  number,
  cell: (row) => {
    const value = number(row)
    return value === null ? NONE : format(value)
  }
})

const confidence = numberColumn('Confidence', (row) => row.confidence)
const words = numberColumn('Words', (row) => row.words, grouped)
const pages = numberColumn('Pages', (row) => row.pages, grouped)
/** A reused result took no time, which does not make it the quickest. */
const time = numberColumn('Time', (row) => (row.status === 'reused' ? null : row.seconds), duration)

const status: TableColumn<Row> = {
  title: 'Status',
  cell: (row) => html`<span class="kind ${row.status}">${row.status}</span>`
}

/** The failed images and why, with a count of each error code; null if none failed. */
export function failuresTable(failed: readonly Row[], most: number): Markup | null {
  if (failed.length === 0) return null
  const columns: readonly TableColumn<Row>[] = [
    imageColumn,
    {
      title: 'What happened',
      cell: (row) =>
        html`<code class="code">${row.error?.code ?? ''}</code> ${clip(whatHappened(row), LONGEST_MESSAGE)}`,
      kind: 'words'
    }
  ]
  return html`<p class="reasons">${errorCounts(failed)}</p>
${table({ caption: 'Failed images', hidden: true }, columns, failed.slice(0, most))}
${leftOut(failed.length, most, 'results.csv')}`
}

function errorCounts(failed: readonly Row[]): Markup[] {
  const counts = new Map<string, number>()
  for (const { error } of failed)
    counts.set(error?.code ?? '', (counts.get(error?.code ?? '') ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([code, images]) => html`<span><b>${grouped(images)}</b> <code>${code}</code></span> `)
}

/** All images, with a box to filter them by any column; null if there are none. */
export function imagesTable(rows: readonly Row[], most: number): Markup | null {
  if (rows.length === 0) return null
  const shown = rows.slice(0, most)
  return html`<p class="filter" hidden><label for="filter">Filter</label> <input id="filter" type="search" autocomplete="off" spellcheck="false" placeholder="Name, status, …"> <output for="filter"></output></p>
${table({ caption: 'Images, by path', hidden: true, id: 'all-images' }, imageColumns(shown), shown)}
${leftOut(rows.length, most, 'results.csv')}`
}

function imageColumns(shown: readonly Row[]): TableColumn<Row>[] {
  const groups = new Set(shown.flatMap(({ keys }) => Object.keys(keys)))
  const hasSecondLooks = shown.some(({ secondLook }) => secondLook !== null)
  return [
    imageColumn,
    status,
    ...[...groups].map((group) => ({ title: group, cell: (row: Row) => row.keys[group] ?? NONE })),
    ...(shown.some((row) => row.pages > 1) ? [pages] : []),
    words,
    confidence,
    time,
    ...(hasSecondLooks ? [preparationColumn] : [])
  ]
}

const preparationColumn: TableColumn<Row> = {
  title: 'Preparation',
  cell: (row) => (row.status === 'failed' ? NONE : preparation(row)),
  kind: 'words'
}

/** The images to check first; null if no image has words. */
export function lowestConfidenceTable(rows: readonly Row[]): Markup | null {
  if (rows.length === 0) return null
  return table({ caption: 'Lowest confidence' }, [imageColumn, confidence, preparationColumn], rows)
}

/** The images that took longest to read; null if all were reused. */
export function slowestTable(rows: readonly Row[]): Markup | null {
  if (rows.length === 0) return null
  const paged: TableColumn<Row> = { ...pages, cell: (row) => count(row.pages, 'page') }
  return table(
    { caption: `Slowest ${rows.length === 1 ? 'image' : 'images'}` },
    [imageColumn, time, paged],
    rows
  )
}
