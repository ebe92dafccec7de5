/** Something that the service says beside its sentence: a property, a reason. */
interface Detail {
  readonly name?: string
  readonly key?: string
  readonly value?: string
}

/** The rights in a SAS. The service repeats addresses that it could not use, and we print what it says. */
const SIGNATURE = /\bsig=[^&\s"'<>]+/gi

/** What the service adds for its own people. */
const TRACE = /^(?:RequestId|Time):/

/** What the service says, in one line: without the lines that name its request, and without the rights in an address. */
export const said = (message: string): string =>
  message
    .split('\n')
    .filter((line) => line.trim() !== '' && !TRACE.test(line))
    .join(' ')
    .replace(SIGNATURE, 'sig=…')
    .trim()

/** Details of the service in one line, `Reason: …; PropertyName: …`; empty where it gives none. */
export const detailsSaid = (details: readonly Detail[] = []): string =>
  details.map(({ name, key, value = '' }) => said(`${name ?? key ?? ''}: ${value}`)).join('; ')

/** A sentence of the service with its details behind it. */
export function saidWithDetails(message = '', details: readonly Detail[] = []): string {
  const more = detailsSaid(details)
  return [said(message), more && `(${more})`].filter(Boolean).join(' ')
}

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
