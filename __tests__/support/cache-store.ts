import { randomUUID } from 'node:crypto'
import type { Azurite } from './azurite.ts'
import { openSignedBlobs, type SignedBlobs } from './signed-blobs.ts'

/** A cache entry, whose content is a blob. */
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
 * The entries of a stand-in for GitHub's cache service. They outlast the workflow runs that create them, so the results
 * services of several runs can share one store.
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

  /** Opens an empty store that keeps its content in a container of Azurite. */
  static async open(azurite: Azurite): Promise<CacheStore> {
    return new CacheStore(await openSignedBlobs(azurite))
  }

  stop(): Promise<void> {
    return this.#blobs.remove()
  }

  /** The keys of all entries, newest last. */
  get keys(): readonly string[] {
    return this.#entries.filter(({ complete }) => complete).map(({ key }) => key)
  }

  /** Rejects new entries from now on, as GitHub does for runs from forks. */
  refuse(): void {
    this.#isReadOnly = true
  }

  /** Makes requests for new entries wait until `release`. */
  hold(): void {
    this.#released = new Promise((release) => {
      this.#release = release
    })
  }

  release(): void {
    this.#release?.()
  }

  /** Answers a call of the service, in Twirp over JSON like @actions/cache. */
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

  /** The entry with the first of these keys, or the newest entry whose key begins with it; otherwise with the next key. */
  #find(keys: readonly string[], version: string): Entry | undefined {
    const known = this.#entries.filter((entry) => entry.complete && entry.version === version)
    const newest = [...known].reverse()
    for (const wanted of keys) {
      const found =
        newest.find(({ key }) => key === wanted) ?? newest.find(({ key }) => key.startsWith(wanted))
      if (found) return found
    }
    return undefined
  }
}
