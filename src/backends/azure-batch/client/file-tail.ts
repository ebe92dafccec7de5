import { AzureProblem } from '../problem.ts'
import type { BatchRequest, RequestSignal } from './request.ts'

/** A file on a node. */
export interface NodeFile {
  /** For error messages, such as `the file stdout.txt of the task t`. */
  readonly name: string
  size(abortSignal: RequestSignal): Promise<number>
  /** @param ocpRange `bytes=FIRST-LAST` */
  read(ocpRange: string, abortSignal: RequestSignal): Promise<NodeJS.ReadableStream | undefined>
}

/** The last bytes of a file as text; null if the file, its task or its node no longer exists or is not ready. */
export async function fileTail(
  file: NodeFile,
  bytes: number,
  request: BatchRequest,
  signal: AbortSignal
): Promise<string | null> {
  try {
    const size = await request(`return the size of ${file.name}`, signal, file.size)
    if (size === 0) return ''
    const start = Math.max(0, size - bytes)
    const range = `bytes=${start}-${size - 1}`
    const tail = await request(`return ${file.name}`, signal, async (abortSignal) =>
      readBytes(await file.read(range, abortSignal), abortSignal)
    )
    return start === 0 ? tail.toString() : fromCharacterStart(tail).toString()
  } catch (error) {
    if (isUnavailable(error)) return null
    throw error
  }
}

/** The response to a HEAD request has no body and so no error code: the status decides. */
const isUnavailable = (error: unknown): boolean =>
  error instanceof AzureProblem &&
  (error.kind === 'conflict' || (error.kind === 'not-found' && error.code !== 'ENOTFOUND'))

async function readBytes(
  body: NodeJS.ReadableStream | undefined,
  signal: AbortSignal
): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of body ?? []) chunks.push(Buffer.from(chunk))
  // A body that the timeout cuts off can end without an error.
  signal.throwIfAborted()
  return Buffer.concat(chunks)
}

/** Drops the rest of a UTF-8 character that the range cut in two. */
function fromCharacterStart(bytes: Buffer): Buffer {
  const start = bytes.findIndex((byte) => (byte & 0xc0) !== 0x80)
  return bytes.subarray(Math.max(0, start))
}
