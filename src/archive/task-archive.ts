import { constants, createReadStream } from 'node:fs'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { type PackedOrder, packedOrderSchema } from '../task/order.ts'
import type { ImageSettings } from '../task/read-image.ts'
import type { TaskImage } from '../task/task.ts'
import { imageName, isImageName, ORDER_NAME } from './names.ts'
import { type PackedFile, pack } from './pack.ts'
import { ArchiveProblem, printable } from './problem.ts'
import { unpack } from './unpack.ts'

/** A task that is to travel to a node. */
export interface TravellingTask {
  readonly task: string
  readonly estimatedSeconds: number
  readonly images: readonly TaskImage[]
  readonly settings: ImageSettings
  readonly imageTimeout: number
  readonly vmSize: string | null
}

/**
 * Writes the one archive that brings a partition to its node: the order, then the images by their number. Their keys
 * stay behind, since another engine reads there. An image that is gone by now is not in it, and gets its row there like
 * any other that cannot be opened.
 *
 * @throws ArchiveProblem where the archive cannot be written; the signal's reason
 */
export async function taskArchive(
  archive: string,
  task: TravellingTask,
  signal: AbortSignal
): Promise<void> {
  await pack(archive, contents(task), signal)
}

async function* contents(task: TravellingTask): AsyncGenerator<PackedFile> {
  const images = task.images.map(({ path, keys }) => ({ path, key: null, keys }))
  // The schema takes what a node needs of the settings, and leaves the rest, keys of accounts among it, behind.
  const order = v.parse(packedOrderSchema, { ...task, images })
  yield { name: ORDER_NAME, content: Buffer.from(JSON.stringify(order)) }
  for (const [index, { file }] of task.images.entries()) {
    const content = await opened(file)
    if (content) yield { name: imageName(index + 1), content }
  }
}

/** Whatever is no file, such as a pipe that nobody fills, stays here like one that is gone: reading it might never end. */
async function opened(file: string | Buffer): Promise<FileHandle | null> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => null)
  if (handle === null || (await handle.stat()).isFile()) return handle
  await handle.close()
  return null
}

/** An order that has arrived, with its images. */
export interface Arrived {
  readonly order: PackedOrder
  /** Absolute path of the image of an index in the order; there is no file where it did not come along. */
  readonly fileOf: (index: number) => string
}

/**
 * Unpacks a task's archive on the node that runs it.
 *
 * @param home a folder for the images
 * @throws ArchiveProblem where there is none, or it is no whole archive of a task; the signal's reason
 */
export async function openTaskArchive(
  archive: string,
  home: string,
  signal: AbortSignal
): Promise<Arrived> {
  const awaited = (name: string) => name === ORDER_NAME || isImageName(name)
  try {
    await unpack(
      createReadStream(archive),
      (name) => (awaited(name) ? join(home, name) : null),
      signal
    )
    const order = v.parse(
      packedOrderSchema,
      JSON.parse(await readFile(join(home, ORDER_NAME), 'utf8'))
    )
    return { order, fileOf: (index) => join(home, imageName(index + 1)) }
  } catch (error) {
    signal.throwIfAborted()
    throw new ArchiveProblem(
      `${archive} brings no task that can be run: ${printable((error as Error).message)}`,
      { cause: error }
    )
  }
}
