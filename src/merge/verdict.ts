import { isKnown, type KnownSource } from './fit.ts'
import type { SourceRows } from './rows.ts'

/** What is missing from a merge, in sentences. */
export interface Completeness {
  /** Shards that are missing, that are incomplete, or whose run failed. */
  readonly problems: readonly string[]
  /** Shards that were ended early; each of their images has a row. */
  readonly endedEarly: readonly string[]
}

/** Checks every shard, by its most complete attempt. */
export function completeness(sources: readonly SourceRows[]): Completeness {
  const count = sources.map(({ source }) => source).find(isKnown)?.shard.count ?? 1
  const states = Array.from({ length: count }, (_, index) => {
    const attempts = sources.filter(({ source }) => source.shard?.index === index + 1)
    const all = attempts.map(stateOf)
    return { index: index + 1, state: all.find(isComplete) ?? all.at(-1) ?? null }
  })
  const missing = states.filter(({ state }) => state === null).map(({ index }) => index)
  const found = states.map(({ state }) => state).filter((state) => state !== null)
  return {
    problems: [
      ...(missing.length > 0 ? [missingSentence(missing, count)] : []),
      ...found.flatMap(({ problem }) => problem ?? [])
    ],
    endedEarly: found.flatMap(({ endedEarly }) => endedEarly ?? [])
  }
}

interface State {
  readonly problem: string | null
  readonly endedEarly: string | null
}

const COMPLETE: State = { problem: null, endedEarly: null }

const isComplete = ({ problem, endedEarly }: State): boolean =>
  problem === null && endedEarly === null

function stateOf({ source, rows }: SourceRows): State {
  if (!isKnown(source)) return COMPLETE
  const { run } = source.records
  const name = nameOf(source)
  const images = imagesOf(source)
  if (run.outcome === 'failed') {
    const reason = run.problem?.replaceAll('\n', ' ') ?? 'no reason was recorded.'
    return { ...COMPLETE, problem: `${name} failed: ${reason}` }
  }
  if (source.table === null)
    return { ...COMPLETE, problem: `The table and texts of ${uncapitalized(name)} are missing.` }
  if (rows.length < images) {
    const found = `${name} has results for ${rows.length} of its ${images} images`
    return { ...COMPLETE, problem: `${found}: the rest of its table is missing.` }
  }
  const lost = rows.filter(({ error }) => error?.code === 'lost').length
  return run.outcome === 'done' || lost === 0
    ? COMPLETE
    : {
        ...COMPLETE,
        endedEarly: `${name} was ended early: ${lost} of its ${images} images were not read.`
      }
}

/** How many images a shard had: from its totals, plus its plan if it was ended before it could total them. */
function imagesOf({ records: { run } }: KnownSource): number {
  if (run.outcome !== 'running') return run.totals.images
  return run.plan.partitions.reduce((sum, { images }) => sum + images, run.totals.images)
}

const nameOf = ({ shard }: KnownSource): string =>
  shard.count === 1 ? 'The run' : `Shard ${shard.index} of ${shard.count}`

const uncapitalized = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

function missingSentence(missing: readonly number[], count: number): string {
  const last = missing.at(-1)
  return missing.length === 1
    ? `Shard ${last} of ${count} is missing: which images it had is not known. Run it again, and merge again.`
    : `Shards ${missing.slice(0, -1).join(', ')} and ${last} of ${count} are missing: which images they had is not known. Run them again, and merge again.`
}
