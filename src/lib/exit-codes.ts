/** What the command's exit code says. Scripts rely on it; the README's table is checked against this. */
export const exitCodes = {
  done: 0,
  /** Images failed, by `fail-on`. */
  imagesFailed: 1,
  /** Bad usage or input; nothing started. */
  badInput: 2,
  /** The run itself failed. */
  runFailed: 3,
  /** As shells tell SIGINT. */
  cancelled: 130
} as const
