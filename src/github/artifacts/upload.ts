import { randomBytes } from 'node:crypto'
import { copyFileSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { pathInArtifact } from '../../merge/artifact-names.ts'

/** An artifact that GitHub has taken. */
export interface Uploaded {
  readonly name: string
  readonly id: number
  readonly digest: string
  readonly files: number
}

/** The two artifacts of a run. */
export const ARTIFACT_KINDS = ['text', 'metadata'] as const

/** One of the two artifacts of a run. */
export type ArtifactKind = (typeof ARTIFACT_KINDS)[number]

/** Those of a run's artifacts that GitHub has taken. */
export type Artifacts = Readonly<Partial<Record<ArtifactKind, Uploaded>>>

/** What came of uploading. */
export interface Upload {
  readonly artifacts: Artifacts
  /** Why the others are not among them, in GitHub's words; null where all are. */
  readonly problem: Error | null
}

/** `report.html` and `metadata/` go into `…-metadata`; everything else is text and tables. */
const kindOf = (path: string): ArtifactKind =>
  path === 'report.html' || path.startsWith('metadata/') ? 'metadata' : 'text'

/**
 * Uploads the results folder as two artifacts, or those of them that are asked for. What was taken before one fails is
 * told, too.
 *
 * @param warn hears where a name had to be changed
 */
export async function uploadResults(
  results: string,
  ask: {
    readonly kinds: readonly ArtifactKind[]
    readonly prefix: string
    readonly suffix: string
    readonly retentionDays: number | null
    readonly attempt: number
  },
  warn: (sentence: string) => void
): Promise<Upload> {
  const artifacts: Partial<Record<ArtifactKind, Uploaded>> = {}
  let staged: Staged | null = null
  try {
    staged = stage(results, filesBelow(results), warn)
    for (const kind of ask.kinds) {
      const own = staged.paths.filter((path) => kindOf(path) === kind)
      const name = `${ask.prefix}-${kind}${ask.suffix}`
      artifacts[kind] = await uploadOne(name, own, staged.root, ask, warn)
    }
    return { artifacts, problem: null }
  } catch (problem) {
    return { artifacts, problem: problem as Error }
  } finally {
    staged?.remove()
  }
}

async function uploadOne(
  name: string,
  paths: readonly string[],
  root: string,
  ask: { readonly retentionDays: number | null; readonly attempt: number },
  warn: (sentence: string) => void
): Promise<Uploaded> {
  const { DefaultArtifactClient } = await import('@actions/artifact')
  const client = new DefaultArtifactClient()
  const files = paths.map((path) => join(root, path))
  const options = ask.retentionDays === null ? {} : { retentionDays: ask.retentionDays }
  for (const candidate of [name, ...elseNames(name, ask.attempt)]) {
    try {
      const { id = 0, digest = '' } = await client.uploadArtifact(candidate, files, root, options)
      if (candidate !== name) warn(clash(name, candidate))
      return { name: candidate, id, digest, files: files.length }
    } catch (error) {
      if (!isClash(error)) throw error
    }
  }
  throw new Error(
    `The artifact names ${name}, ${elseNames(name, ask.attempt).join(' and others like it')} are all taken; set artifact-name.`
  )
}

/** Names against a clash: a re-run's by its attempt, any other's by chance. */
const elseNames = (name: string, attempt: number): string[] => [
  ...(attempt > 1 ? [`${name}-attempt-${attempt}`] : []),
  `${name}-${randomBytes(3).toString('hex')}`
]

/** The client wraps the service's 409 in a plain error, so its words are all there is. */
const isClash = (error: unknown): boolean =>
  /\b409\b|already exists/i.test((error as Error).message)

const clash = (name: string, taken: string): string =>
  `An artifact named ${name} exists in this workflow run already (a matrix job, or a second use of this action), so this one is named ${taken}. Set \`artifact-name\` to something of this job, such as ocr-\${{ matrix.name }} or ocr-\${{ strategy.job-index }}.`

function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

interface Staged {
  readonly root: string
  readonly paths: readonly string[]
  remove(): void
}

/** Where a path has a character that artifacts refuse, the files are linked under names that pass. */
function stage(root: string, paths: readonly string[], warn: (sentence: string) => void): Staged {
  const odd = paths.filter((path) => pathInArtifact(path) !== path)
  if (odd.length === 0) return { root, paths, remove: () => {} }
  warn(
    `${odd.length} files have characters in their names that artifacts refuse (" : < > | * ? \\ or a line break); in the artifact these stand as %XX.`
  )
  const home = mkdtempSync(join(tmpdir(), 'ocr-artifact-'))
  const plain = new Set(paths)
  const staged = paths.map((path) => {
    const percented = pathInArtifact(path)
    const name =
      percented !== path && plain.has(percented)
        ? `${percented}~${randomBytes(3).toString('hex')}`
        : percented
    mkdirSync(dirname(join(home, name)), { recursive: true })
    place(join(root, path), join(home, name))
    return name
  })
  return { root: home, paths: staged, remove: () => rmSync(home, { recursive: true, force: true }) }
}

/** A link costs nothing; another file system takes a copy. */
function place(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}
