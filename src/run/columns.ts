import { groupsOf } from '../settings/parse.ts'

/** The columns that `key-pattern` derives from an image's path: one for each named group, null if it did not match. */
export function columnsOf(pattern: RegExp | null, path: string): Record<string, string | null> {
  if (!pattern) return {}
  const found = pattern.exec(path)?.groups ?? {}
  return Object.fromEntries(groupsOf(pattern).map((name) => [name, found[name] ?? null]))
}
