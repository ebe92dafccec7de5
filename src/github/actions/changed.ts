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
import { harmless } from '../log.ts'
import { setChangedOutputs } from '../outputs.ts'
import type { StepContext } from './run.ts'

/** What is to be read of a pull request. */
export interface ChangedImages {
  /** As the input `images` takes them. */
  readonly patterns: readonly string[]
  /** Null where all images are taken, counted by nobody. */
  readonly count: number | null
}

/** GitHub lists no more files of a pull request. */
const MOST_FILES = 3000

/** Linux starts no program with a variable of 128 KiB, and an input is a variable; in bytes. */
const LONGEST_INPUT = 120_000

/** Finds the images that the pull request adds or changes; where that cannot be known, all are taken. */
export async function changedAction(context: StepContext): Promise<number> {
  const { settings, environment } = context
  const number = pullRequestNumber(environment.env)
  const files = number === null ? null : await filesOf(number, context)
  if (number === null) info('No pull request started this workflow run: all images are taken.')
  const changed =
    files === null ? { patterns: settings.images, count: null } : await imagesAmong(files, context)
  setChangedOutputs(changed)
  return exitCodes.done
}

/** Paths of what a pull request adds or changes, from the top of the repository; null where not all can be known. */
async function filesOf(
  number: number,
  { own, environment, signal }: StepContext
): Promise<ReadonlySet<string> | null> {
  const repository = await openRepository(environment.env, readActionInput('token', own), signal)
  try {
    const files = await request(
      `list the files of pull request #${number}`,
      () => listed(repository, number),
      signal
    )
    if (files.length >= MOST_FILES) {
      warning(`GitHub lists the first ${MOST_FILES} files of a pull request: all images are taken.`)
      return null
    }
    return new Set(files.filter(hasContent).map(({ filename }) => filename))
  } catch (problem) {
    if (!(problem instanceof GitHubProblem)) throw problem
    if (problem.kind === 'unavailable') {
      warning(harmless(`${problem.message} All images are taken.`))
      return null
    }
    const remedy = 'Give the job `permissions: pull-requests: read`, or write.'
    throw new GitHubProblem(problem.kind, `${problem.message} ${remedy}`, { cause: problem })
  }
}

const listed = ({ octokit, owner, repo }: Repository, number: number) =>
  octokit.paginate(octokit.rest.pulls.listFiles, {
    ...{ owner, repo, pull_number: number, per_page: 100 }
  })

/** What was removed is not there to be read; what was renamed has its new name. */
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
  const patterns = images.map(patternOf)
  const nameless = images.filter((_, index) => !isLine(patterns[index] ?? ''))
  for (const path of nameless)
    warning(harmless(`${path} is left out: no line can say its name. Rename it.`))
  info(
    plainSpaces(
      `The pull request adds or changes ${count(images.length, 'image')} of ${count(files.length, 'file')} that \`images\` names.`
    )
  )
  const sayable = patterns.filter(isLine)
  if (Buffer.byteLength(sayable.join('\n')) <= LONGEST_INPUT)
    return { patterns: sayable, count: sayable.length }
  warning('Their names together are longer than an input may be: all images are taken.')
  return { patterns: settings.images, count: null }
}

const isImage = async (file: Selected, maxPixels: number): Promise<boolean> =>
  (await inspect(file, maxPixels)) !== null

/** A path as a pattern that names it alone. A file that is there is taken by its name, whatever stands in it. */
const patternOf = (path: string): string => (/^[!\s]/.test(path) ? `./${path}` : path)

/** Whether a pattern comes through an input as it is: no line breaks, no white space at its ends. */
const isLine = (pattern: string): boolean => {
  const [first, ...others] = lines(pattern)
  return first === pattern && others.length === 0
}
