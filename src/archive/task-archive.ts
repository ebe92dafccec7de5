import { constants, createReadStream } from 'node:fs'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import type { ImageSettings } from '../engine/image-settings.ts'
import { type PackedOrder, packedOrderSchema } from '../task/order.ts'
import type { TaskImage } from '../task/task.ts'
import { imageName, isImageName, ORDER_NAME } from './names.ts'
import { type PackedFile, pack } from './pack.ts'
import { ArchiveProblem, printable } from './problem.ts'
import { unpack } from './unpack.ts'

/** A task to be packed for a node. */
export interface TaskToPack {
  readonly task: string
  readonly estimatedSeconds: number
  readonly images: readonly TaskImage[]
  readonly settings: ImageSettings
  readonly imageTimeout: number
  readonly vmSize: string | null
}

/**
 * Writes the archive of a task: the order, then the images. It has no keys of results, because they depend on the
 * node's engine. Images that no longer exist are left out; the node reports them as images that cannot be opened.
 *
 * @throws ArchiveProblem if the archive cannot be written; the signal's reason
 */
export async function taskArchive(
  archive: string,
  task: TaskToPack,
  signal: AbortSignal
): Promise<void> {
  await pack(archive, contents(task), signal)
}

async function* contents(task: TaskToPack): AsyncGenerator<PackedFile> {
  const images = task.images.map(({ path, columns }) => ({ path, key: null, keys: columns }))
  // Parsing drops the settings that the node does not need, account keys among them.
  const order = v.parse(packedOrderSchema, { ...task, images })
  yield { name: ORDER_NAME, content: Buffer.from(JSON.stringify(order)) }
  for (const [index, { file }] of task.images.entries()) {
    const content = await openedFile(file)
    if (content) yield { name: imageName(index + 1), content }
  }
}

/** Opens a file; null if it does not exist or is not a regular file, such as a pipe, which might block forever. */
async function openedFile(file: string | Buffer): Promise<FileHandle | null> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => null)
  if (handle === null || (await handle.stat()).isFile()) return handle
  await handle.close()
  return null
}

/** An order and its images, unpacked. */
export interface UnpackedTask {
  readonly order: PackedOrder
  /** Absolute path of an image, by its index in the order; the file does not exist if it was left out. */
  readonly fileOf: (index: number) => string
}

/**
 * Unpacks the archive of a task on its node.
 *
 * @param home a folder for the images
 * @throws ArchiveProblem if it does not exist, or is not a complete archive of a task; the signal's reason
 */
export async function openTaskArchive(
  archive: string,
  home: string,
  signal: AbortSignal
): Promise<UnpackedTask> {
  const isExpected = (name: string) => name === ORDER_NAME || isImageName(name)
  try {
    await unpack(
      createReadStream(archive),
      (name) => (isExpected(name) ? join(home, name) : null),
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
      `${archive} is not a valid archive of a task: ${printable((error as Error).message)}`,
      { cause: error }
    )
  }
}
