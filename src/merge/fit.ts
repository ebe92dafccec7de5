import type { Source, SourceRecords } from './source.ts'

/** A source that has its records. */
export type KnownSource = Source & {
  readonly shard: NonNullable<Source['shard']>
  readonly records: SourceRecords
}

/** Whether a source has its records. */
export const isKnown = (source: Source): source is KnownSource =>
  source.records !== null && source.shard !== null

/** Settings that decide which images there are and what is read in them: all shards of a run have the same. */
const SHARED = [
  ...['images', 'languages', 'formats', 'page-segmentation-mode', 'dpi', 'prepare', 'second-look'],
  ...['deskew', 'rotate', 'key-pattern', 'max-pixels']
] as const

/** Why these are not the shards of one run, in sentences; empty if they are. */
export function misfits(sources: readonly Source[]): string[] {
  const known = sources.filter(isKnown)
  const [first, ...others] = known
  if (!first) {
    return [
      'No folder holds metadata/run.json, which says which run and shard the rows belong to: download the artifacts with `metadata` in their names as well.'
    ]
  }
  const { count } = first.shard
  const strays = sources.filter((one) => !isKnown(one) && one.shard && one.shard.count !== count)
  return [
    ...known.flatMap(overwritten),
    ...others.flatMap((other) => differences(first, other)),
    ...strays.map(({ shown }) => `${shown} is not one of ${count} shards, as ${first.shown} is.`)
  ]
}

/** Artifacts that were downloaded into one folder: task records of all are kept, but only the last table. */
function overwritten({ shown, shard, records }: KnownSource): string[] {
  if (shard.count === 1) return []
  const own = `shard-${shard.index}-`
  return records.tasks.every(({ id }) => id.startsWith(own))
    ? []
    : [
        `${shown} holds several shards, whose tables overwrote one another: download each artifact into a folder of its own (\`merge-multiple: false\`).`
      ]
}

function differences(first: KnownSource, other: KnownSource): string[] {
  const expected = traits(first)
  return Object.entries(traits(other))
    .filter(([name, value]) => value !== expected[name])
    .map(
      ([name, value]) =>
        `${other.shown} does not belong to ${first.shown}: its ${name} is ${short(value)}, not ${short(expected[name] ?? '')}.`
    )
}

const LONGEST = 100

const short = (value: string): string =>
  value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value

/** What the shards of one run have in common, by name, as JSON. */
function traits({ shard, records: { run } }: KnownSource): Record<string, string> {
  const settings = SHARED.map((name) => [`\`${name}\``, run.settings[name]])
  const all = {
    'number of shards': shard.count,
    backend: run.backend,
    repository: run.repository,
    commit: run.commit,
    ...Object.fromEntries(settings)
  }
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [name, JSON.stringify(value ?? null)])
  )
}
