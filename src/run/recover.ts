import * as v from 'valibot'
import type { Report } from '../report/report.ts'
import { writeReport } from '../report/write-report.ts'
import type { ResultsFolder } from '../results/folder.ts'
import { lostRows } from '../results/lost.ts'
import { nodeRecordSchema, runRecordSchema, taskRecordSchema } from '../results/records.ts'
import { totalsOf } from '../results/totals.ts'

/**
 * Finishes the results folder of a run that was killed: every image of its plan gets a row, and the tables and the
 * report are written. The folder of a run that finished is only read.
 *
 * @param since ISO 8601; a run that started earlier belongs to something else
 * @returns the report of the run; null if the folder has no run that started since then
 */
export function recover(folder: ResultsFolder, since: string): Report | null {
  if (!folder.has('metadata/run.json')) return null
  const run = v.parse(runRecordSchema, JSON.parse(folder.read('metadata/run.json').toString()))
  if (run.start < since) return null
  const tasks = folder.records('tasks').map((record) => v.parse(taskRecordSchema, record))
  const nodes = folder.records('nodes').map((record) => v.parse(nodeRecordSchema, record))
  const known = [...folder.earlierRows().values()]
  const planned = tasks.flatMap(({ partition }) => partition.images.map((image) => ({ image })))
  const lost = lostRows(planned, known, () => 'the run ended before this image was read')
  const rows = [...known, ...lost]
  if (run.outcome !== 'running') return { run, rows, tasks, nodes }
  const totals = totalsOf(rows, { otherFiles: run.totals.otherFiles, nodes, tasks })
  const report = { run: { ...run, outcome: 'cancelled' as const, totals }, rows, tasks, nodes }
  writeReport(folder, report)
  return report
}
