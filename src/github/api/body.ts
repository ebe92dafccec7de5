/** GitHub refuses a longer body of an issue or a comment, in characters. */
const LONGEST_BODY = 65_536

/** How many failed images a body names at first, and where that is too long. */
const MOST_FAILURES = [50, 25, 12, 6, 3, 1]

/** A line that nobody sees, by which what we wrote is found again. One workflow may report of several folders. */
export function marker(
  what: 'failures' | 'summary',
  results: string,
  env: NodeJS.ProcessEnv
): string {
  const [folder, workflow] = [results, env['GITHUB_WORKFLOW'] ?? ''].map(inComment)
  return `<!-- batch-ocr: ${what} of ${folder}/${workflow} -->`
}

/** A name within an HTML comment, which nothing in it may end. */
const inComment = (name: string): string =>
  encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('--', '%2D%2D')

/**
 * A body that GitHub takes: with as many failed images as fit.
 *
 * @param short what is said where not even one fits
 */
export function fittingBody(
  mark: string,
  write: (mostFailures: number) => string,
  short: string
): string {
  const bodies = [...MOST_FAILURES.map(write), short].map((text) => `${mark}\n${text}`)
  return bodies.find((body) => body.length <= LONGEST_BODY) ?? mark
}
