import type { Application } from './credentials.ts'
import { askEntra } from './entra.ts'
import type { AskToken } from './token-cache.ts'

/** Asks for tokens as an application that has a secret: for places that have no identity token. */
export function clientSecret(
  application: Application,
  secret: string,
  env: NodeJS.ProcessEnv
): AskToken {
  return async (scope, signal) => {
    const { ClientSecretCredential } = await import('@azure/identity')
    const { tenantId, clientId } = application
    return askEntra(
      { application, scope, speaker: null, env, signal },
      (options) => new ClientSecretCredential(tenantId, clientId, secret, options)
    )
  }
}
