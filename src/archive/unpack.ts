import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Extract, extract } from 'tar-stream'
import { END_NAME } from './pack.ts'
import { ArchiveProblem, fileProblem, printable } from './problem.ts'

/**
 * Unpacks an archive created by `pack`, as a stream. The archive is not trusted, because a malicious image may have
 * compromised the node that created it: only regular files are written, each once, to the paths given by `targetOf`.
 *
 * @param targetOf the absolute path for a file, by its name in the archive; null if no such file is expected
 * @throws ArchiveProblem if it is incomplete, damaged, contains anything else, or cannot be written to disk; what the
 *   source throws; the signal's reason
 */
export async function unpack(
  source: Readable,
  targetOf: (name: string) => string | null,
  signal: AbortSignal
): Promise<void> {
  const entries = extract()
  const failed: { source?: Error } = {}
  source.once('error', (error: NodeJS.ErrnoException) => {
    // The source fails like this when `unpack` stops reading it.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') failed.source = error
  })
  const fed = pipeline(source, entries, { signal })
  // The iteration over the entries throws the same error.
  fed.catch(() => {})
  try {
    await unpackAll(entries, targetOf)
  } catch (error) {
    signal.throwIfAborted()
    throw failed.source ?? (error instanceof ArchiveProblem ? error : damaged(error))
  } finally {
    source.destroy()
  }
}

async function unpackAll(
  entries: Extract,
  targetOf: (name: string) => string | null
): Promise<void> {
  let isComplete = false
  for await (const entry of entries) {
    const { name, type } = entry.header
    if (isComplete) throw new ArchiveProblem('The archive is damaged: it continues after its end.')
    if (type === 'file' && name === END_NAME) {
      isComplete = true
      entry.resume()
      continue
    }
    const target = type === 'file' ? targetOf(name) : null
    if (target === null) {
      throw new ArchiveProblem(
        `The archive holds ${printable(JSON.stringify(name))} (${type}), which does not belong in it. Nothing of it was used.`
      )
    }
    await unpackOne(name, entry as AsyncIterable<Buffer>, target)
  }
  if (!isComplete) throw new ArchiveProblem('The archive is incomplete: its end is missing.')
}

async function unpackOne(
  name: string,
  bytes: AsyncIterable<Buffer>,
  target: string
): Promise<void> {
  try {
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, bytes, { flag: 'wx' })
  } catch (error) {
    throw fileProblem(`${name} could not be unpacked to ${target}`, error)
  }
}

const damaged = (cause: unknown): ArchiveProblem =>
  new ArchiveProblem(`The archive is incomplete or damaged (${(cause as Error).message}).`, {
    cause
  })
