import { setSecret } from '@actions/core'
import type { Environment } from '../run/environment.ts'
import { nodeProgram } from '../run/environment.ts'
import { identityToken } from './identity-token.ts'

/** The address of the workflow run; null where this is none. */
export function workflowRunUrl(env: NodeJS.ProcessEnv): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : null
}

/** The workflow run as a link in Markdown; its parts are GitHub's own. */
export function workflowRunLink(env: NodeJS.ProcessEnv): string {
  const url = workflowRunUrl(env)
  return url ? `[workflow run ${env['GITHUB_RUN_ID']}](${url})` : 'a run outside of GitHub'
}

/** Where a step takes place. The id of the run is GitHub's, with the attempt, so that a re-run is a run of its own. */
export function stepEnvironment(process: NodeJS.Process): Environment {
  const { env } = process
  return {
    cwd: env['GITHUB_WORKSPACE'] || process.cwd(),
    env,
    runId: `${env['GITHUB_RUN_ID'] || 'local'}-${env['GITHUB_RUN_ATTEMPT'] || '1'}`,
    repository: env['GITHUB_REPOSITORY'] || null,
    commit: env['GITHUB_SHA'] || null,
    workflowRun: workflowRunUrl(env),
    identityToken: identityToken(env, setSecret),
    nodeProgram: nodeProgram(process.argv[1] ?? '')
  }
}
