import { createWriteStream } from 'node:fs'
import { type FileHandle, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { pack as openPack, type Pack } from 'tar-stream'
import { ArchiveProblem, fileProblem, isFileSystemError } from './problem.ts'

/** One file of an archive. Its name comes from `names.ts`; the names of images are data in `order.json`. */
export interface PackedFile {
  readonly name: string
  /** The content, or an open file, which is closed after it is read. */
  readonly content: Buffer | FileHandle
}

/** The last file of every archive: an archive without it is incomplete. */
export const END_NAME = 'end'

/**
 * Writes an archive: a tar file without compression, because images are already compressed. Memory use does not depend
 * on the size of the files, no incomplete archive is left behind, and the same files make the same archive.
 *
 * @throws ArchiveProblem if it cannot be written, or a file becomes shorter while it is read; the signal's reason
 */
export async function pack(
  archive: string,
  files: AsyncIterable<PackedFile> | Iterable<PackedFile>,
  signal?: AbortSignal
): Promise<void> {
  const partial = `${archive}.part`
  const tar = openPack()
  const filled = fill(tar, files).then(
    () => tar.finalize(),
    (error: Error) => {
      tar.destroy(error)
      throw error
    }
  )
  const written = pipeline(tar, createWriteStream(partial), signal ? { signal } : {})
  const [fillEnd, writeEnd] = await Promise.allSettled([filled, written])
  try {
    signal?.throwIfAborted()
    // If one fails, so does the other, with an error that only says that its stream was destroyed.
    const reasons = [fillEnd, writeEnd].flatMap((end) =>
      end.status === 'rejected' ? [end.reason] : []
    )
    if (reasons.length > 0) throw reasons.find(isCause) ?? reasons[0]
    await rename(partial, archive)
  } catch (error) {
    // If it cannot be removed, it could not be created either, and that error is reported.
    await rm(partial, { force: true }).catch(() => {})
    if (signal?.aborted) throw signal.reason
    throw fileProblem(`The archive ${archive} could not be written`, error)
  }
}

const isCause = (error: unknown): boolean =>
  error instanceof ArchiveProblem || isFileSystemError(error)

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

/** No times or users, so that the same files make the same archive and it reveals nothing about this machine. */
const header = (name: string, size: number) => ({ name, size, mtime: new Date(0), mode: 0o644 })

const addBytes = (tar: Pack, name: string, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    tar.entry(header(name, bytes.length), bytes, (error) => (error ? reject(error) : resolve()))
  })

async function addFile(tar: Pack, name: string, file: FileHandle): Promise<void> {
  try {
    const { size } = await file.stat()
    if (size === 0) return await addBytes(tar, name, Buffer.alloc(0))
    // If the file grows, only the size stated in its header is read.
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
    `The file packed as ${name} became shorter while it was read. Make sure that nothing writes to the images during a run, and run again.`
  )
