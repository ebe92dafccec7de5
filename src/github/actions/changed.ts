import { resolve } from 'node:path'
import { info, warning } from '@actions/core'
import { inspect } from '../../images/image.ts'
import { type Selected, select } from '../../images/select.ts'
import { exitCodes } from '../../lib/exit-codes.ts'
import { count, plainSpaces } from '../../lib/text.ts'
import { readActionInput } from '../../settings/actions.ts'
import { lines } from '../../settings/parse.ts'
import { GitHubProblem, openRepository, type Repository, request } from '../api/client.ts'
import { pullRequestNumber } from '../api/event.ts'
import type { StepContext } from '../context.ts'
import { escapeForLog } from '../log.ts'
import { setOutputs } from '../outputs.ts'

interface ChangedImages {
  /** In the syntax of the input `images`. */
  readonly patterns: readonly string[]
  /** Null if all images are selected, so that their number is not known. */
  readonly count: number | null
}

/** GitHub lists at most this many files of a pull request. */
const MOST_FILES = 3000

/** In bytes. Inputs are environment variables, which Linux limits to 128 KiB. */
const LONGEST_INPUT = 120_000

/** Lists the images that the pull request adds or changes. If they cannot be determined, all images are selected. */
export async function changedAction(context: StepContext): Promise<number> {
  const { settings, environment } = context
  const number = pullRequestNumber(environment.env)
  const files = number === null ? null : await changedFiles(number, context)
  if (number === null)
    info('This workflow run was not triggered by a pull request: all images are selected.')
  const changed =
    files === null ? { patterns: settings.images, count: null } : await imagesAmong(files, context)
  setOutputs('changed', { images: changed.patterns.join('\n'), count: changed.count ?? '' })
  return exitCodes.done
}

/** The paths that the pull request adds or changes, relative to the repository; null if they cannot all be listed. */
async function changedFiles(
  number: number,
  { own, environment, signal }: StepContext
): Promise<ReadonlySet<string> | null> {
  const repository = await openRepository(environment.env, readActionInput('token', own), signal)
  try {
    const files = await request(
      `list the files of pull request #${number}`,
      () => listFiles(repository, number),
      signal
    )
    if (files.length >= MOST_FILES) {
      warning(
        `GitHub lists only the first ${MOST_FILES} files of a pull request: all images are selected.`
      )
      return null
    }
    return new Set(files.filter(hasContent).map(({ filename }) => filename))
  } catch (problem) {
    if (!(problem instanceof GitHubProblem)) throw problem
    if (problem.kind === 'unavailable') {
      warning(escapeForLog(`${problem.message} All images are selected.`))
      return null
    }
    const remedy = 'Give the job `permissions: pull-requests: read`.'
    throw new GitHubProblem(problem.kind, `${problem.message} ${remedy}`, { cause: problem })
  }
}

const listFiles = ({ octokit, owner, repo }: Repository, number: number) =>
  octokit.paginate(octokit.rest.pulls.listFiles, {
    ...{ owner, repo, pull_number: number, per_page: 100 }
  })

/** Removed files do not exist in the checkout; renamed files are listed under their new names. */
const hasContent = ({ status }: { readonly status: string }): boolean =>
  status !== 'removed' && status !== 'unchanged'

async function imagesAmong(
  changed: ReadonlySet<string>,
  { settings, environment: { cwd }, signal }: StepContext
): Promise<ChangedImages> {
  const { files } = select(settings.images, cwd, resolve(cwd, settings.results))
  const images: string[] = []
  for (const file of files.filter(({ path }) => changed.has(path))) {
    signal.throwIfAborted()
    if (await isImage(file, settings.maxPixels)) images.push(file.path)
  }
  for (const path of images.filter((image) => !isLine(patternOf(image))))
    warning(
      escapeForLog(
        `${path} is skipped: a name with a line break, or with white space at its end, cannot be passed on. Rename the file.`
      )
    )
  info(
    plainSpaces(
      `The pull request adds or changes ${count(images.length, 'image')} of the ${count(files.length, 'file')} that \`images\` selects.`
    )
  )
  const patterns = images.map(patternOf).filter(isLine)
  if (Buffer.byteLength(patterns.join('\n')) <= LONGEST_INPUT)
    return { patterns, count: patterns.length }
  warning('The list of changed images is too long for an input: all images are selected.')
  return { patterns: settings.images, count: null }
}

const isImage = async (file: Selected, maxPixels: number): Promise<boolean> =>
  (await inspect(file, maxPixels)) !== null

/** A pattern that selects exactly one path. The name of an existing file is never read as a glob pattern. */
const patternOf = (path: string): string => (/^[!\s]/.test(path) ? `./${path}` : path)

/** Whether a pattern passes through an input unchanged: no line breaks, and no white space at either end. */
const isLine = (pattern: string): boolean => {
  const [first, ...others] = lines(pattern)
  return first === pattern && others.length === 0
}
