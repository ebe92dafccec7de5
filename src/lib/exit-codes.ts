/** The exit codes of the command. Scripts rely on them; the README's table is tested against them. */
export const exitCodes = {
  done: 0,
  /** More images failed than `fail-on` allows. */
  imagesFailed: 1,
  /** Wrong usage or invalid input; nothing was started. */
  badInput: 2,
  /** The run itself failed. */
  runFailed: 3,
  /** The code that shells use for SIGINT. */
  cancelled: 130
} as const
