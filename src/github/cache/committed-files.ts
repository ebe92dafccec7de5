import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { kill, start } from '../../lib/process.ts'

/** The files of a commit, as recorded by Git. */
export interface CommittedFiles {
  /** Equal for equal names and contents, regardless of the history. */
  readonly digest: string
  readonly files: number
}

/**
 * Digests the files of the checked-out commit that patterns may select. Names and Git's digests of contents suffice, and
 * they are the same in every runner, push, re-run and forced push. The file list of a push event ends at 300 files, and
 * misses files if an earlier run was dropped. With glob patterns or symbolic links, every file counts, so that no change
 * is missed.
 *
 * @param patterns in the syntax of the input `images`
 * @param cwd absolute path of the top of the checkout
 * @returns null without Git or without a commit
 */
export async function committedFiles(
  patterns: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal
): Promise<CommittedFiles | null> {
  const isSelected = selector(patterns)
  const all = digester()
  const selected = digester()
  let links = false
  const listed = await eachEntry(cwd, env, signal, (entry) => {
    links ||= entry.startsWith(LINK)
    all.add(entry)
    if (isSelected?.(entry.slice(entry.indexOf('\t') + 1))) selected.add(entry)
  })
  if (!listed) return null
  return isSelected === null || links ? all.end() : selected.end()
}

/** The beginning of Git's entry for a symbolic link. */
const LINK = '120000 '

/** Selects the files below plain paths; null if a pattern is not a plain path. */
function selector(patterns: readonly string[]): ((path: string) => boolean) | null {
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

/** Passes on each entry of Git's list (mode, kind, digest, path); false if Git could not list them. */
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
