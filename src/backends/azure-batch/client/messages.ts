/** Additional information in an error of the service, such as the name of a property. */
interface Detail {
  readonly name?: string
  readonly key?: string
  readonly value?: string
}

/** The signature in a SAS URL. The service repeats URLs that it could not read, and its messages are logged. */
const SIGNATURE = /\bsig=[^&\s"'<>]+/gi

/** Lines that help only Microsoft's support. */
const TRACE = /^(?:RequestId|Time):/

/** A message of the service on one line, without trace lines and SAS signatures. */
export const cleanMessage = (message: string): string =>
  message
    .split('\n')
    .filter((line) => line.trim() !== '' && !TRACE.test(line))
    .join(' ')
    .replace(SIGNATURE, 'sig=…')
    .trim()

/** Error details on one line, `Reason: …; PropertyName: …`; empty if there are none. */
export const formatDetails = (details: readonly Detail[] = []): string =>
  details
    .map(({ name, key, value = '' }) => cleanMessage(`${name ?? key ?? ''}: ${value}`))
    .join('; ')

/** A message of the service, followed by its details in parentheses. */
export function messageWithDetails(message = '', details: readonly Detail[] = []): string {
  const more = formatDetails(details)
  return [cleanMessage(message), more && `(${more})`].filter(Boolean).join(' ')
}

/** An error of the service as `CODE: message (details)`. */
export const errorText = (
  code: string | undefined,
  message: string | undefined,
  details: readonly Detail[] | undefined
): string => [code, messageWithDetails(message, details)].filter(Boolean).join(': ')
