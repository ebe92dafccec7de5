/** A record as the list of pairs that the service expects. */
export const toPairs = (
  record: Readonly<Record<string, string>>
): { name: string; value: string }[] =>
  Object.entries(record).map(([name, value]) => ({ name, value }))

/** A list of pairs as a record. */
export const fromPairs = (
  pairs: readonly { readonly name: string; readonly value: string }[] = []
): Record<string, string> => Object.fromEntries(pairs.map(({ name, value }) => [name, value]))

/** Minutes as an ISO 8601 duration in whole seconds. */
export const toDuration = (minutes: number): string => `PT${Math.max(1, Math.ceil(minutes * 60))}S`
