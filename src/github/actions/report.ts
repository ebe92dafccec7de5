import { resolve } from 'node:path'
import { warning } from '@actions/core'
import { exitCodes } from '../../lib/exit-codes.ts'
import type { Report } from '../../report/report.ts'
import { ResultsFolder } from '../../results/folder.ts'
import { recover } from '../../run/recover.ts'
import { readActionInput } from '../../settings/actions.ts'
import { SettingsError } from '../../settings/settings.ts'
import { GitHubProblem, type WrittenTo } from '../api/client.ts'
import { pullRequestNumber } from '../api/event.ts'
import type { StepContext } from '../context.ts'
import { escapeForLog } from '../log.ts'
import { setOutputs } from '../outputs.ts'
import { reportToIssue } from './report-issue.ts'
import { reportToPullRequest } from './report-pull-request.ts'

/** Reports results in an issue or on the pull request. */
export async function reportAction(context: StepContext): Promise<number> {
  const writtenTo = await report(context).catch((problem: unknown) => {
    if (!(problem instanceof GitHubProblem) || problem.kind !== 'unavailable') throw problem
    // Only a warning, because the results are not affected by an incident of GitHub.
    warning(escapeForLog(problem.message))
    return null
  })
  setOutputs('report', { number: writtenTo?.number ?? '', url: writtenTo?.url ?? '' })
  return exitCodes.done
}

async function report(context: StepContext): Promise<WrittenTo | null> {
  if (readActionInput('to', context.own) === 'issue')
    return reportToIssue(readReport(context), context)
  const number = pullRequestNumber(context.environment.env)
  return reportToPullRequest(number, () => readReport(context), context)
}

/** The results of the last run in the folder. The records of a killed run are completed first, as its `post` does. */
function readReport({ settings, environment }: StepContext): Report {
  const folder = resolve(environment.cwd, settings.results)
  const found = recover(new ResultsFolder(folder), '')
  if (found) return found
  throw new SettingsError([
    `Input \`results\` names ${folder}, which has no metadata/run.json. Set it to the results folder of a run, or download both artifacts of a run into it.`
  ])
}
