/** A detail of a refusal, as `values` of the error's body. */
export interface ErrorDetail {
  readonly key: string
  readonly value: string
}

/** A refusal by the service: its status, its code and the sentence that goes with it. */
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
