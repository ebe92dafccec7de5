import { info } from '@actions/core'
import type { Report } from '../../report/report.ts'
import { jobSummary } from '../../report/summary.ts'
import { readActionInput } from '../../settings/actions.ts'
import { fittingBody, marker } from '../api/body.ts'
import { GitHubProblem, openRepository, request, type Told } from '../api/client.ts'
import { tellPullRequest } from '../api/comment.ts'
import { workflowRunLink, workflowRunUrl } from '../environment.ts'
import { harmless } from '../log.ts'
import type { StepContext } from './run.ts'

/**
 * Tells of the run in a comment on the pull request. A token that may not is no failure: that of every pull request from
 * a fork is such a one.
 *
 * @param number null where no pull request started the workflow run
 * @param look reads the results, which need not be there where nothing is to be told
 * @returns the comment; null where none was written
 * @throws GitHubProblem where GitHub did not take it; the signal's reason
 */
export async function reportToPullRequest(
  number: number | null,
  look: () => Report,
  context: StepContext
): Promise<Told | null> {
  const { own, settings, environment, signal } = context
  if (number === null) {
    info('No pull request started this workflow run, so there is none to comment on.')
    return null
  }
  const token = readActionInput('token', own)
  const mark = marker('summary', settings.results, environment.env)
  const body = bodyOf(look(), mark, environment.env)
  const repository = await openRepository(environment.env, token, signal)
  try {
    const tell = () => tellPullRequest(repository, number, mark, body)
    const told = await request('take the comment', tell, signal)
    info(`Pull request #${number} has the summary: ${told.url}`)
    return told
  } catch (problem) {
    if (!(problem instanceof GitHubProblem) || problem.kind !== 'forbidden') throw problem
    info(harmless(`${problem.message} ${MAY_NOT}`))
    return null
  }
}

const MAY_NOT =
  'The token may only read, as for every pull request from a fork; the job summary tells the same. Elsewhere give the job `permissions: pull-requests: write`.'

function bodyOf(report: Report, mark: string, env: NodeJS.ProcessEnv): string {
  const url = workflowRunUrl(env)
  const artifacts = url ? [{ name: 'of this workflow run', url: `${url}#artifacts` }] : []
  const write = (mostFailures: number) => jobSummary(report, { artifacts, mostFailures })
  const short = `The summary is too long for a comment: ${workflowRunLink(env)} has it.\n`
  return fittingBody(mark, write, short)
}
