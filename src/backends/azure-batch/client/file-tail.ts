import { AzureProblem } from '../problem.ts'
import type { Asking, RequestSignal } from './request.ts'

/** A file on a node: how long it is, and some of its bytes. */
export interface FileOnNode {
  /** Such as `the file stdout.txt of the task t`. */
  readonly name: string
  size(abortSignal: RequestSignal): Promise<number>
  /** @param ocpRange `bytes=FIRST-LAST` */
  read(ocpRange: string, abortSignal: RequestSignal): Promise<NodeJS.ReadableStream | undefined>
}

/** The last bytes of a file; null where the file, its task or its node is gone, or cannot be looked at now. */
export async function fileTail(
  file: FileOnNode,
  bytes: number,
  asking: Asking,
  signal: AbortSignal
): Promise<string | null> {
  try {
    const size = await asking(`look at ${file.name}`, signal, file.size)
    if (size === 0) return ''
    const from = Math.max(0, size - bytes)
    const range = `bytes=${from}-${size - 1}`
    const tail = await asking(`give ${file.name}`, signal, async (abortSignal) =>
      bytesOf(await file.read(range, abortSignal), abortSignal)
    )
    return from === 0 ? tail.toString() : fromWholeLetter(tail).toString()
  } catch (error) {
    if (isGone(error)) return null
    throw error
  }
}

/** A look at a file has no body, and with that no word of the service: its status must do. */
const isGone = (error: unknown): boolean =>
  error instanceof AzureProblem &&
  (error.kind === 'conflict' || (error.kind === 'not-found' && error.code !== 'ENOTFOUND'))

async function bytesOf(
  body: NodeJS.ReadableStream | undefined,
  signal: AbortSignal
): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of body ?? []) chunks.push(Buffer.from(chunk))
  // A body that is cut off by the limit of a request may end as if it were whole.
  signal.throwIfAborted()
  return Buffer.concat(chunks)
}

/** The range may begin in the middle of a letter of several bytes. */
function fromWholeLetter(bytes: Buffer): Buffer {
  const start = bytes.findIndex((byte) => (byte & 0xc0) !== 0x80)
  return bytes.subarray(Math.max(0, start))
}
