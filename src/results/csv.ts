import { stringify } from 'csv-stringify/sync'
import { type Row, rowColumns } from './row.ts'

/**
 * Rows as a CSV table for spreadsheets (RFC 4180). Names are untrusted: a cell that begins like a formula is prefixed
 * with an apostrophe, so that no spreadsheet runs it (OWASP, CSV injection).
 *
 * @param columns those that `key-pattern` makes
 */
export function csvTable(rows: readonly Row[], columns: readonly string[]): string {
  return stringify(
    rows.map((row) => ({
      ...row,
      ...row.keys,
      error: row.error?.code,
      errorMessage: row.error?.message
    })),
    {
      header: true,
      columns: csvColumns(columns),
      escape_formulas: true,
      quoted_match: /[\r\n]/,
      record_delimiter: '\r\n'
    }
  )
}

/** The table's columns: one for each field of a row, two for its error, and those that `key-pattern` makes. */
export function csvColumns(columns: readonly string[]): string[] {
  return rowColumns.flatMap((column) => {
    if (column === 'keys') return [...columns]
    return column === 'error' ? ['error', 'errorMessage'] : [column]
  })
}
