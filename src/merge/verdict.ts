import { isKnown, type KnownSource } from './fit.ts'
import type { Told } from './rows.ts'

/** How much of the whole came together, in sentences. */
export interface Wholeness {
  /** What is missing of which nobody knows the images, or could not go on. */
  readonly problems: readonly string[]
  /** What was ended early; each of its images has a row. */
  readonly cutOff: readonly string[]
}

/** Looks at every shard, by the best attempt at it. */
export function wholeness(told: readonly Told[]): Wholeness {
  const count = told.map(({ source }) => source).find(isKnown)?.shard.count ?? 1
  const states = Array.from({ length: count }, (_, index) => {
    const attempts = told.filter(({ source }) => source.shard?.index === index + 1)
    const all = attempts.map(stateOf)
    return { index: index + 1, state: all.find(isWhole) ?? all.at(-1) ?? null }
  })
  const missing = states.filter(({ state }) => state === null).map(({ index }) => index)
  const found = states.map(({ state }) => state).filter((state) => state !== null)
  return {
    problems: [
      ...(missing.length > 0 ? [missingSentence(missing, count)] : []),
      ...found.flatMap(({ problem }) => problem ?? [])
    ],
    cutOff: found.flatMap(({ cutOff }) => cutOff ?? [])
  }
}

interface State {
  readonly problem: string | null
  readonly cutOff: string | null
}

const WHOLE: State = { problem: null, cutOff: null }

const isWhole = ({ problem, cutOff }: State): boolean => problem === null && cutOff === null

function stateOf({ source, rows }: Told): State {
  if (!isKnown(source)) return WHOLE
  const { run } = source.records
  const name = nameOf(source)
  const images = imagesOf(source)
  if (run.outcome === 'failed') {
    const why = run.problem?.replaceAll('\n', ' ') ?? 'it does not say why.'
    return { ...WHOLE, problem: `${name} could not go on: ${why}` }
  }
  if (source.table === null)
    return { ...WHOLE, problem: `The table and the texts of ${lower(name)} did not come.` }
  if (rows.length < images) {
    const told = `${name} tells of ${rows.length} of its ${images} images`
    return { ...WHOLE, problem: `${told}: the rest of its table did not come.` }
  }
  const lost = rows.filter(({ error }) => error?.code === 'lost').length
  return run.outcome === 'done' || lost === 0
    ? WHOLE
    : {
        ...WHOLE,
        cutOff: `${name} was ended early: ${lost} of its ${images} images were not read.`
      }
}

/** How many images a shard had: by its totals, and by its plan where it had no time to add up. */
function imagesOf({ records: { run } }: KnownSource): number {
  if (run.outcome !== 'running') return run.totals.images
  return run.plan.partitions.reduce((sum, { images }) => sum + images, run.totals.images)
}

const nameOf = ({ shard }: KnownSource): string =>
  shard.count === 1 ? 'The run' : `Shard ${shard.index} of ${shard.count}`

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

function missingSentence(missing: readonly number[], count: number): string {
  const last = missing.at(-1)
  return missing.length === 1
    ? `Shard ${last} of ${count} is missing: which images it had is not known. Run it again, and merge again.`
    : `Shards ${missing.slice(0, -1).join(', ')} and ${last} of ${count} are missing: which images they had is not known. Run them again, and merge again.`
}
