import type { ResultsFolder } from '../results/folder.ts'
import { reportPage } from './page.ts'
import type { Report } from './report.ts'

/**
 * Writes everything that a finished run leaves besides its texts and logs: tables, records and `report.html`. The run
 * record comes last: once it says that the run has ended, everything else is there.
 *
 * @param columns those that `key-pattern` makes; by default those that the rows have
 */
export function writeReport(
  folder: ResultsFolder,
  report: Report,
  columns: readonly string[] = columnsOf(report)
): void {
  const { run, rows, nodes, tasks } = report
  folder.writeTables(rows, columns)
  for (const node of nodes) folder.writeRecord(`nodes/${node.id}`, node)
  for (const task of tasks) folder.writeRecord(`tasks/${task.id}`, task)
  folder.write('report.html', reportPage(report))
  folder.writeRecord('run', run)
}

const columnsOf = ({ rows }: Report): string[] => [
  ...new Set(rows.flatMap(({ keys }) => Object.keys(keys)))
]
