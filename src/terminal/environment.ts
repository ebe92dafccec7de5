import type { Environment } from '../run/environment.ts'
import { freshRunId, nodeProgram } from '../run/environment.ts'

/** The environment of a command. Each run in a terminal has a run ID of its own. */
export const terminalEnvironment = (process: NodeJS.Process): Environment => ({
  cwd: process.cwd(),
  env: process.env,
  runId: freshRunId(new Date()),
  repository: null,
  commit: null,
  workflowRun: null,
  // The command may run in a workflow. The mask goes to standard error, where the runner reads it, too: standard
  // output has only the outcome.
  maskSecret: (secret) => {
    process.stderr.write(`::add-mask::${secret}\n`)
  },
  nodeProgram: nodeProgram(process.argv[1] ?? '')
})
