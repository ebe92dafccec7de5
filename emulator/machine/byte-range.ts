import { BatchError } from '../protocol/batch-error.ts'

/** Bytes of a file, both ends included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * The bytes that a request asks for: all of them without the header. What goes beyond the end is cut.
 *
 * @param header `bytes=START-END` or `bytes=START-`
 * @throws BatchError 400 for what is no range, 416 where the file has none of its bytes
 */
export function byteRange(header: string | undefined, size: number): ByteRange {
  if (header === undefined) return { start: 0, end: size - 1 }
  const [, from, to] = /^bytes=(\d{1,15})-(\d{1,15})?$/.exec(header.trim()) ?? []
  const start = Number(from)
  const last = to === undefined ? Number.POSITIVE_INFINITY : Number(to)
  if (Number.isNaN(start) || last < start) throw noRange(header)
  if (start >= size) throw beyondEnd()
  return { start, end: Math.min(last, size - 1) }
}

const noRange = (header: string): BatchError =>
  new BatchError(
    400,
    'InvalidHeaderValue',
    'The value provided for one of the HTTP headers was not in the correct format.',
    [
      { key: 'HeaderName', value: 'ocp-range' },
      { key: 'HeaderValue', value: header }
    ]
  )

const beyondEnd = (): BatchError =>
  new BatchError(
    416,
    'InvalidRange',
    'The range specified is invalid for the current size of the resource.'
  )
