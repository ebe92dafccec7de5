import { findFolders } from './find.ts'
import { isKnown, misfits } from './fit.ts'
import { readSource, type Source } from './source.ts'

/** Sources that have their table and records in one. */
interface PairedSources {
  readonly sources: readonly Source[]
  /** In sentences: tables and records that cannot be matched. */
  readonly problems: readonly string[]
}

/** Joins a table and records from two folders, as a shard's two artifacts are, into one source. */
function paired(sources: readonly Source[]): PairedSources {
  const whole = sources.filter(({ table, records }) => table && records)
  const halves = sources.filter((source) => !whole.includes(source))
  const origins = [...new Set(halves.map(({ origin }) => origin))]
  const groups = origins.map((origin) => joined(halves.filter((half) => half.origin === origin)))
  return {
    sources: [...whole, ...groups.flatMap((group) => group.sources)],
    problems: groups.flatMap((group) => group.problems)
  }
}

function joined(halves: readonly Source[]): PairedSources {
  const tables = halves.filter(({ table }) => table)
  const records = halves.filter(({ records }) => records)
  const [text, metadata] = [tables[0], records[0]]
  if (!text || !metadata) return { sources: halves, problems: [] }
  if (tables.length > 1 || records.length > 1) return { sources: [], problems: [ambiguous(halves)] }
  const shown = `${text.shown} and ${metadata.shown}`
  const ignored = [...text.ignored, ...metadata.ignored]
  return { sources: [{ ...metadata, shown, table: text.table, ignored }], problems: [] }
}

const ambiguous = (halves: readonly Source[]): string =>
  `Which texts belong to which metadata is not clear in ${halves.map(({ shown }) => shown).join(', ')}: give each job that uses this action its own \`artifact-name\`.`

/** The sources of a merge, earliest first: if two differ about something, the later one is right. */
export interface Sources {
  readonly sources: readonly Source[]
  /** What is ignored or missing in them, in sentences. */
  readonly warnings: readonly string[]
  /** Why they cannot be merged, in sentences; if there are any, do not use the sources. */
  readonly problems: readonly string[]
}

/**
 * Reads the results of shards from folders and checks that they are of one run. Nothing is written.
 *
 * @param cwd absolute: the base of relative paths
 * @param target absolute: the folder to merge into
 */
export function readSources(named: readonly string[], cwd: string, target: string): Sources {
  const { folders, others, problems } = findFolders(named, cwd, target)
  const { sources, problems: unpaired } = paired(folders.map(readSource))
  const unfit = folders.length === 0 ? [] : misfits(sources)
  return {
    sources: [...sources].sort(byStart),
    warnings: [
      ...(others.length > 0 ? [ignoredFolders(others)] : []),
      ...sources.flatMap(warningsOf),
      ...severalRuns(sources)
    ],
    problems: [...problems, ...unpaired, ...(unpaired.length === 0 ? unfit : [])]
  }
}

const startOf = ({ records }: Source): string => records?.run.start ?? ''

const byStart = (a: Source, b: Source): number =>
  startOf(a) === startOf(b) ? (a.shown < b.shown ? -1 : 1) : startOf(a) < startOf(b) ? -1 : 1

/** Ignored folders that are named; a working directory may have many. */
const MOST_NAMED = 5

function ignoredFolders(others: readonly string[]): string {
  const rest = others.length - MOST_NAMED
  const more = rest > 0 ? ` and ${rest} more` : ''
  return `Ignored folders without results: ${others.slice(0, MOST_NAMED).join(', ')}${more}.`
}

/** They have the same images and settings, so they are merged; but that may not be what the user meant. */
function severalRuns(sources: readonly Source[]): string[] {
  const runs = new Set(sources.flatMap(({ records }) => records?.run.workflowRun ?? []))
  return runs.size < 2
    ? []
    : [`The shards are from several workflow runs: ${[...runs].join(', ')}.`]
}

function warningsOf(source: Source): string[] {
  const ignored = source.ignored.map(
    (what) => `Ignored in ${source.shown}, because this action did not write it: ${what}.`
  )
  return isKnown(source)
    ? ignored
    : [
        ...ignored,
        `The metadata of ${source.shown} is missing: its rows are merged, but its times, nodes and tasks are not known.`
      ]
}
