import { Readable } from 'node:stream'
import type { ContainerClient } from '@azure/storage-blob'
import { pause } from '../../../lib/abort.ts'
import { AzureProblem } from '../problem.ts'
import type { RunContainer } from './blob-account.ts'
import type { Asking } from './request.ts'
import type { Grants } from './sas.ts'

/** A container that is being deleted is looked for again after this part of our patience, so often: a minute in all. */
const WAIT = 1 / 75
const MOST_WAITS = 15

/** Uploads in pieces of this size, so that what fails is repeated alone. */
const PIECE = 8 * 1024 * 1024

/** How often a blob that is torn off on its way goes on where it stood. */
const TORN = 5

/** The container of a client, whether or not it is there. */
export function runContainer(
  client: ContainerClient,
  { asking, grants, patience }: { asking: Asking; grants: Grants; patience: number }
): RunContainer {
  const name = client.containerName
  return {
    name,
    url: client.url,
    create: async (metadata, signal) => {
      for (let waits = 0; ; waits++) {
        try {
          return await asking.retried(`make the container ${name}`, signal, async () => {
            await client.createIfNotExists({ metadata, abortSignal: signal })
          })
        } catch (error) {
          if (!isGoing(error) || waits === MOST_WAITS) throw error
          await pause(patience * WAIT, signal)
        }
      }
    },
    putFile: (blob, file, signal) =>
      asking.retried(`take the blob ${name}/${blob}`, signal, async () => {
        await client.getBlockBlobClient(blob).uploadFile(file, {
          blockSize: PIECE,
          maxSingleShotSize: PIECE,
          concurrency: 4,
          abortSignal: signal
        })
      }),
    putBytes: (blob, bytes, signal) =>
      asking.retried(`take the blob ${name}/${blob}`, signal, async () => {
        const options = { abortSignal: signal }
        await client.getBlockBlobClient(blob).upload(bytes, bytes.length, options)
      }),
    get: (blob, signal) => getBlob(client, blob, asking, signal),
    list: (prefix, signal) =>
      asking.retried(`list the blobs ${name}/${prefix}…`, signal, async () => {
        const found: string[] = []
        for await (const item of client.listBlobsFlat({ prefix, abortSignal: signal }))
          found.push(item.name)
        return found
      }),
    readUrl: (blob, until, signal) =>
      asking.retried(
        `give the right to read ${name}/${blob}`,
        signal,
        async () =>
          `${client.getBlobClient(blob).url}?${await grants.read(name, blob, until, signal)}`
      ),
    writeUrl: (until, signal) =>
      asking.retried(
        `give the right to write into ${name}`,
        signal,
        async () => `${client.url}?${await grants.write(name, until, signal)}`
      ),
    remove: async (signal) => {
      try {
        await asking.retried(`delete the container ${name}`, signal, () =>
          client.deleteIfExists({ abortSignal: signal })
        )
      } catch (error) {
        if (!isGoing(error)) throw error
      }
    }
  }
}

const isGoing = (error: unknown): boolean =>
  error instanceof AzureProblem && error.code === 'ContainerBeingDeleted'

async function getBlob(
  client: ContainerClient,
  blob: string,
  asking: Asking,
  signal: AbortSignal
): Promise<Readable | null> {
  const wanted = `give the blob ${client.containerName}/${blob}`
  try {
    const body = await asking.retried(wanted, signal, async () => {
      const options = { abortSignal: signal, maxRetryRequests: TORN }
      return (await client.getBlobClient(blob).download(0, undefined, options)).readableStreamBody
    })
    return Readable.from(bytesOf(body as AsyncIterable<Buffer>, wanted, asking, signal), {
      objectMode: false
    })
  } catch (error) {
    if (error instanceof AzureProblem && error.code === 'BlobNotFound') return null
    throw error
  }
}

/** The bytes of a blob; what breaks them off is told like the failure of a call. */
async function* bytesOf(
  body: AsyncIterable<Buffer>,
  wanted: string,
  asking: Asking,
  signal: AbortSignal
): AsyncGenerator<Buffer> {
  const bytes = body[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await asking.once(wanted, signal, () => bytes.next())
      if (next.done) return
      yield next.value
    }
  } finally {
    await bytes.return?.()
  }
}
