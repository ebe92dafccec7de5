import * as v from 'valibot'
import type { Application, IdentityToken } from './credentials.ts'
import { askEntra } from './entra.ts'
import { AUDIENCE, type Speaker } from './entra-problem.ts'
import type { AskToken } from './token-cache.ts'

/**
 * Asks for tokens as an application that trusts this workflow, by a federated credential: no secret is kept anywhere.
 * GitHub's identity token lives five minutes, so each request has one of its own.
 */
export function federated(
  application: Application,
  identityToken: IdentityToken,
  env: NodeJS.ProcessEnv
): AskToken {
  return async (scope, signal) => {
    const assertion = await identityToken(AUDIENCE, signal)
    const { ClientAssertionCredential } = await import('@azure/identity')
    const request = { application, scope, speaker: speakerOf(assertion), env, signal }
    const { tenantId, clientId } = application
    return askEntra(
      request,
      // It calls for the assertion twice a token, and would not let us cancel the call.
      (options) => new ClientAssertionCredential(tenantId, clientId, async () => assertion, options)
    )
  }
}

/** The fields of an identity token that a federated credential is matched by. */
const Claims = v.pipe(v.string(), v.parseJson(), v.object({ iss: v.string(), sub: v.string() }))

/** Whom an identity token speaks of and who says so, neither of them a secret; null where it cannot be read. */
function speakerOf(token: string): Speaker | null {
  const fields = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()
  const { success, output } = v.safeParse(Claims, fields)
  return success ? { issuer: output.iss, subject: output.sub } : null
}
