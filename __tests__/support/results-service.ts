import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll } from '@jest/globals'
import type { Azurite } from './azurite.ts'
import type { CacheStore } from './cache-store.ts'
import { NODE, ROOT } from './command.ts'
import { openSignedBlobs } from './signed-blobs.ts'

/** An artifact in the service, whose content is a blob. */
export interface Stored {
  readonly id: number
  readonly name: string
  readonly blob: string
  readonly expiresAt: string | null
  /** Size in bytes, and digest with the prefix `sha256:`; null until the upload is finished. */
  readonly finished: { readonly size: string; readonly digest: string } | null
}

/** A stand-in for GitHub's artifact service, with the environment variables of its clients. */
export interface ResultsService {
  readonly env: Readonly<Record<'ACTIONS_RESULTS_URL' | 'ACTIONS_RUNTIME_TOKEN', string>> &
    NodeJS.ProcessEnv
  /** Finished artifacts, by name. */
  readonly artifacts: ReadonlyMap<string, Stored>
  /** Occupies a name, like another job of the same workflow run. */
  take(name: string): void
  /** Rejects artifacts with a name from now on; null ends this. */
  refuse(name: string | null): void
  /** Downloads an artifact into a folder with GitHub's client, which verifies its digest. */
  download(name: string, folder: string): Promise<void>
  stop(): Promise<void>
}

type Call = Readonly<Record<string, string | undefined>>
type Answer = { readonly status: number; readonly body: object }

const ok = (body: object): Answer => ({ status: 200, body })
const refused = (status: number, code: string, msg: string): Answer => ({
  status,
  body: { code, msg }
})

/**
 * Starts the stand-in, which speaks Twirp over JSON like @actions/artifact and stores blobs in a container of Azurite.
 *
 * @param cache the cache of the steps; without it there is none
 */
export async function startResultsService(
  azurite: Azurite,
  cache?: CacheStore
): Promise<ResultsService> {
  const blobs = await openSignedBlobs(azurite)
  const { signed } = blobs
  const kept = new Map<string, Stored>()
  let rejectedName: string | null = null
  const keep = (name: string, call: Call = {}): Stored => {
    const expiresAt = call['expires_at'] ?? null
    const stored = { id: kept.size + 1, name, blob: randomUUID(), expiresAt, finished: null }
    kept.set(name, stored)
    return stored
  }
  const known = (call: Call, then: (stored: Stored) => object): Answer => {
    const stored = kept.get(call['name'] ?? '')
    return stored ? ok(then(stored)) : refused(404, 'not_found', 'artifact not found')
  }
  const methods: Readonly<Record<string, (call: Call) => Answer>> = {
    CreateArtifact: (call) => {
      const { name = '' } = call
      if (name === rejectedName)
        return refused(403, 'permission_denied', 'the storage quota is used up')
      if (kept.has(name))
        return refused(409, 'already_exists', 'an artifact with this name already exists')
      return ok({ ok: true, signed_upload_url: signed(keep(name, call).blob) })
    },
    FinalizeArtifact: (call) =>
      known(call, (stored) => {
        const finished = { size: call['size'] ?? '0', digest: call['hash'] ?? '' }
        kept.set(stored.name, { ...stored, finished })
        return { ok: true, artifact_id: String(stored.id) }
      }),
    ListArtifacts: (call) => ok({ artifacts: listed(kept, call) }),
    GetSignedArtifactURL: (call) => known(call, ({ blob }) => ({ signed_url: signed(blob) })),
    DeleteArtifact: (call) =>
      known(call, ({ id, name }) => {
        kept.delete(name)
        return { ok: true, artifact_id: String(id) }
      })
  }
  const server = createServer(async (request, response) => {
    const path = /^\/twirp\/github\.actions\.results\.api\.v1\.(\w+)Service\/(\w+)$/
    const [, kind, method = ''] = path.exec(request.url ?? '') ?? []
    const call = JSON.parse(await text(request)) as Call
    const answered = async () =>
      kind === 'Cache' ? cache?.answer(method, call) : methods[method]?.(call)
    const { status, body } =
      request.headers.authorization === `Bearer ${TOKEN}`
        ? ((await answered()) ?? refused(404, 'bad_route', request.url ?? ''))
        : refused(401, 'unauthenticated', 'bad token')
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const env = {
    ...{ ACTIONS_RESULTS_URL: `http://127.0.0.1:${port}/`, ACTIONS_RUNTIME_TOKEN: TOKEN },
    ...(cache ? { ACTIONS_CACHE_SERVICE_V2: 'true' } : {})
  }
  return {
    env,
    get artifacts() {
      return new Map([...kept].filter(([, { finished }]) => finished !== null))
    },
    take: keep,
    refuse: (name) => {
      rejectedName = name
    },
    download: (name, folder) => download(kept.get(name)?.id ?? 0, folder, env),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await blobs.remove()
    }
  }
}

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The client decodes the IDs of run and job from its token, and does not verify it. */
const TOKEN = `${base64({ alg: 'none' })}.${base64({ scp: 'Actions.Results:run-id:job-id' })}.x`

function listed(kept: ReadonlyMap<string, Stored>, call: Call): object[] {
  const { id_filter: id, name_filter: name } = call
  return [...kept.values()].flatMap((stored) =>
    stored.finished === null ||
    (id !== undefined && id !== String(stored.id)) ||
    (name !== undefined && name !== stored.name)
      ? []
      : [
          {
            workflow_run_backend_id: call['workflow_run_backend_id'],
            workflow_job_run_backend_id: call['workflow_job_run_backend_id'],
            database_id: String(stored.id),
            name: stored.name,
            size: stored.finished.size,
            created_at: new Date().toISOString(),
            digest: stored.finished.digest
          }
        ]
  )
}

/** A process with GitHub's client for all downloads of a test file, because the client takes long to load. */
let client: ChildProcess | null = null
/** Downloads run one after another, because the client finds its service by variables of its process. */
let last: Promise<unknown> = Promise.resolve()

afterAll(async () => {
  if (client?.kill()) await once(client, 'exit')
  client = null
})

/** Runs in a separate process, because the client reads its environment variables and prints. */
function download(id: number, folder: string, env: ResultsService['env']): Promise<void> {
  const { PATH, HOME } = process.env
  client ??= fork(join(import.meta.dirname, 'artifact-client.js'), {
    ...{ cwd: ROOT, execPath: NODE, execArgv: ['--no-deprecation'] },
    env: { PATH, HOME },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc']
  })
  const running = client
  const next = last.then(async () => {
    const waiting = new AbortController()
    const ended = once(running, 'exit', waiting).then(() => ['The client ended.'])
    const answered = once(running, 'message', waiting)
    running.send({ id, folder, env: { GITHUB_WORKSPACE: folder, ...env } })
    const [error] = await Promise.race([answered, ended]).finally(() => waiting.abort())
    if (error !== null) throw new Error(`Artifact ${id} could not be downloaded:\n${error}`)
  })
  last = next.catch(() => null)
  return next
}
