import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { inOrder } from './suite.ts'

const headers = v.record(v.string(), v.string())

/** One line of a recording: what a client sent to the real service, and what came back. */
const lineSchema = v.object({
  /** The recording it came from, and its place there. Recordings of one exchange or a few have no places. */
  src: v.string(),
  i: v.optional(v.number()),
  method: v.string(),
  uri: v.string(),
  reqHeaders: v.optional(headers, {}),
  reqBody: v.nullish(v.string(), null),
  status: v.number(),
  reason: v.optional(v.string()),
  respHeaders: headers,
  respBody: v.string()
})

/** A recorded exchange. */
export interface Exchange {
  readonly src: string
  readonly i: number
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly answer: HttpResponse
}

/** An answer, recorded or received. */
export interface HttpResponse {
  readonly status: number
  /** Of the status line; undefined where it was not recorded. */
  readonly reason: string | undefined
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** Exchanges with one account, one after another. */
export interface Session {
  readonly exchanges: readonly Exchange[]
}

/** Reads the recordings in a folder: `recorded-*.jsonl`, in the order of their names. */
export async function readSessions(folder: string): Promise<Session[]> {
  const files = (await readdir(folder)).filter((name) => /^recorded-.*\.jsonl$/.test(name)).sort()
  const sessions = await Promise.all(
    files.map(async (file) => sessionsOf(await readFile(join(folder, file), 'utf8')))
  )
  return sessions.flat()
}

/** The recordings of a suite of short tests have no places: the whole file was one session, in the order that the suite tells. */
function sessionsOf(text: string): Session[] {
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => v.parse(lineSchema, JSON.parse(line)))
  const sources = [...new Set(lines.map(({ src }) => src))]
  const sessions = sources.map((src) => ({
    exchanges: lines
      .filter((line) => line.src === src)
      .map((line, index) => exchangeOf(line, line.i ?? index))
      .sort((a, b) => a.i - b.i)
  }))
  const placed = lines.every(({ i }) => i !== undefined)
  if (placed) return sessions
  return [{ exchanges: inOrder(sessions.flatMap((one) => one.exchanges)) }]
}

function exchangeOf(line: v.InferOutput<typeof lineSchema>, i: number): Exchange {
  const lower = (all: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(all).map(([name, value]) => [name.toLowerCase(), value]))
  return {
    src: line.src,
    i,
    method: line.method,
    url: new URL(line.uri),
    headers: lower(line.reqHeaders),
    body: line.reqBody,
    answer: {
      status: line.status,
      reason: line.reason,
      headers: lower(line.respHeaders),
      text: line.respBody
    }
  }
}
