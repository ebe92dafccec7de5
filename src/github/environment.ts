import { setSecret } from '@actions/core'
import type { Environment } from '../run/environment.ts'
import { nodeProgram } from '../run/environment.ts'

/** The URL of the workflow run; null outside of GitHub Actions. */
export function workflowRunUrl(env: NodeJS.ProcessEnv): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : null
}

/** A Markdown link to the workflow run. All of its parts come from GitHub, so they need no escaping. */
export function workflowRunLink(env: NodeJS.ProcessEnv): string {
  const url = workflowRunUrl(env)
  return url ? `[workflow run ${env['GITHUB_RUN_ID']}](${url})` : 'a run outside of GitHub'
}

/** The environment of a step. The run ID contains the attempt, so that a re-run is a run of its own. */
export function stepEnvironment(process: NodeJS.Process): Environment {
  const { env } = process
  return {
    cwd: env['GITHUB_WORKSPACE'] || process.cwd(),
    env,
    runId: `${env['GITHUB_RUN_ID'] || 'local'}-${env['GITHUB_RUN_ATTEMPT'] || '1'}`,
    repository: env['GITHUB_REPOSITORY'] || null,
    commit: env['GITHUB_SHA'] || null,
    workflowRun: workflowRunUrl(env),
    maskSecret: setSecret,
    nodeProgram: nodeProgram(process.argv[1] ?? '')
  }
}
