/** The maximum length of the body of an issue or a comment on GitHub, in characters. */
const LONGEST_BODY = 65_536

/** How many failed images a body lists; a smaller number if the body would be too long. */
const MOST_FAILURES = [50, 25, 12, 6, 3, 1]

/** An invisible line that identifies our text. A workflow may have one for each of several results folders. */
export function marker(
  what: 'failures' | 'summary',
  results: string,
  env: NodeJS.ProcessEnv
): string {
  const [folder, workflow] = [results, env['GITHUB_WORKFLOW'] ?? ''].map(inComment)
  return `<!-- batch-ocr: ${what} of ${folder}/${workflow} -->`
}

/** A name inside an HTML comment, escaped so that it cannot end the comment. */
const inComment = (name: string): string =>
  encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('--', '%2D%2D')

/**
 * A body within GitHub's limit, which lists as many failed images as possible.
 *
 * @param short the text if not even one image fits
 */
export function fittingBody(
  mark: string,
  write: (mostFailures: number) => string,
  short: string
): string {
  const bodies = [...MOST_FAILURES.map(write), short].map((text) => `${mark}\n${text}`)
  return bodies.find((body) => body.length <= LONGEST_BODY) ?? mark
}
