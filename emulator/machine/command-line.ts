/** A command line cannot be split into a program and arguments. */
export class MalformedCommandLine extends Error {}

/** One piece of a command line: white space, a quoted or escaped part, or plain text. */
const PIECE =
  /(?<blanks>[ \t\r\n]+)|'(?<single>[^']*)'|"(?<double>(?:[^"\\]|\\.)*)"|\\(?<escaped>.)|(?<plain>[^ \t\r\n'"\\]+)/suy

/**
 * Splits a command line into words as a POSIX shell does, but expands nothing: a node starts the program directly, so that
 * `$NAME`, `*` and `>` are passed to it unchanged.
 *
 * @throws MalformedCommandLine for an unterminated quote or backslash
 */
export function splitCommandLine(commandLine: string): string[] {
  const words: string[] = []
  let word: string | null = null
  PIECE.lastIndex = 0
  while (PIECE.lastIndex < commandLine.length) {
    const { groups } = PIECE.exec(commandLine) ?? malformed()
    if (groups?.['blanks'] === undefined) {
      word = (word ?? '') + valueOfPiece(groups ?? {})
    } else if (word !== null) {
      words.push(word)
      word = null
    }
  }
  return word === null ? words : [...words, word]
}

const valueOfPiece = ({
  single,
  double,
  escaped,
  plain
}: Record<string, string | undefined>): string =>
  single ?? double?.replace(/\\(["\\])/gs, '$1') ?? escaped ?? plain ?? ''

function malformed(): never {
  throw new MalformedCommandLine('The command line has an unterminated quote or backslash.')
}
