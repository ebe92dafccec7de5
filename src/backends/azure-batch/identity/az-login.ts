import { AzureProblem } from '../problem.ts'
import type { AskToken } from './token-cache.ts'

/** How long az may take, in milliseconds: it starts slowly, and may have to ask Entra. */
const LIMIT = 60_000

const OTHER_WAYS =
  'or name tenant-id and client-id of an application, or batch-account-key and storage-account-key'

/** Asks az for tokens of whoever is logged in there: at a desk. */
export function azLogin(tenantId: string | null): AskToken {
  return async (scope, signal) => {
    const { AzureCliCredential } = await import('@azure/identity')
    try {
      const credential = new AzureCliCredential({
        ...(tenantId === null ? {} : { tenantId }),
        processTimeoutInMs: LIMIT
      })
      const { token, expiresOnTimestamp } = await credential.getToken(scope)
      return { token, expires: new Date(expiresOnTimestamp) }
    } catch (error) {
      signal.throwIfAborted()
      throw azProblem(error instanceof Error ? error.message : String(error), tenantId)
    }
  }
}

/** The credential gives no codes, so its words are all that tells its failures apart. */
function azProblem(said: string, tenantId: string | null): AzureProblem {
  const code = /\bAADSTS\d+/.exec(said)?.[0] ?? ''
  const login = tenantId === null ? 'az login' : `az login --tenant ${tenantId}`
  return new AzureProblem('refused', code, sentence(said, login))
}

function sentence(said: string, login: string): string {
  if (said.includes('could not be found'))
    return `There is no az here to give a token of Azure. Install it and run \`${login}\`, ${OTHER_WAYS}.`
  if (said.includes("'az login'"))
    return `az is not logged in to Azure here, or its login has ended (one that came from GitHub's identity token ends soon and cannot be renewed). Run \`${login}\`, ${OTHER_WAYS}.`
  return `az gave no token: ${lastLine(said)} Run \`${login}\` again, ${OTHER_WAYS}.`
}

/** What went wrong stands at the end of what az prints, after its warnings. */
function lastLine(said: string): string {
  const line =
    said
      .trim()
      .split(/\s*\n\s*/)
      .at(-1) ?? ''
  return /[.!?]$/.test(line) ? line : `${line}.`
}
