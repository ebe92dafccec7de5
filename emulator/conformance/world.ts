import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  BlobServiceClient,
  ContainerSASPermissions,
  StorageSharedKeyCredential
} from '@azure/storage-blob'
import { until as poll } from '../../__tests__/support/poll.ts'
import type { StorageAccount } from '../storage.ts'
import type { Send } from './client.ts'

const VERSION = 'api-version=2022-10-01.16.0'

/** The Batch account as a story needs it beside the recorded requests. */
export interface World {
  /** Asks for something; throws where it is refused. */
  ask(method: string, path: string, body?: unknown): Promise<Json>
  /** Waits until what is at an address is so. */
  until(path: string, so: (found: Json) => boolean): Promise<void>
  /** Keeps a pool's nodes busy, so that tasks stay as they are before they run. */
  hold(poolId: string): Promise<void>
  /** Lets them go again. */
  release(): Promise<void>
}

// biome-ignore lint/suspicious/noExplicitAny: answers are JSON of any shape.
export type Json = any

/**
 * Opens the world of one account.
 *
 * @param folder where tasks that hold nodes look for the word to go
 */
export function openWorld(send: Send, folder: string): World {
  const word = join(folder, 'go')
  const ask: World['ask'] = async (method, path, body) => {
    const answer = await send({
      method,
      target: `${path}${path.includes('?') ? '&' : '?'}${VERSION}`,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body)
    })
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
    return answer.text === '' ? undefined : JSON.parse(answer.text)
  }
  const until: World['until'] = async (path, so) => {
    await poll(async () => so(await ask('GET', path)), `the expected state of ${path}`)
  }
  const hold: World['hold'] = async (poolId) => {
    await rm(word, { force: true })
    const slots = await freeSlots(poolId, ask, until)
    await ask('POST', '/jobs', { id: HOLDING, poolInfo: { poolId } })
    const value = Array.from({ length: slots }, (_, i) => ({
      id: String(i),
      commandLine: `/bin/sh -c 'until [ -e ${word} ]; do sleep 0.02; done'`
    }))
    await ask('POST', `/jobs/${HOLDING}/addtaskcollection`, { value })
    await until(`/jobs/${HOLDING}/tasks`, (tasks) =>
      tasks.value.every(({ state }: Json) => state === 'running')
    )
  }
  const release: World['release'] = async () => {
    await writeFile(word, '')
    await until(`/jobs/${HOLDING}/tasks`, ({ value }) =>
      value.every(({ state }: Json) => state === 'completed')
    )
    await ask('DELETE', `/jobs/${HOLDING}`)
    await until('/jobs', ({ value }) => value.every(({ id }: Json) => id !== HOLDING))
  }
  return { ask, until, hold, release }
}

const HOLDING = 'holding'

async function freeSlots(
  poolId: string,
  ask: World['ask'],
  until: World['until']
): Promise<number> {
  await until(`/pools/${poolId}`, ({ allocationState }) => allocationState === 'steady')
  await until(`/pools/${poolId}/nodes`, ({ value }) =>
    value.every(({ state }: Json) => state === 'idle' || state === 'running')
  )
  const { taskSlotsPerNode } = await ask('GET', `/pools/${poolId}`)
  const { value } = await ask('GET', `/pools/${poolId}/nodes`)
  const taken = value.map((node: Json) => node.runningTaskSlotsCount)
  return taken.reduce((sum: number, count: number) => sum + taskSlotsPerNode - count, 0)
}

/** Addresses in our storage for the recorded ones, which are gone. */
export interface Blobs {
  /** A container that may be written and listed. */
  readonly container: string
  /** A blob that is there. */
  readonly blob: string
}

/** Makes a container with a blob in it. */
export async function openBlobs(storage: StorageAccount): Promise<Blobs> {
  const credential = new StorageSharedKeyCredential(storage.account, storage.key)
  const container = new BlobServiceClient(storage.endpoint, credential).getContainerClient('any')
  await container.createIfNotExists()
  await container.getBlockBlobClient('blob').upload('blob', 4)
  const permissions = ContainerSASPermissions.parse('rwlc')
  const expiresOn = new Date(Date.now() + 3_600_000)
  const url = new URL(await container.generateSasUrl({ permissions, expiresOn }))
  return {
    container: url.href,
    blob: `${url.origin}${url.pathname}/blob${url.search}`
  }
}

/** A recorded body with commands that run on Linux and with our storage in place of the recorded one. */
export function runnable(body: unknown, blobs: Blobs): unknown {
  if (Array.isArray(body)) return body.map((one) => runnable(one, blobs))
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => {
      if (key === 'commandLine') return [key, commandFor(String(value))]
      if (key === 'containerUrl') return [key, blobs.container]
      if (key === 'httpUrl') return [key, blobs.blob]
      return [key, runnable(value, blobs)]
    })
  )
}

/** Commands of Windows by what they did: a word on standard output mostly, and some time. */
function commandFor(command: string): string {
  const [, words] = /^cmd \/c (.*)$/.exec(command) ?? []
  if (command.startsWith('ping ')) return '/bin/sleep 2'
  if (words === undefined) return command
  if (words.startsWith('net session')) return '/bin/sh -c "exit 2"'
  if (words.startsWith('echo')) return `/bin/sh -c "sleep 0.5; ${words.replace(/\|.*/, '')}"`
  return '/bin/true'
}
