import { BatchError } from './batch-error.ts'

/** The error for a request that could not be authenticated. */
export const notAuthenticated = (status: 401 | 403, detail: string): BatchError =>
  new BatchError(
    status,
    'AuthenticationFailed',
    'Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.',
    [{ key: 'AuthenticationErrorDetail', value: detail }]
  )

/** An error that asks the client to retry later. */
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

/** The error for a bug in the service itself. */
export const internalError = (): BatchError =>
  new BatchError(
    500,
    'InternalError',
    'The server encountered an internal error. Please retry the request.'
  )

/** The error that the service returns when it is overloaded. */
export const operationTimedOut = (): BatchError =>
  new BatchError(
    500,
    'OperationTimedOut',
    'Operation could not be completed within the specified time.'
  )

/** The error for an unknown path. */
export const noSuchResource = (): BatchError =>
  new BatchError(404, 'ResourceNotFound', 'The specified resource does not exist.')

/** The error for a method that the path does not support. */
export const unsupportedVerb = (): BatchError =>
  new BatchError(
    405,
    'UnsupportedHttpVerb',
    "The resource doesn't support the specified HTTP verb."
  )
