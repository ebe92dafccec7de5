/** Pairs of a record as the service lists them. */
export const namesAndValues = (
  record: Readonly<Record<string, string>>
): { name: string; value: string }[] =>
  Object.entries(record).map(([name, value]) => ({ name, value }))

/** A list of pairs as a record. */
export const recordOf = (
  pairs: readonly { readonly name: string; readonly value: string }[] = []
): Record<string, string> => Object.fromEntries(pairs.map(({ name, value }) => [name, value]))

/** Minutes as the service writes a span of time, in whole seconds. */
export const span = (minutes: number): string => `PT${Math.max(1, Math.ceil(minutes * 60))}S`
