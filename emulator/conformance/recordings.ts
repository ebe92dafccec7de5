import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Exchange } from './exchange.ts'
import { inOrder } from './suite.ts'

const headers = v.record(v.string(), v.string())

/** One line of a recording: a request to the real service and its response. */
const lineSchema = v.object({
  /** The source of the recording, and the index in it. Recordings of few exchanges have no index. */
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

/** A sequence of exchanges with one account. */
export interface Session {
  readonly exchanges: readonly Exchange[]
}

/** Reads the recordings `recorded-*.jsonl` in a folder, ordered by name. */
export async function readSessions(folder: string): Promise<Session[]> {
  const files = (await readdir(folder)).filter((name) => /^recorded-.*\.jsonl$/.test(name)).sort()
  const sessions = await Promise.all(
    files.map(async (file) => sessionsOf(await readFile(join(folder, file), 'utf8')))
  )
  return sessions.flat()
}

/** The recordings of a suite of short tests have no index: the whole file is one session, in the order of the suite. */
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
