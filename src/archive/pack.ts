import { createWriteStream } from 'node:fs'
import { type FileHandle, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { pack as openPack, type Pack } from 'tar-stream'
import { ArchiveProblem, fileTrouble, isOfFiles } from './problem.ts'

/** One file of an archive. Its name is one of ours; strangers' names are data within `order.json`. */
export interface PackedFile {
  readonly name: string
  /** The bytes themselves, or an open file: it is closed as soon as it is read. */
  readonly content: Buffer | FileHandle
}

/** The last file of every archive: one that lacks it was torn off. */
export const END_NAME = 'end'

/**
 * Writes an archive: a tar that is not compressed, since images are compressed already. Memory stays flat whatever the
 * size of its files, and the archive is there whole or not at all. The same files make the same bytes.
 *
 * @throws ArchiveProblem where it cannot be written, or a file becomes shorter meanwhile; the signal's reason
 */
export async function pack(
  archive: string,
  files: AsyncIterable<PackedFile> | Iterable<PackedFile>,
  signal?: AbortSignal
): Promise<void> {
  const aside = `${archive}.part`
  const tar = openPack()
  const filled = fill(tar, files).then(
    () => tar.finalize(),
    (error: Error) => {
      tar.destroy(error)
      throw error
    }
  )
  const written = pipeline(tar, createWriteStream(aside), signal ? { signal } : {})
  const [fillEnd, writeEnd] = await Promise.allSettled([filled, written])
  try {
    signal?.throwIfAborted()
    // Whichever fails takes the other with it, and that one can only say that it was taken.
    const reasons = [fillEnd, writeEnd].flatMap((end) =>
      end.status === 'rejected' ? [end.reason] : []
    )
    if (reasons.length > 0) throw reasons.find(isTelling) ?? reasons[0]
    await rename(aside, archive)
  } catch (error) {
    // Where it cannot be removed it could not be made, and that is the reason to tell.
    await rm(aside, { force: true }).catch(() => {})
    if (signal?.aborted) throw signal.reason
    throw fileTrouble(`The archive ${archive} could not be written`, error)
  }
}

const isTelling = (error: unknown): boolean => error instanceof ArchiveProblem || isOfFiles(error)

async function fill(
  tar: Pack,
  files: AsyncIterable<PackedFile> | Iterable<PackedFile>
): Promise<void> {
  for await (const { name, content } of files) {
    if (Buffer.isBuffer(content)) await addBytes(tar, name, content)
    else await addFile(tar, name, content)
  }
  await addBytes(tar, END_NAME, Buffer.alloc(0))
}

/** Nothing of this machine stands in an archive: neither times nor users. */
const header = (name: string, size: number) => ({ name, size, mtime: new Date(0), mode: 0o644 })

const addBytes = (tar: Pack, name: string, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    tar.entry(header(name, bytes.length), bytes, (error) => (error ? reject(error) : resolve()))
  })

async function addFile(tar: Pack, name: string, file: FileHandle): Promise<void> {
  try {
    const { size } = await file.stat()
    if (size === 0) return await addBytes(tar, name, Buffer.alloc(0))
    // A file that grows meanwhile is cut to the length that its header tells.
    const bytes = file.createReadStream({ end: size - 1, autoClose: false })
    const added = pipeline(bytes, tar.entry(header(name, size)))
    await added.catch((error: unknown) => {
      throw bytes.readableEnded && bytes.bytesRead < size ? shrunk(name) : error
    })
  } finally {
    await file.close()
  }
}

const shrunk = (name: string): ArchiveProblem =>
  new ArchiveProblem(
    `The file packed as ${name} became shorter while it was read: let nothing write to the images during a run, and run again.`
  )
