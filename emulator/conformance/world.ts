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

/** Access to the Batch account in addition to the recorded requests. */
export interface World {
  /** Sends a request; throws on an error response. */
  ask(method: string, path: string, body?: unknown): Promise<Json>
  /** Waits until the resource at a path meets a condition. */
  until(path: string, isReached: (found: Json) => boolean): Promise<void>
  /** Keeps the nodes of a pool busy, so that no task is scheduled. */
  hold(poolId: string): Promise<void>
  /** Releases the nodes. */
  release(): Promise<void>
}

// biome-ignore lint/suspicious/noExplicitAny: answers are JSON of any shape.
export type Json = any

/**
 * Opens an account.
 *
 * @param folder in which a file ends the tasks that hold nodes
 */
export function openWorld(send: Send, folder: string): World {
  const signal = join(folder, 'go')
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
  const until: World['until'] = async (path, isReached) => {
    await poll(async () => isReached(await ask('GET', path)), `the expected state of ${path}`)
  }
  const hold: World['hold'] = async (poolId) => {
    await rm(signal, { force: true })
    const slots = await freeSlots(poolId, ask, until)
    await ask('POST', '/jobs', { id: HOLDING, poolInfo: { poolId } })
    const value = Array.from({ length: slots }, (_, i) => ({
      id: String(i),
      commandLine: `/bin/sh -c 'until [ -e ${signal} ]; do sleep 0.02; done'`
    }))
    await ask('POST', `/jobs/${HOLDING}/addtaskcollection`, { value })
    await until(`/jobs/${HOLDING}/tasks`, (tasks) =>
      tasks.value.every(({ state }: Json) => state === 'running')
    )
  }
  const release: World['release'] = async () => {
    await writeFile(signal, '')
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

/** URLs in our storage that replace the recorded ones. */
export interface Blobs {
  /** A container with permission to write and list. */
  readonly container: string
  /** An existing blob. */
  readonly blob: string
}

/** Creates a container with a blob. */
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

/** A recorded body with commands that run on Linux, and with our storage. */
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

/** Linux commands with the same outcome as the recorded Windows commands: mostly some output after some time. */
function commandFor(command: string): string {
  const [, words] = /^cmd \/c (.*)$/.exec(command) ?? []
  if (command.startsWith('ping ')) return '/bin/sleep 2'
  if (words === undefined) return command
  if (words.startsWith('net session')) return '/bin/sh -c "exit 2"'
  if (words.startsWith('echo')) return `/bin/sh -c "sleep 0.5; ${words.replace(/\|.*/, '')}"`
  return '/bin/true'
}
