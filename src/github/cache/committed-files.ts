import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { kill, start } from '../../lib/process.ts'

/** What git knows of files in a commit without looking into them. */
export interface CommittedFiles {
  /** The same for the same names and contents, whatever the history. */
  readonly digest: string
  readonly files: number
}

/**
 * Digests the files that patterns may choose in the commit that is checked out. Names and git's digests are enough, and
 * they are the same for every runner, push, re-run and forced push; the list of files of a push ends at 300, and is
 * wrong where an earlier run was dropped. Where patterns choose the images, or links lead to them, every file counts:
 * nothing is missed.
 *
 * @param patterns as the input `images` has them
 * @param cwd absolute: the top of the checkout
 * @returns null where there is no git, or no commit
 */
export async function committedFiles(
  patterns: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal
): Promise<CommittedFiles | null> {
  const isChosen = chooser(patterns)
  const all = digester()
  const chosen = digester()
  let links = false
  const listed = await eachEntry(cwd, env, signal, (entry) => {
    links ||= entry.startsWith(LINK)
    all.add(entry)
    if (isChosen?.(entry.slice(entry.indexOf('\t') + 1))) chosen.add(entry)
  })
  if (!listed) return null
  return isChosen === null || links ? all.end() : chosen.end()
}

/** How git's entry of a symbolic link begins. */
const LINK = '120000 '

/** Tells the files below plain paths; null where a pattern is more than such a path. */
function chooser(patterns: readonly string[]): ((path: string) => boolean) | null {
  const paths = patterns.map((pattern) => posix.normalize(`${pattern}/`).slice(0, -1))
  if (paths.some((path) => /[*?[\]{}()!\\]/.test(path) || /^$|^\.\.?(\/|$)|^\//.test(path)))
    return null
  return (path) => paths.some((one) => path === one || path.startsWith(`${one}/`))
}

function digester() {
  const hash = createHash('sha256')
  let files = 0
  return {
    add: (entry: string) => {
      files++
      hash.update(`${entry}\0`)
    },
    end: (): CommittedFiles => ({ digest: hash.digest('hex').slice(0, 16), files })
  }
}

/** Gives each entry of git's list (mode, kind, digest, path) as it comes; false where git lists nothing. */
async function eachEntry(
  cwd: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
  take: (entry: string) => void
): Promise<boolean> {
  signal.throwIfAborted()
  const git = start('git', ['ls-tree', '-r', '-z', 'HEAD'], { env, cwd, input: 'ignore' })
  const stop = () => kill(git)
  signal.addEventListener('abort', stop, { once: true })
  git.stderr?.resume()
  let rest = ''
  git.stdout?.setEncoding('utf8').on('data', (piece: string) => {
    const entries = (rest + piece).split('\0')
    rest = entries.pop() ?? ''
    entries.forEach(take)
  })
  const code = await new Promise<number | null>((ended) => {
    git.once('error', () => ended(null))
    git.once('close', ended)
  })
  signal.removeEventListener('abort', stop)
  signal.throwIfAborted()
  return code === 0
}
