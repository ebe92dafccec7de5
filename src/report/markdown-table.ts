/** A column of a table in Markdown. */
export interface Column {
  readonly title: string
  /** Numbers stand to the right. */
  readonly numbers?: true
}

/** Rows of cells as a table in Markdown. Cells are Markdown on one line already. */
export function markdownTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[]
): string {
  return [
    line(columns.map(({ title }) => title)),
    line(columns.map(({ numbers }) => (numbers ? '---:' : '---'))),
    ...rows.map(line)
  ].join('\n')
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
