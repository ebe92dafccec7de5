import { BatchError } from '../protocol/batch-error.ts'

/** A range of bytes of a file, both ends included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * Parses a range header; without one, the range is the whole file. An end beyond the file is moved to its end.
 *
 * @param header `bytes=START-END` or `bytes=START-`
 * @throws BatchError 400 if the header is invalid, 416 if the range starts beyond the end of the file
 */
export function byteRange(header: string | undefined, size: number): ByteRange {
  if (header === undefined) return { start: 0, end: size - 1 }
  const [, from, to] = /^bytes=(\d{1,15})-(\d{1,15})?$/.exec(header.trim()) ?? []
  const start = Number(from)
  const last = to === undefined ? Number.POSITIVE_INFINITY : Number(to)
  if (Number.isNaN(start) || last < start) throw invalidRange(header)
  if (start >= size) throw beyondEnd()
  return { start, end: Math.min(last, size - 1) }
}

const invalidRange = (header: string): BatchError =>
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
