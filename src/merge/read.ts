import { findFolders } from './find.ts'
import { isKnown, misfits } from './fit.ts'
import { readSource, type Source } from './source.ts'

/** Sources with their tables and records together. */
export interface PairedSources {
  readonly sources: readonly Source[]
  /** In sentences: halves of which nobody can say which belong together. */
  readonly problems: readonly string[]
}

/** Puts tables and records together that came in two folders, as the two artifacts of a shard do. */
export function paired(sources: readonly Source[]): PairedSources {
  const whole = sources.filter(({ table, records }) => table && records)
  const halves = sources.filter((source) => !whole.includes(source))
  const marks = [...new Set(halves.map(({ mark }) => mark))]
  const groups = marks.map((mark) => joined(halves.filter((half) => half.mark === mark)))
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
  if (tables.length > 1 || records.length > 1) return { sources: [], problems: [unclear(halves)] }
  const shown = `${text.shown} and ${metadata.shown}`
  const odd = [...text.odd, ...metadata.odd]
  return { sources: [{ ...metadata, shown, table: text.table, odd }], problems: [] }
}

const unclear = (halves: readonly Source[]): string =>
  `Which texts belong to which metadata cannot be told of ${halves.map(({ shown }) => shown).join(', ')}: give each job that uses this action an \`artifact-name\` of its own.`

/** The sources of a merge, the one that began first in front: whatever two tell differently, the later one has the last word. */
export interface Sources {
  readonly sources: readonly Source[]
  /** What is left out of them, and what they lack, in sentences. */
  readonly warnings: readonly string[]
  /** Why they cannot be merged, in sentences; the sources are of no use then. */
  readonly problems: readonly string[]
}

/**
 * Reads what shards left in folders, and looks whether it is of one run. Nothing is written.
 *
 * @param cwd absolute: where relative paths start
 * @param target absolute: the folder to merge into
 */
export function readSources(named: readonly string[], cwd: string, target: string): Sources {
  const { folders, others, problems } = findFolders(named, cwd, target)
  const { sources, problems: unclear } = paired(folders.map(readSource))
  const unfit = folders.length === 0 ? [] : misfits(sources)
  return {
    sources: [...sources].sort(byStart),
    warnings: [
      ...(others.length > 0 ? [leftOut(others)] : []),
      ...sources.flatMap(lacks),
      ...severalRuns(sources)
    ],
    problems: [...problems, ...unclear, ...(unclear.length === 0 ? unfit : [])]
  }
}

const startOf = ({ records }: Source): string => records?.run.start ?? ''

const byStart = (a: Source, b: Source): number =>
  startOf(a) === startOf(b) ? (a.shown < b.shown ? -1 : 1) : startOf(a) < startOf(b) ? -1 : 1

/** Folders without results that are named; a working directory has many. */
const MOST_NAMED = 5

function leftOut(others: readonly string[]): string {
  const rest = others.length - MOST_NAMED
  const more = rest > 0 ? ` and ${rest} more` : ''
  return `Left out, since no results are there: ${others.slice(0, MOST_NAMED).join(', ')}${more}.`
}

/** Of the same images and settings, and so merged; but perhaps not what somebody meant. */
function severalRuns(sources: readonly Source[]): string[] {
  const runs = new Set(sources.flatMap(({ records }) => records?.run.workflowRun ?? []))
  return runs.size < 2 ? [] : [`The shards are of several workflow runs: ${[...runs].join(', ')}.`]
}

function lacks(source: Source): string[] {
  const odd = source.odd.map(
    (what) => `Left out of ${source.shown}, since it is not ours: ${what}.`
  )
  return isKnown(source)
    ? odd
    : [
        ...odd,
        `Of ${source.shown} the metadata did not come: its rows count, its times, nodes and tasks are not known.`
      ]
}
