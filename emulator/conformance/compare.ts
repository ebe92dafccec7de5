import type { HttpResponse } from './exchange.ts'
import { differences, OWN_ADDRESS, shapeOf } from './shape.ts'

/** Headers of the connection, not of the service. */
const OF_THE_CONNECTION = new Set(['date', 'connection', 'keep-alive'])

/** Headers whose values are compared. */
const VALUES = new Set([
  ...['content-type', 'dataserviceid', 'dataserviceversion', 'location'],
  ...['ocp-batch-file-isdirectory', 'ocp-batch-file-url', 'server', 'strict-transport-security'],
  ...['transfer-encoding', 'x-content-type-options']
])

/** A response without the parts that depend on the account and its nodes. */
export function comparable(
  { status, reason, headers, text }: HttpResponse,
  address: string
): HttpResponse {
  const encoded = (url: string) => encodeURIComponent(url)
  const neutral = (value: string) =>
    value
      .replaceAll(address, OWN_ADDRESS)
      .replaceAll(encoded(address), encoded(OWN_ADDRESS))
      // Some recordings still contain the original account name from before they were anonymized.
      .replace(/https:\/\/[\w.]+\.batch\.azure\.com/g, OWN_ADDRESS)
      .replace(/tvmps_[0-9a-f]{16,}_[dp]/g, 'tvmps_node')
  return {
    status,
    reason,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, neutral(value)])
    ),
    text: neutral(text)
  }
}

/** The differences between a recorded response and ours, one sentence each. Both must be comparable(). */
export function differencesOf(recorded: HttpResponse, ours: HttpResponse): string[] {
  if (recorded.status !== ours.status) {
    return [`The status is ${recorded.status} in the recording and ${ours.status} here.`]
  }
  const reason = recorded.reason ?? ours.reason
  return [
    ...(reason === ours.reason
      ? []
      : [`The reason is '${recorded.reason}' in the recording and '${ours.reason}' here.`]),
    ...differencesOfHeaders(recorded.headers, ours.headers),
    ...differencesOfBodies(recorded.text, ours.text)
  ]
}

function differencesOfHeaders(
  recorded: HttpResponse['headers'],
  ours: HttpResponse['headers']
): string[] {
  const names = [...new Set([...Object.keys(recorded), ...Object.keys(ours)])]
  return names
    .filter((name) => !OF_THE_CONNECTION.has(name))
    .flatMap((name) => {
      const [there, here] = [recorded[name], ours[name]]
      if (here === undefined) return [`The header ${name} is missing.`]
      if (there === undefined) return [`The header ${name} is not recorded.`]
      if (!VALUES.has(name) || there === here) return []
      return [`The header ${name} is '${there}' in the recording and '${here}' here.`]
    })
}

function differencesOfBodies(recorded: string, ours: string): string[] {
  const [there, here] = [jsonOf(recorded), jsonOf(ours)]
  if (there !== undefined && here !== undefined) return differences(shapeOf(there), shapeOf(here))
  const sort = (text: string, json: unknown) =>
    text === '' ? 'empty' : json === undefined ? 'a text' : 'JSON'
  const [sortThere, sortHere] = [sort(recorded, there), sort(ours, here)]
  return sortThere === sortHere
    ? []
    : [`The body is ${sortThere} in the recording and ${sortHere} here.`]
}

function jsonOf(text: string): unknown {
  if (!text.startsWith('{')) return undefined
  return JSON.parse(text)
}
