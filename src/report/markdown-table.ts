/** A column of a Markdown table. */
export interface Column {
  readonly title: string
  /** Aligned right. */
  readonly numbers?: true
}

/** Rows of cells as a Markdown table. Each cell must be Markdown on one line. */
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
