import { identityToken } from '../github/identity-token.ts'
import type { Environment } from '../run/environment.ts'
import { freshRunId, nodeProgram } from '../run/environment.ts'

/** Where a command takes place; every run in a terminal is one of its own. */
export const terminalEnvironment = (process: NodeJS.Process): Environment => ({
  cwd: process.cwd(),
  env: process.env,
  runId: freshRunId(new Date()),
  repository: null,
  commit: null,
  workflowRun: null,
  // A command may be a step's, too. Standard output is the outcome's; the runner heeds commands on either stream.
  identityToken: identityToken(process.env, (token) =>
    process.stderr.write(`::add-mask::${token}\n`)
  ),
  nodeProgram: nodeProgram(process.argv[1] ?? '')
})
