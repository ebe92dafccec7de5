import type { Source } from './merge-source.ts'

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
