import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../support/command.ts'

/** Our repository in workflows that act runs: act does not know `$/` (July 2026), and the examples have placeholders. */
export const ACTION_REPOSITORY = 'octo/batch-ocr@v1'

/** The reusable workflow for act, with other references to our own actions. */
export const reusableWorkflow = (): string =>
  read('.github/workflows/ocr.yml').replace(
    /uses: \$\/(\S*)/g,
    (_, path: string) => `uses: ${ours(path)}`
  )

/** An example for act, which finds the reusable workflow in the same repository. */
export const exampleWorkflow = (name: string): string =>
  read(join('examples', name)).replace(
    /uses: OWNER\/batch-ocr\/?(\S*)@COMMIT/g,
    (_, path: string) => `uses: ${path.endsWith('.yml') ? `./${path}` : ours(path)}`
  )

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

function ours(path: string): string {
  const [repository, ref] = ACTION_REPOSITORY.split('@')
  return `${repository}${path === '' ? '' : `/${path}`}@${ref}`
}

/** Stand-ins for actions of others, by repository, because tests cannot download from GitHub. */
const standIns: Readonly<Record<string, string>> = {
  'actions/download-artifact': 'download-artifact',
  'actions/upload-artifact': 'upload-artifact'
}

/** The pinned actions in workflows that have a stand-in, each as `OWNER/NAME@COMMIT=FOLDER`. */
export function replacements(texts: readonly string[]): string[] {
  const pinned = texts.flatMap((text) => [
    ...text.matchAll(/uses: (?<repository>[\w-]+\/[\w-]+)\S*@(?<commit>[0-9a-f]{40})/g)
  ])
  const found = pinned.flatMap(({ groups: { repository = '', commit = '' } = {} }) => {
    const folder = standIns[repository]
    if (folder === undefined) return []
    return [`${repository}@${commit}=${join(import.meta.dirname, 'stand-ins', folder)}`]
  })
  return [...new Set(found)]
}
