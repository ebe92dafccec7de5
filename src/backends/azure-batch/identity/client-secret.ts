import type { Application } from './credentials.ts'
import { requestEntraToken } from './entra.ts'
import type { RequestToken } from './token-cache.ts'

/** Gets tokens with a secret of the application, for environments without identity tokens. */
export function clientSecret(
  application: Application,
  secret: string,
  env: NodeJS.ProcessEnv
): RequestToken {
  return async (scope, signal) => {
    const { ClientSecretCredential } = await import('@azure/identity')
    const { tenantId, clientId } = application
    return requestEntraToken(
      { application, scope, claims: null, env, signal },
      (options) => new ClientSecretCredential(tenantId, clientId, secret, options)
    )
  }
}
