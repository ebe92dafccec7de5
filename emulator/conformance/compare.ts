import type { HttpResponse } from './recordings.ts'
import { differences, OWN_ADDRESS, shapeOf } from './shape.ts'

/** Headers that the connection decides on, and not the service. */
const OF_THE_CONNECTION = new Set(['date', 'connection', 'keep-alive'])

/** Headers whose values are compared, and not only their names. */
const VALUES = new Set([
  ...['content-type', 'dataserviceid', 'dataserviceversion', 'location'],
  ...['ocp-batch-file-isdirectory', 'ocp-batch-file-url', 'server', 'strict-transport-security'],
  ...['transfer-encoding', 'x-content-type-options']
])

/** An answer as it is compared: without what depends on which account was asked, and which nodes it had. */
export function comparable(
  { status, reason, headers, text }: HttpResponse,
  address: string
): HttpResponse {
  const encoded = (url: string) => encodeURIComponent(url)
  const neutral = (value: string) =>
    value
      .replaceAll(address, OWN_ADDRESS)
      .replaceAll(encoded(address), encoded(OWN_ADDRESS))
      // Here and there a recording still has the name that its account had before it was made anonymous.
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

/** In what our answer differs from the recorded one, each in a sentence. Both are comparable. */
export function differencesOf(recorded: HttpResponse, ours: HttpResponse): string[] {
  if (recorded.status !== ours.status) {
    return [`The status is ${recorded.status} there and ${ours.status} here.`]
  }
  const reason = recorded.reason ?? ours.reason
  return [
    ...(reason === ours.reason
      ? []
      : [`The reason is '${recorded.reason}' there and '${ours.reason}' here.`]),
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
      if (here === undefined) return [`The header ${name} is there and not here.`]
      if (there === undefined) return [`The header ${name} is here and not there.`]
      if (!VALUES.has(name) || there === here) return []
      return [`The header ${name} is '${there}' there and '${here}' here.`]
    })
}

function differencesOfBodies(recorded: string, ours: string): string[] {
  const [there, here] = [jsonOf(recorded), jsonOf(ours)]
  if (there !== undefined && here !== undefined) return differences(shapeOf(there), shapeOf(here))
  const sort = (text: string, json: unknown) =>
    text === '' ? 'empty' : json === undefined ? 'a text' : 'JSON'
  const [sortThere, sortHere] = [sort(recorded, there), sort(ours, here)]
  return sortThere === sortHere ? [] : [`The body is ${sortThere} there and ${sortHere} here.`]
}

function jsonOf(text: string): unknown {
  if (!text.startsWith('{')) return undefined
  return JSON.parse(text)
}
