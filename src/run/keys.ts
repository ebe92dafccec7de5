/** The columns that `key-pattern` makes of an image's path: every named group, null where it did not take part. */
export function keysOf(pattern: RegExp | null, path: string): Record<string, string | null> {
  if (!pattern) return {}
  // An empty alternative makes the pattern match always, so that its groups are known where the path has none of them.
  const groups = new RegExp(`${pattern.source}|`, pattern.flags).exec('')?.groups ?? {}
  const found = pattern.exec(path)?.groups ?? {}
  return Object.fromEntries(Object.keys(groups).map((name) => [name, found[name] ?? null]))
}
