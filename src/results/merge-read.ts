import { findFolders } from './merge-find.ts'
import { isKnown, misfits } from './merge-fit.ts'
import { paired } from './merge-pair.ts'
import { readSource, type Source } from './merge-source.ts'

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
