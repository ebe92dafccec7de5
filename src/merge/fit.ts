import type { Source, SourceRecords } from './source.ts'

/** A source whose records came. */
export type KnownSource = Source & {
  readonly shard: NonNullable<Source['shard']>
  readonly records: SourceRecords
}

/** Whether the records of a source came. */
export const isKnown = (source: Source): source is KnownSource =>
  source.records !== null && source.shard !== null

/** Settings that decide which images there are and what is read of them: shards of one run share these. */
const SHARED = [
  ...['images', 'languages', 'formats', 'page-segmentation-mode', 'dpi', 'prepare', 'second-look'],
  ...['deskew', 'rotate', 'key-pattern', 'max-pixels']
] as const

/** Why these are no parts of one whole, in sentences; none where they are. */
export function misfits(sources: readonly Source[]): string[] {
  const known = sources.filter(isKnown)
  const [first, ...others] = known
  if (!first) {
    return [
      'No folder holds metadata/run.json, which says of which run and which part of it the rows are: the artifacts whose names have `metadata` in them are needed as well.'
    ]
  }
  const { count } = first.shard
  const strays = sources.filter((one) => !isKnown(one) && one.shard && one.shard.count !== count)
  return [
    ...known.flatMap(mixed),
    ...others.flatMap((other) => differences(first, other)),
    ...strays.map(
      ({ shown }) => `${shown} is no part of a whole of ${count}, as ${first.shown} is.`
    )
  ]
}

/** Artifacts that were downloaded over one another: the records of tasks lie side by side, the tables do not. */
function mixed({ shown, shard, records }: KnownSource): string[] {
  if (shard.count === 1) return []
  const own = `shard-${shard.index}-`
  return records.tasks.every(({ id }) => id.startsWith(own))
    ? []
    : [
        `${shown} holds several shards in one another, so that the tables of all but one are lost: download each artifact into a folder of its own (\`merge-multiple: false\`).`
      ]
}

function differences(first: KnownSource, other: KnownSource): string[] {
  const ofFirst = traits(first)
  return Object.entries(traits(other))
    .filter(([name, value]) => value !== ofFirst[name])
    .map(
      ([name, value]) =>
        `${other.shown} does not belong to ${first.shown}: its ${name} is ${short(value)}, not ${short(ofFirst[name] ?? '')}.`
    )
}

const LONGEST = 100

const short = (value: string): string =>
  value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value

/** What parts of one whole have in common. */
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
