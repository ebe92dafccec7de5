import * as v from 'valibot'
import type { Application } from './credentials.ts'
import { requestEntraToken } from './entra.ts'
import { AUDIENCE, type IdentityClaims } from './entra-problem.ts'
import type { IdentityToken } from './identity-token.ts'
import type { RequestToken } from './token-cache.ts'

/**
 * Gets tokens with the identity token of this workflow, which a federated credential of the application trusts. Each
 * request uses a new identity token, since they are valid for five minutes.
 */
export function federated(
  application: Application,
  identityToken: IdentityToken,
  env: NodeJS.ProcessEnv
): RequestToken {
  return async (scope, signal) => {
    const assertion = await identityToken(AUDIENCE, signal)
    const { ClientAssertionCredential } = await import('@azure/identity')
    const request = { application, scope, claims: claimsOf(assertion), env, signal }
    const { tenantId, clientId } = application
    return requestEntraToken(
      request,
      // The credential calls this twice for each token, and without a signal: the assertion is requested beforehand.
      (options) => new ClientAssertionCredential(tenantId, clientId, async () => assertion, options)
    )
  }
}

const claimsSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ iss: v.string(), sub: v.string() })
)

/** Claims of an identity token that are not secret; null if it cannot be read. */
function claimsOf(token: string): IdentityClaims | null {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()
  const { success, output } = v.safeParse(claimsSchema, payload)
  return success ? { issuer: output.iss, subject: output.sub } : null
}
