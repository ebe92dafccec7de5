import { resolve } from 'node:path'
import { warning } from '@actions/core'
import { exitCodes } from '../../lib/exit-codes.ts'
import type { Report } from '../../report/report.ts'
import { ResultsFolder } from '../../results/folder.ts'
import { recover } from '../../run/recover.ts'
import { readActionInput } from '../../settings/actions.ts'
import { SettingsError } from '../../settings/settings.ts'
import { GitHubProblem } from '../api/client.ts'
import { pullRequestNumber } from '../api/event.ts'
import { harmless } from '../log.ts'
import { setReportOutputs } from '../outputs.ts'
import { reportToIssue } from './report-issue.ts'
import { reportToPullRequest } from './report-pull-request.ts'
import type { StepContext } from './run.ts'

/** Tells people of the results: in an issue, or on the pull request. */
export async function reportAction(context: StepContext): Promise<number> {
  try {
    setReportOutputs(await told(context))
  } catch (problem) {
    if (!(problem instanceof GitHubProblem) || problem.kind !== 'unavailable') throw problem
    // The results are as they are, whether or not GitHub has a disturbance.
    setReportOutputs(null)
    warning(harmless(problem.message))
  }
  return exitCodes.done
}

function told(context: StepContext) {
  if (readActionInput('to', context.own) === 'issue')
    return reportToIssue(reportIn(context), context)
  const number = pullRequestNumber(context.environment.env)
  return reportToPullRequest(number, () => reportIn(context), context)
}

/** What the last run left in the folder; one that was killed there is finished first, as its `post` would do. */
function reportIn({ settings, environment }: StepContext): Report {
  const folder = resolve(environment.cwd, settings.results)
  const report = recover(new ResultsFolder(folder), '')
  if (report) return report
  throw new SettingsError([
    `Input \`results\` names ${folder}, where no run left its records: metadata/run.json is missing. Name the folder of a run, or bring both of its artifacts there.`
  ])
}
