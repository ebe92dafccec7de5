import { Readable } from 'node:stream'
import type { ContainerClient } from '@azure/storage-blob'
import { pause } from '../../../lib/abort.ts'
import { AzureProblem } from '../problem.ts'
import type { RunContainer } from './blob-account.ts'
import type { StorageRequests } from './request.ts'
import type { SasSigner } from './sas.ts'

/**
 * Waits for a container of the same name that is being deleted: each a fraction of the retry limit, a minute in total.
 */
const DELETION_WAIT = 1 / 75
const MAX_DELETION_WAITS = 15

/** Uploads are sent in blocks of this many bytes, and each failed block is repeated on its own. */
const BLOCK_SIZE = 8 * 1024 * 1024

/** How often an interrupted download continues where it stopped. */
const MAX_RESUMES = 5

/** The container of a client, whether or not it exists. */
export function runContainer(
  client: ContainerClient,
  { requests, sas, retryLimit }: { requests: StorageRequests; sas: SasSigner; retryLimit: number }
): RunContainer {
  const name = client.containerName
  return {
    name,
    url: client.url,
    create: async (metadata, signal) => {
      for (let waits = 0; ; waits++) {
        try {
          return await requests.withRetry(`create the container ${name}`, signal, async () => {
            await client.createIfNotExists({ metadata, abortSignal: signal })
          })
        } catch (error) {
          if (!isBeingDeleted(error) || waits === MAX_DELETION_WAITS) throw error
          await pause(retryLimit * DELETION_WAIT, signal)
        }
      }
    },
    putFile: (blob, file, signal) =>
      requests.withRetry(`store the blob ${name}/${blob}`, signal, async () => {
        await client.getBlockBlobClient(blob).uploadFile(file, {
          blockSize: BLOCK_SIZE,
          maxSingleShotSize: BLOCK_SIZE,
          concurrency: 4,
          abortSignal: signal
        })
      }),
    putBytes: (blob, bytes, signal) =>
      requests.withRetry(`store the blob ${name}/${blob}`, signal, async () => {
        const options = { abortSignal: signal }
        await client.getBlockBlobClient(blob).upload(bytes, bytes.length, options)
      }),
    get: (blob, signal) => getBlob(client, blob, requests, signal),
    list: (prefix, signal) =>
      requests.withRetry(`list the blobs ${name}/${prefix}…`, signal, async () => {
        const names: string[] = []
        for await (const item of client.listBlobsFlat({ prefix, abortSignal: signal }))
          names.push(item.name)
        return names
      }),
    readUrl: (blob, until, signal) =>
      requests.withRetry(
        `issue a SAS to read ${name}/${blob}`,
        signal,
        async () => `${client.getBlobClient(blob).url}?${await sas.read(name, blob, until, signal)}`
      ),
    writeUrl: (until, signal) =>
      requests.withRetry(
        `issue a SAS to write to ${name}`,
        signal,
        async () => `${client.url}?${await sas.write(name, until, signal)}`
      ),
    remove: async (signal) => {
      try {
        await requests.withRetry(`delete the container ${name}`, signal, () =>
          client.deleteIfExists({ abortSignal: signal })
        )
      } catch (error) {
        if (!isBeingDeleted(error)) throw error
      }
    }
  }
}

const isBeingDeleted = (error: unknown): boolean =>
  error instanceof AzureProblem && error.code === 'ContainerBeingDeleted'

async function getBlob(
  client: ContainerClient,
  blob: string,
  requests: StorageRequests,
  signal: AbortSignal
): Promise<Readable | null> {
  const action = `return the blob ${client.containerName}/${blob}`
  try {
    const body = await requests.withRetry(action, signal, async () => {
      const options = { abortSignal: signal, maxRetryRequests: MAX_RESUMES }
      return (await client.getBlobClient(blob).download(0, undefined, options)).readableStreamBody
    })
    return Readable.from(chunksOf(body as AsyncIterable<Buffer>, action, requests, signal), {
      objectMode: false
    })
  } catch (error) {
    if (error instanceof AzureProblem && error.code === 'BlobNotFound') return null
    throw error
  }
}

/** The chunks of a blob. An interruption is reported like the failure of a request. */
async function* chunksOf(
  body: AsyncIterable<Buffer>,
  action: string,
  requests: StorageRequests,
  signal: AbortSignal
): AsyncGenerator<Buffer> {
  const chunks = body[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await requests.once(action, signal, () => chunks.next())
      if (next.done) return
      yield next.value
    }
  } finally {
    await chunks.return?.()
  }
}
