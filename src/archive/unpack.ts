import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Extract, extract } from 'tar-stream'
import { END_NAME } from './pack.ts'
import { ArchiveProblem, fileTrouble, printable } from './problem.ts'

/**
 * Unpacks an archive that `pack` made, as a stream. Whoever made it may have been taken over by an image: nothing is
 * written but regular files, each once, where `placeOf` says that a file of this name is awaited.
 *
 * @param placeOf the absolute path of a file by its name in the archive; null where no such file is awaited
 * @throws ArchiveProblem where it is torn, damaged, holds anything else, or the disk does not take it; what the source
 *   throws; the signal's reason
 */
export async function unpack(
  source: Readable,
  placeOf: (name: string) => string | null,
  signal: AbortSignal
): Promise<void> {
  const entries = extract()
  const failed: { source?: Error } = {}
  source.once('error', (error: NodeJS.ErrnoException) => {
    // That is how it ends where it is we who stop reading.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') failed.source = error
  })
  const fed = pipeline(source, entries, { signal })
  // Its error is told by the entries, too.
  fed.catch(() => {})
  try {
    await unpackAll(entries, placeOf)
  } catch (error) {
    signal.throwIfAborted()
    throw failed.source ?? (error instanceof ArchiveProblem ? error : damaged(error))
  } finally {
    source.destroy()
  }
}

async function unpackAll(
  entries: Extract,
  placeOf: (name: string) => string | null
): Promise<void> {
  let isWhole = false
  for await (const entry of entries) {
    const { name, type } = entry.header
    if (isWhole) throw new ArchiveProblem('The archive goes on after its end: it is damaged.')
    if (type === 'file' && name === END_NAME) {
      isWhole = true
      entry.resume()
      continue
    }
    const place = type === 'file' ? placeOf(name) : null
    if (place === null) {
      throw new ArchiveProblem(
        `The archive holds ${printable(JSON.stringify(name))} (${type}), which no archive of ours has. Nothing of it was used.`
      )
    }
    await unpackOne(name, entry as AsyncIterable<Buffer>, place)
  }
  if (!isWhole) throw new ArchiveProblem('The archive was torn off: it has no end.')
}

async function unpackOne(name: string, bytes: AsyncIterable<Buffer>, place: string): Promise<void> {
  try {
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, bytes, { flag: 'wx' })
  } catch (error) {
    throw fileTrouble(`${name} could not be unpacked to ${place}`, error)
  }
}

const damaged = (cause: unknown): ArchiveProblem =>
  new ArchiveProblem(`The archive is torn off or damaged (${(cause as Error).message}).`, { cause })
