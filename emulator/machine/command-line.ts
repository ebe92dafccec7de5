/** A command line that no program and arguments can be made of. */
export class MalformedCommandLine extends Error {}

/** What one piece of a command line adds to a word: blanks end it, quotes and backslashes go. */
const PIECE =
  /(?<blanks>[ \t\r\n]+)|'(?<single>[^']*)'|"(?<double>(?:[^"\\]|\\.)*)"|\\(?<escaped>.)|(?<plain>[^ \t\r\n'"\\]+)/suy

/**
 * Splits a command line as a POSIX shell would, and does nothing else that a shell does: a node starts the program
 * itself, so that `$NAME`, `*` and `>` reach it as they are written.
 *
 * @throws MalformedCommandLine where a quotation has no end
 */
export function splitCommandLine(commandLine: string): string[] {
  const words: string[] = []
  let word: string | null = null
  PIECE.lastIndex = 0
  while (PIECE.lastIndex < commandLine.length) {
    const { groups } = PIECE.exec(commandLine) ?? malformed()
    if (groups?.['blanks'] === undefined) {
      word = (word ?? '') + meant(groups ?? {})
    } else if (word !== null) {
      words.push(word)
      word = null
    }
  }
  return word === null ? words : [...words, word]
}

const meant = ({ single, double, escaped, plain }: Record<string, string | undefined>): string =>
  single ?? double?.replace(/\\(["\\])/gs, '$1') ?? escaped ?? plain ?? ''

function malformed(): never {
  throw new MalformedCommandLine('The command line has a quotation or a backslash without an end.')
}
