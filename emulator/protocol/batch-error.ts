/** One entry of `values` in the body of an error. */
export interface ErrorDetail {
  readonly key: string
  readonly value: string
}

/** An error response of the service: HTTP status, error code and message. */
export class BatchError extends Error {
  readonly status: number
  readonly code: string
  readonly details: readonly ErrorDetail[]

  constructor(status: number, code: string, message: string, details: readonly ErrorDetail[] = []) {
    super(message)
    this.status = status
    this.code = code
    this.details = details
  }
}
