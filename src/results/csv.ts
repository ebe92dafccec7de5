import { stringify } from 'csv-stringify/sync'
import { type Row, rowColumns } from './row.ts'

/**
 * Rows as a table for spreadsheets (RFC 4180). Names and texts come from strangers: a cell that begins like a formula
 * gets an apostrophe in front, so that no spreadsheet runs it (OWASP, CSV injection).
 */
export function csvTable(rows: readonly Row[], groups: readonly string[]): string {
  return stringify(
    rows.map((row) => ({
      ...row,
      ...row.keys,
      error: row.error?.code,
      errorMessage: row.error?.message
    })),
    {
      header: true,
      columns: csvColumns(groups),
      escape_formulas: true,
      quoted_match: /[\r\n]/,
      record_delimiter: '\r\n'
    }
  )
}

/** The table's columns: a row's own, the error in two, and one for each group of `key-pattern`. */
export function csvColumns(groups: readonly string[]): string[] {
  return rowColumns.flatMap((column) => {
    if (column === 'keys') return [...groups]
    return column === 'error' ? ['error', 'errorMessage'] : [column]
  })
}
