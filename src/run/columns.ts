import { groupsOf } from '../settings/parse.ts'

/** The columns that `key-pattern` makes of an image's path: every named group, null where it did not take part. */
export function columnsOf(pattern: RegExp | null, path: string): Record<string, string | null> {
  if (!pattern) return {}
  const found = pattern.exec(path)?.groups ?? {}
  return Object.fromEntries(groupsOf(pattern).map((name) => [name, found[name] ?? null]))
}
