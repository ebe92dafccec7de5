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
  type WrittenTo
} from '../api/client.ts'
import { closeIssue, type IssueText, writeIssue } from '../api/issue.ts'
import type { StepContext } from '../context.ts'
import { workflowRunLink } from '../environment.ts'

/**
 * Reports failures in one issue, and closes it if there are none.
 *
 * @returns the issue; null if nothing was written
 * @throws GitHubProblem if the issue could not be written; the signal's reason
 */
export async function reportToIssue(
  report: Report,
  context: StepContext
): Promise<WrittenTo | null> {
  const { own, environment, signal } = context
  const text = textOf(report, context)
  const token = readActionInput('token', own)
  if (report.run.outcome === 'cancelled') {
    info('The run was cancelled, so it is not known which images fail: the issue is not changed.')
    return null
  }
  const repository = await openRepository(environment.env, token, signal)
  try {
    return hasFailed(report)
      ? await request('create or update the issue', () => open(repository, text), signal)
      : await request('close the issue', () => close(repository, text, context), signal)
  } catch (problem) {
    if (!(problem instanceof GitHubProblem) || problem.kind !== 'forbidden') throw problem
    const remedy = 'Give the job `permissions: issues: write`.'
    throw new GitHubProblem(problem.kind, `${problem.message} ${remedy}`, { cause: problem })
  }
}

/** A failed run counts as a failure, because it did not reach all images. */
const hasFailed = ({ run, rows }: Report): boolean =>
  run.outcome === 'failed' || failures(rows).length > 0

async function open(repository: Repository, text: IssueText): Promise<WrittenTo> {
  const { number, url, outcome } = await writeIssue(repository, text)
  info(`Issue #${number} was ${outcome}: ${url}`)
  return { number, url }
}

async function close(
  repository: Repository,
  { mark }: IssueText,
  { environment: { env } }: StepContext
): Promise<WrittenTo | null> {
  const closed = await closeIssue(repository, mark, `No images failed in ${workflowRunLink(env)}.`)
  info(
    closed
      ? `No images failed. Issue #${closed.number} was closed: ${closed.url}`
      : 'No images failed, and no issue is open.'
  )
  return closed
}

function textOf(report: Report, { own, settings, environment: { env } }: StepContext): IssueText {
  const mark = marker('failures', settings.results, env)
  const link = workflowRunLink(env)
  const footer = `Reported by ${link}. Each run updates this description. The issue is closed when no images fail.`
  const write = (mostFailures: number) => `${failuresSummary(report, mostFailures)}\n${footer}\n`
  const short = `The list of failures is too long for an issue: see the workflow run. ${footer}\n`
  return {
    mark,
    title: readActionInput('title', own),
    body: fittingBody(mark, write, short),
    reopened: `Images failed again in ${link}.`
  }
}
