import { resolve } from 'node:path'
import { letSignalsThrough } from '../lib/abort.ts'
import type { Listener } from '../lib/listener.ts'
import { count } from '../lib/text.ts'
import type { Report } from '../report/report.ts'
import { writeReport } from '../report/write-report.ts'
import { ResultsFolder } from '../results/folder.ts'
import type { RunRecord, TaskRecord } from '../results/records.ts'
import type { Row } from '../results/row.ts'
import { rounded, totalsOf } from '../results/totals.ts'
import type { Finished } from '../run/finish.ts'
import { type Settings, SettingsError } from '../settings/settings.ts'
import { copyLogs, copyResults } from './copy.ts'
import { isKnown, type KnownSource } from './fit.ts'
import { readSources } from './read.ts'
import { extreme, mergedNodes, mergedPlan, mergedTasks } from './records.ts'
import { type ChosenRows, chooseRows, rowsOf, type SourceRows } from './rows.ts'
import type { Source } from './source.ts'
import { type Completeness, completeness } from './verdict.ts'

/**
 * Merges the results of a run's shards into one results folder, as a single run would have left it. Anything missing is
 * the run's problem; the rest is merged all the same. The folders are only read.
 *
 * @param folders results folders, or folders that hold such folders; relative to `cwd`
 * @throws SettingsError if they are not the shards of one run, before anything is written; the signal's reason
 */
export async function mergeShards(
  folders: readonly string[],
  settings: Pick<Settings, 'results'>,
  cwd: string,
  listener: Listener,
  signal: AbortSignal
): Promise<Finished> {
  listener.phase('Shards')
  const folder = new ResultsFolder(resolve(cwd, settings.results))
  const { sources, warnings, problems } = readSources(folders, cwd, folder.path)
  if (problems.length > 0) throw new SettingsError(problems)
  for (const warning of warnings) listener.warn(warning)
  const sourceRows: SourceRows[] = []
  for (const source of sources) {
    await letSignalsThrough(signal)
    sourceRows.push(rowsOf(source))
  }
  const rows = chooseRows(sourceRows)
  const complete = completeness(sourceRows)
  listener.say(foundSentence(sources, rows))
  for (const sentence of [...repeatedSentences(rows), ...complete.endedEarly])
    listener.warn(sentence)

  listener.phase('Merge')
  await copyResults(rows.chosen, folder, signal)
  const known = sources.filter(isKnown)
  await copyLogs(known, folder)
  const report = reportOf(
    rows.chosen.map(({ row }) => row),
    known,
    complete,
    settings.results
  )
  for (const row of report.rows) if (row.status === 'failed') listener.failed(row)
  writeReport(folder, report)
  return {
    ...report,
    jobId: report.run.id,
    results: folder.path,
    cancelled: false,
    problem: report.run.problem,
    leftover: null
  }
}

function foundSentence(sources: readonly Source[], { chosen }: ChosenRows): string {
  const shards = sources.map(({ shard }) => shard).filter((shard) => shard !== null)
  const all = Math.max(...shards.map(({ count }) => count))
  const found = new Set(shards.map(({ index }) => index)).size
  const where =
    all === 1 ? sources.map(({ shown }) => shown).join(' and ') : `${found} of ${all} shards`
  return `Found ${count(chosen.length, 'image')} in ${where}.`
}

function repeatedSentences({ repeated }: ChosenRows): string[] {
  const [first] = repeated
  if (first === undefined) return []
  const more = repeated.length === 1 ? '' : ` and ${count(repeated.length - 1, 'more image')}`
  return [
    `More than one folder has results for ${first}${more}: the latest one that did not fail is used.`
  ]
}

/** The report of a single run with these rows. Where shards differ, the last one counts. */
function reportOf(
  rows: readonly Row[],
  sources: readonly KnownSource[],
  { problems, endedEarly }: Completeness,
  results: string
): Report {
  const runs = sources.map(({ records }) => records.run)
  const last = runs.at(-1) as RunRecord
  const [nodes, tasks] = [mergedNodes(sources), mergedTasks(sources)]
  const otherFiles = Math.max(...runs.map(({ totals }) => totals.otherFiles))
  const totals = totalsOf(rows, { otherFiles, nodes, tasks })
  const start = runs[0]?.start ?? last.start
  const end = extreme([...runs.map((run) => run.end), ...tasks.flatMap(endsOf)], 'last')
  const seconds = end === null ? last.seconds : secondsBetween(start, end)
  const run: RunRecord = {
    ...last,
    ...{ start, end, seconds, totals },
    outcome: problems.length > 0 ? 'failed' : endedEarly.length > 0 ? 'cancelled' : 'done',
    problem: problems.length > 0 ? problems.join(' ') : null,
    settings: { ...last.settings, shard: { index: 1, count: 1 }, results },
    speedup: totals.tasks === 0 || seconds === 0 ? null : rounded(totals.taskSeconds / seconds),
    plan: mergedPlan(sources)
  }
  return { run, rows, nodes, tasks }
}

const endsOf = ({ attempts }: TaskRecord): string[] => attempts.map(({ end }) => end)

const secondsBetween = (start: string, end: string): number =>
  rounded(Math.max(0, Date.parse(end) - Date.parse(start)) / 1000)
