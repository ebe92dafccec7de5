import type { IdentityToken } from '../backends/azure-batch/identity/credentials.ts'

/** Where a run takes place, as its door knows it. */
export interface Environment {
  /** Absolute: the folder that inputs' paths start from. */
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  readonly runId: string
  readonly repository: string | null
  readonly commit: string | null
  /** Address of the workflow run; null in a terminal. */
  readonly workflowRun: string | null
  /** Asks GitHub who this workflow is; null where nobody can be asked. */
  readonly identityToken: IdentityToken | null
  /** Absolute path of the program that runs on nodes. */
  readonly nodeProgram: string
}
