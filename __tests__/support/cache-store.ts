import { randomUUID } from 'node:crypto'
import type { Azurite } from './azurite.ts'
import { openSignedBlobs, type SignedBlobs } from './signed-blobs.ts'

/** A cache entry as the service keeps it; its bytes are a blob. */
interface Entry {
  readonly key: string
  readonly version: string
  readonly blob: string
  readonly complete: boolean
}

type Call = Readonly<Record<string, string | readonly string[] | undefined>>
type Answer = { readonly status: number; readonly body: object }

const ok = (body: object): Answer => ({ status: 200, body })

/**
 * The entries of a stand-in for GitHub's cache service. They outlast the workflow runs that make them, so one store may
 * serve the results services of several runs.
 */
export class CacheStore {
  readonly #blobs: SignedBlobs
  readonly #entries: Entry[] = []
  #isReadOnly = false
  #release: (() => void) | null = null
  #released: Promise<void> = Promise.resolve()

  private constructor(blobs: SignedBlobs) {
    this.#blobs = blobs
  }

  /** Opens an empty store whose bytes lie in a container of Azurite. */
  static async open(azurite: Azurite): Promise<CacheStore> {
    return new CacheStore(await openSignedBlobs(azurite))
  }

  stop(): Promise<void> {
    return this.#blobs.remove()
  }

  /** The full names of what is kept, the newest last. */
  get keys(): readonly string[] {
    return this.#entries.filter(({ complete }) => complete).map(({ key }) => key)
  }

  /** Refuses to keep anything from now on, as GitHub does to runs of strangers. */
  refuse(): void {
    this.#isReadOnly = true
  }

  /** Takes nothing from now on, until it is released: whoever keeps something waits. */
  hold(): void {
    this.#released = new Promise((release) => {
      this.#release = release
    })
  }

  release(): void {
    this.#release?.()
  }

  /** Answers a call of the service (Twirp over JSON, as @actions/cache speaks it). */
  async answer(method: string, call: Call): Promise<Answer | undefined> {
    const { version = '' } = call as { readonly version?: string }
    const { key = '' } = call as { readonly key?: string }
    if (method === 'CreateCacheEntry') {
      await this.#released
      return this.#create(key, version)
    }
    if (method === 'FinalizeCacheEntryUpload') return this.#complete(key, version)
    if (method !== 'GetCacheEntryDownloadURL') return undefined
    const found = this.#find([key, ...((call['restore_keys'] as string[]) ?? [])], version)
    return found
      ? ok({
          ok: true,
          signed_download_url: this.#blobs.signed(found.blob),
          matched_key: found.key
        })
      : ok({ ok: false })
  }

  #create(key: string, version: string): Answer {
    const message = 'cache write denied: this run may not'
    if (this.#isReadOnly) return ok({ ok: false, message })
    if (this.#entries.some((entry) => entry.key === key && entry.version === version))
      return ok({ ok: false, message: 'an entry with this key exists' })
    const blob = randomUUID()
    this.#entries.push({ key, version, blob, complete: false })
    return ok({ ok: true, signed_upload_url: this.#blobs.signed(blob) })
  }

  #complete(key: string, version: string): Answer {
    const at = this.#entries.findIndex((entry) => entry.key === key && entry.version === version)
    const entry = this.#entries[at]
    if (!entry) return ok({ ok: false })
    this.#entries[at] = { ...entry, complete: true }
    return ok({ ok: true, entry_id: String(at + 1) })
  }

  /** The first of these names that is there, or that the name of the newest one begins with. */
  #find(names: readonly string[], version: string): Entry | undefined {
    const known = this.#entries.filter((entry) => entry.complete && entry.version === version)
    const newest = [...known].reverse()
    for (const name of names) {
      const found =
        newest.find(({ key }) => key === name) ?? newest.find(({ key }) => key.startsWith(name))
      if (found) return found
    }
    return undefined
  }
}
