import { info } from '@actions/core'
import type { Report } from '../../report/report.ts'
import { jobSummary } from '../../report/summary.ts'
import { readActionInput } from '../../settings/actions.ts'
import { fittingBody, marker } from '../api/body.ts'
import { GitHubProblem, openRepository, request, type WrittenTo } from '../api/client.ts'
import { writeComment } from '../api/comment.ts'
import type { StepContext } from '../context.ts'
import { workflowRunLink, workflowRunUrl } from '../environment.ts'
import { escapeForLog } from '../log.ts'

/**
 * Reports a run in a comment on the pull request. A read-only token is not an error, because every pull request from a
 * fork has one.
 *
 * @param number null if the workflow run was not triggered by a pull request
 * @param readReport reads the results, which need not exist if there is no pull request
 * @returns the comment; null if none was written
 * @throws GitHubProblem if the comment could not be written; the signal's reason
 */
export async function reportToPullRequest(
  number: number | null,
  readReport: () => Report,
  context: StepContext
): Promise<WrittenTo | null> {
  const { own, settings, environment, signal } = context
  if (number === null) {
    info('This workflow run was not triggered by a pull request, so there is none to comment on.')
    return null
  }
  const token = readActionInput('token', own)
  const mark = marker('summary', settings.results, environment.env)
  const body = bodyOf(readReport(), mark, environment.env)
  const repository = await openRepository(environment.env, token, signal)
  try {
    const write = () => writeComment(repository, number, mark, body)
    const comment = await request('create or update the comment', write, signal)
    info(`The summary was written to pull request #${number}: ${comment.url}`)
    return comment
  } catch (problem) {
    if (!(problem instanceof GitHubProblem) || problem.kind !== 'forbidden') throw problem
    info(escapeForLog(`${problem.message} ${READ_ONLY}`))
    return null
  }
}

const READ_ONLY =
  'The token is read-only, as for every pull request from a fork; see the job summary instead. If this is not a fork, give the job `permissions: pull-requests: write`.'

function bodyOf(report: Report, mark: string, env: NodeJS.ProcessEnv): string {
  const url = workflowRunUrl(env)
  const artifacts = url ? [{ name: 'of this workflow run', url: `${url}#artifacts` }] : []
  const write = (mostFailures: number) => jobSummary(report, { artifacts, mostFailures })
  const short = `The summary is too long for a comment: see ${workflowRunLink(env)}.\n`
  return fittingBody(mark, write, short)
}
