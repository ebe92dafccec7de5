import { info } from '@actions/core'
import { failures } from '../../report/findings.ts'
import type { Report } from '../../report/report.ts'
import { failuresSummary } from '../../report/summary.ts'
import { readActionInput } from '../../settings/actions.ts'
import { fittingBody, marker } from '../api/body.ts'
import {
  GitHubProblem,
  openRepository,
  type Repository,
  request,
  type Told
} from '../api/client.ts'
import { closeIssue, type IssueText, tellIssue } from '../api/issue.ts'
import { workflowRunLink } from '../environment.ts'
import type { StepContext } from './run.ts'

/**
 * Tells what failed in one issue, and closes it where nothing did.
 *
 * @returns the issue; null where nothing was written
 * @throws GitHubProblem where it could not be written; the signal's reason
 */
export async function reportToIssue(report: Report, context: StepContext): Promise<Told | null> {
  const { own, environment, signal } = context
  const text = textOf(report, context)
  const token = readActionInput('token', own)
  if (report.run.outcome === 'cancelled') {
    info('The run was cancelled, which says nothing of the images: the issue stays as it is.')
    return null
  }
  const repository = await openRepository(environment.env, token, signal)
  try {
    return hasFailed(report)
      ? await request('take the issue', () => opened(repository, text), signal)
      : await request('close the issue', () => closed(repository, text, context), signal)
  } catch (problem) {
    if (!(problem instanceof GitHubProblem) || problem.kind !== 'forbidden') throw problem
    const remedy = 'Give the job `permissions: issues: write`.'
    throw new GitHubProblem(problem.kind, `${problem.message} ${remedy}`, { cause: problem })
  }
}

/** A run that broke off says nothing good of the images that it did not reach. */
const hasFailed = ({ run, rows }: Report): boolean =>
  run.outcome === 'failed' || failures(rows).length > 0

async function opened(repository: Repository, text: IssueText): Promise<Told> {
  const told = await tellIssue(repository, text)
  info(`Issue #${told.number} was ${told.done}: ${told.url}`)
  return told
}

async function closed(
  repository: Repository,
  { mark }: IssueText,
  { environment: { env } }: StepContext
): Promise<Told | null> {
  const word = `Nothing fails any more: ${workflowRunLink(env)}.`
  const told = await closeIssue(repository, mark, word)
  info(
    told
      ? `Nothing fails any more; issue #${told.number} was closed: ${told.url}`
      : 'Nothing failed, and no issue is open.'
  )
  return told
}

function textOf(report: Report, { own, settings, environment: { env } }: StepContext): IssueText {
  const mark = marker('failures', settings.results, env)
  const link = workflowRunLink(env)
  const end = `From ${link}. This text is replaced by that of the next run; when nothing fails any more, the issue is closed.`
  const write = (mostFailures: number) => `${failuresSummary(report, mostFailures)}\n${end}\n`
  const body = fittingBody(mark, write, `What failed is too long for an issue. ${end}\n`)
  return { mark, title: readActionInput('title', own), body, again: `It fails again: ${link}.` }
}
