import { grouped } from '../lib/text.ts'
import { type Content, html, Markup } from './html.ts'

/** A column of a table on the page. */
export interface TableColumn<T> {
  readonly title: string
  readonly cell: (item: T) => Content
  /** The cell's number, to sort by, if the column holds numbers. */
  readonly number?: (item: T) => number | null
  /** How its text wraps: `path` breaks anywhere, `words` between words. */
  readonly kind?: 'path' | 'words'
}

/** The caption of a table. */
export interface TableCaption {
  readonly caption: string
  /** Whether only screen readers get the caption, because the heading above says the same. */
  readonly hidden?: boolean
  /** The id of the table that the filter applies to. */
  readonly id?: string
}

/** Rows as a table that the page's script can sort, in a frame that scrolls by mouse, touch and keyboard. */
export function table<T>(
  { caption, hidden = false, id }: TableCaption,
  columns: readonly TableColumn<T>[],
  items: readonly T[]
): Markup {
  return html`<div class="frame" role="region" tabindex="0" aria-label="${caption}">
<table${id === undefined ? null : html` id="${id}"`}>
<caption${hidden ? new Markup(' class="visually-hidden"') : null}>${caption}</caption>
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

/** Says how many rows a table leaves out, and where they all are. */
export const leftOut = (all: number, shown: number, where: string): Markup | null =>
  all <= shown
    ? null
    : html`<p class="note">Showing the first ${grouped(shown)} of ${grouped(all)}; <code>${where}</code> has all.</p>`
