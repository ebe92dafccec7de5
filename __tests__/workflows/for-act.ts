import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../support/command.ts'

/** How a workflow names us where act runs it: act knows neither `$/` (July 2026) nor who will publish us. */
export const US = 'octo/batch-ocr@v1'

/** The reusable workflow in the form that act knows; nothing but the references to ourselves is another. */
export const reusableWorkflow = (): string =>
  told('.github/workflows/ocr.yml').replace(
    /uses: \$\/(\S*)/g,
    (_, path: string) => `uses: ${ours(path)}`
  )

/** An example in the form that act knows. It finds the reusable workflow in its own repository. */
export const exampleWorkflow = (name: string): string =>
  told(join('examples', name)).replace(
    /uses: OWNER\/batch-ocr\/?(\S*)@COMMIT/g,
    (_, path: string) => `uses: ${path.endsWith('.yml') ? `./${path}` : ours(path)}`
  )

const told = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

function ours(path: string): string {
  const [repository, ref] = US.split('@')
  return `${repository}${path === '' ? '' : `/${path}`}@${ref}`
}

/** What stands here for actions of others, by their repositories: GitHub, where they lie, is not to be reached. */
const standIns: Readonly<Record<string, string>> = {
  'actions/download-artifact': 'download-artifact',
  'actions/upload-artifact': 'upload-artifact'
}

/** The pinned actions in these texts that something stands for, each as `OWNER/NAME@COMMIT=FOLDER`. */
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
