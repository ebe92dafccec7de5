import { rowColumns } from './row.ts'

/** The table's columns: a row's own, the error in two, and one for each group of `key-pattern`. */
export function csvColumns(groups: readonly string[]): string[] {
  return rowColumns.flatMap((column) => {
    if (column === 'keys') return [...groups]
    return column === 'error' ? ['error', 'errorMessage'] : [column]
  })
}
