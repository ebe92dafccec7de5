import { BatchError } from './batch-error.ts'

/** The refusal of who asks. */
export const notAuthenticated = (status: 401 | 403, detail: string): BatchError =>
  new BatchError(
    status,
    'AuthenticationFailed',
    'Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.',
    [{ key: 'AuthenticationErrorDetail', value: detail }]
  )

/** A refusal that asks to come back later. */
export class RetryLater extends BatchError {
  readonly retryAfterSeconds: number

  constructor(status: 429 | 503, retryAfterSeconds: number) {
    const [code, message] =
      status === 429
        ? ['TooManyRequests', 'Too many requests were received. Please retry your request later.']
        : [
            'ServerBusy',
            'The server is currently unable to receive requests. Please retry your request.'
          ]
    super(status, code, message)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** The refusal that tells of a mistake of the service itself. */
export const internalError = (): BatchError =>
  new BatchError(
    500,
    'InternalError',
    'The server encountered an internal error. Please retry the request.'
  )

/** The refusal that the service gives in bad hours. */
export const operationTimedOut = (): BatchError =>
  new BatchError(
    500,
    'OperationTimedOut',
    'Operation could not be completed within the specified time.'
  )

/** The refusal where nothing lives at a path. */
export const noSuchResource = (): BatchError =>
  new BatchError(404, 'ResourceNotFound', 'The specified resource does not exist.')

/** The refusal where something lives at a path that does not know the method. */
export const unsupportedVerb = (): BatchError =>
  new BatchError(
    405,
    'UnsupportedHttpVerb',
    "The resource doesn't support the specified HTTP verb."
  )
