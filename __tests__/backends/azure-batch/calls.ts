/** A signal that never fires. */
export const noAbort = new AbortController().signal

/** The error of a call that is expected to fail. */
export const failureOf = (call: Promise<unknown>): Promise<Error> =>
  call.then(
    () => {
      throw new Error('The call did not fail.')
    },
    (error: unknown) => error as Error
  )
