import { resolve } from 'node:path'
import { warning } from '@actions/core'
import type { Report } from '../report/report.ts'
import { ResultsFolder } from '../results/folder.ts'
import { exitCodes } from '../run/exit-codes.ts'
import { recover } from '../run/recover.ts'
import { readFaceInput } from '../settings/faces.ts'
import { SettingsError } from '../settings/settings.ts'
import { harmless } from './log.ts'
import { GitHubProblem } from './octokit.ts'
import { setReportOutputs } from './outputs.ts'
import { pullRequestNumber } from './pull-request-event.ts'
import { reportToIssue } from './report-face-issue.ts'
import { reportToPullRequest } from './report-face-pull-request.ts'
import type { StepContext } from './run-face.ts'

/** Tells people of the results: in an issue, or on the pull request. */
export async function reportFace(context: StepContext): Promise<number> {
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
  if (readFaceInput('to', context.own) === 'issue') return reportToIssue(reportIn(context), context)
  const number = pullRequestNumber(context.surroundings.env)
  return reportToPullRequest(number, () => reportIn(context), context)
}

/** What the last run left in the folder; one that was killed there is finished first, as its `post` would do. */
function reportIn({ settings, surroundings }: StepContext): Report {
  const folder = resolve(surroundings.cwd, settings.results)
  const report = recover(new ResultsFolder(folder), '')
  if (report) return report
  throw new SettingsError([
    `Input \`results\` names ${folder}, where no run left its records: metadata/run.json is missing. Name the folder of a run, or bring both of its artifacts there.`
  ])
}
