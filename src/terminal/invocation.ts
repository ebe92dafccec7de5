import { basename, delimiter, dirname, relative } from 'node:path'

/** Makes a command that the user can copy from a message: its words, behind the way this program was started. */
export type CommandLine = (...words: readonly string[]) => string

/**
 * Takes from the process how it was started: `batch-ocr` if that is on the PATH, otherwise `node dist/cli/index.js`.
 * Node.js makes the path of the script absolute, so the shorter form of it is shown.
 */
export function commandLineOf({ argv, argv0, cwd, env }: NodeJS.Process): CommandLine {
  const script = argv[1] ?? ''
  const onPath = (env['PATH'] ?? '').split(delimiter).includes(dirname(script))
  const fromHere = relative(cwd(), script)
  const path = fromHere.length < script.length ? fromHere : script
  const start = onPath ? [basename(script)] : [argv0, path]
  return (...words) => [...start, ...words].map(shellWord).join(' ')
}

const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
