import { AzureProblem } from '../problem.ts'
import type { RequestToken } from './token-cache.ts'

/** Milliseconds that the Azure CLI may take: it starts slowly and may have to call Entra. */
const TIMEOUT = 60_000

const ALTERNATIVES =
  'or set `tenant-id` and `client-id` of an application, or `batch-account-key` and `storage-account-key`'

/** Gets tokens from the Azure CLI, with the login of its user. */
export function azLogin(tenantId: string | null): RequestToken {
  return async (scope, signal) => {
    const { AzureCliCredential } = await import('@azure/identity')
    try {
      const credential = new AzureCliCredential({
        ...(tenantId === null ? {} : { tenantId }),
        processTimeoutInMs: TIMEOUT
      })
      const { token, expiresOnTimestamp } = await credential.getToken(scope)
      return { token, expires: new Date(expiresOnTimestamp) }
    } catch (error) {
      signal.throwIfAborted()
      throw azProblem(error instanceof Error ? error.message : String(error), tenantId)
    }
  }
}

/** The credential has no error codes: only its messages distinguish its failures. */
function azProblem(message: string, tenantId: string | null): AzureProblem {
  const code = /\bAADSTS\d+/.exec(message)?.[0] ?? ''
  const login = tenantId === null ? 'az login' : `az login --tenant ${tenantId}`
  return new AzureProblem('refused', code, problemText(message, login))
}

function problemText(message: string, login: string): string {
  if (message.includes('could not be found'))
    return `The Azure CLI (az) is not installed, and no other credential is set. Install it and run \`${login}\`, ${ALTERNATIVES}.`
  if (message.includes("'az login'"))
    return `The Azure CLI is not logged in, or its login has expired (a login with GitHub's identity token expires soon and cannot be renewed). Run \`${login}\`, ${ALTERNATIVES}.`
  return `The Azure CLI did not return a token: ${lastLine(message)} Run \`${login}\` again, ${ALTERNATIVES}.`
}

/** The Azure CLI prints the error last, after its warnings. */
function lastLine(message: string): string {
  const line =
    message
      .trim()
      .split(/\s*\n\s*/)
      .at(-1) ?? ''
  return /[.!?]$/.test(line) ? line : `${line}.`
}
