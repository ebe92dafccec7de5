import { randomBytes } from 'node:crypto'
import { copyFileSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { count, plainSpaces } from '../../lib/text.ts'
import { pathInArtifact } from '../../merge/artifact-names.ts'

/** An uploaded artifact. */
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

/** The artifacts of a run that are uploaded. */
export type Artifacts = Readonly<Partial<Record<ArtifactKind, Uploaded>>>

/** The outcome of an upload. */
export interface Upload {
  readonly artifacts: Artifacts
  /** The error of GitHub's client that ended the upload; null if all artifacts are uploaded. */
  readonly problem: Error | null
}

/** What to upload, and under which names. */
export interface UploadOptions {
  readonly kinds: readonly ArtifactKind[]
  readonly prefix: string
  readonly suffix: string
  readonly retentionDays: number | null
  /** The attempt of the workflow run. */
  readonly attempt: number
}

/** `report.html` and `metadata/` belong to `…-metadata`; everything else is texts and tables. */
const kindOf = (path: string): ArtifactKind =>
  path === 'report.html' || path.startsWith('metadata/') ? 'metadata' : 'text'

/**
 * Uploads the results folder as two artifacts, or as those of the given kinds. Artifacts that were uploaded before an
 * error are part of the outcome.
 *
 * @param warn is called if a name had to be changed
 */
export async function uploadResults(
  results: string,
  options: UploadOptions,
  warn: (sentence: string) => void
): Promise<Upload> {
  const artifacts: Partial<Record<ArtifactKind, Uploaded>> = {}
  let staged: Staged | null = null
  try {
    staged = stage(results, filesBelow(results), warn)
    for (const kind of options.kinds) {
      const own = staged.paths.filter((path) => kindOf(path) === kind)
      const name = `${options.prefix}-${kind}${options.suffix}`
      artifacts[kind] = await uploadOne(name, own, staged.root, options, warn)
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
  { retentionDays, attempt }: UploadOptions,
  warn: (sentence: string) => void
): Promise<Uploaded> {
  const { DefaultArtifactClient } = await import('@actions/artifact')
  const client = new DefaultArtifactClient()
  const files = paths.map((path) => join(root, path))
  const options = retentionDays === null ? {} : { retentionDays }
  for (const candidate of [name, ...alternativeNames(name, attempt)]) {
    try {
      const { id = 0, digest = '' } = await client.uploadArtifact(candidate, files, root, options)
      if (candidate !== name) warn(renamed(name, candidate))
      return { name: candidate, id, digest, files: files.length }
    } catch (error) {
      if (!isTaken(error)) throw error
    }
  }
  throw new Error(`The artifact name ${name} and its alternatives are taken; set \`artifact-name\``)
}

/** Names to try if the name is taken: one with the attempt of a re-run, and one with a random suffix. */
const alternativeNames = (name: string, attempt: number): string[] => [
  ...(attempt > 1 ? [`${name}-attempt-${attempt}`] : []),
  `${name}-${randomBytes(3).toString('hex')}`
]

/** The client wraps the service's status 409 in a plain error, so only the message identifies it. */
const isTaken = (error: unknown): boolean =>
  /\b409\b|already exists/i.test((error as Error).message)

const renamed = (name: string, alternative: string): string =>
  `This workflow run already has an artifact named ${name}, so this one is named ${alternative}. If the action runs in a matrix or more than once, set \`artifact-name\` to a unique name, such as ocr-\${{ matrix.name }} or ocr-\${{ strategy.job-index }}.`

function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** The files of an artifact, ready for the client. */
interface Staged {
  readonly root: string
  readonly paths: readonly string[]
  remove(): void
}

/** Makes a folder of links with valid names if a path has a character that is not allowed in artifacts. */
function stage(root: string, paths: readonly string[], warn: (sentence: string) => void): Staged {
  const odd = paths.filter((path) => pathInArtifact(path) !== path)
  if (odd.length === 0) return { root, paths, remove: () => {} }
  warn(
    plainSpaces(
      `The names of ${count(odd.length, 'file')} have characters that are not allowed in artifacts (" : < > | * ? \\ or a line break). In the artifact, they are replaced by %XX.`
    )
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
    linkOrCopy(join(root, path), join(home, name))
    return name
  })
  return { root: home, paths: staged, remove: () => rmSync(home, { recursive: true, force: true }) }
}

/** Links a file, or copies it to another file system. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}
