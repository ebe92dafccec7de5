import { grouped } from '../lib/text.ts'
import { type Content, html, Markup } from './html.ts'

/** A column of a table on the page. */
export interface TableColumn<T> {
  readonly title: string
  readonly cell: (item: T) => Content
  /** What the cell's number is, where the column holds numbers: it sorts by it. */
  readonly number?: (item: T) => number | null
  /** How wide its text may grow: `path` breaks anywhere, `words` between words. */
  readonly kind?: 'path' | 'words'
}

/** How a table is introduced. */
export interface TableIntroduction {
  readonly caption: string
  /** Whether the caption is for those only who do not see the heading above it. */
  readonly hidden?: boolean
  /** Marks the table that the filter belongs to. */
  readonly id?: string
}

/** Rows as a table whose columns the page's script can sort, in a frame that scrolls by mouse, finger and keyboard. */
export function table<T>(
  introduction: TableIntroduction,
  columns: readonly TableColumn<T>[],
  items: readonly T[]
): Markup {
  const { caption, hidden = false, id = null } = introduction
  return html`<div class="frame" role="region" tabindex="0" aria-label="${caption}">
<table${id && html` id="${id}"`}>
<caption${hidden ? new Markup(' class="unseen"') : null}>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col"${classOf(column)}>${column.title}</th>`)}</tr></thead>
<tbody>
${items.map((item) => html`<tr>${columns.map((column) => cellOf(column, item))}</tr>\n`)}
</tbody>
</table>
</div>`
}

function cellOf<T>(column: TableColumn<T>, item: T): Markup {
  const { number, cell } = column
  const value = number && html` data-value="${number(item)}"`
  return html`<td${classOf(column)}${value ?? null}>${cell(item)}</td>`
}

function classOf<T>({ number, kind }: TableColumn<T>): Markup | null {
  if (number) return html` class="number"`
  return kind ? html` class="${kind}"` : null
}

/** Says what a table leaves out, and where all of it is. */
export const leftOut = (all: number, shown: number, where: string): Markup | null =>
  all <= shown
    ? null
    : html`<p class="note">These are the first ${grouped(shown)} of ${grouped(all)}; all are in <code>${where}</code>.</p>`
