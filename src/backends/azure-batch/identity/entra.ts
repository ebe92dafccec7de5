import type { ClientAssertionCredentialOptions, TokenCredential } from '@azure/identity'
import type { AccessToken, Application } from './credentials.ts'
import { entraPolicy } from './entra-policy.ts'
import { type EntraRefusal, entraProblem, type IdentityClaims } from './entra-problem.ts'

/** A request for a token of an application. */
export interface EntraTokenRequest {
  readonly application: Application
  readonly scope: string
  /** The claims of the identity token; null if none is used. */
  readonly claims: IdentityClaims | null
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
}

/** Options that credentials of an application share. */
export type EntraOptions = Pick<
  ClientAssertionCredentialOptions,
  'authorityHost' | 'disableInstanceDiscovery' | 'additionalPolicies'
>

/** Microsoft's clouds. Any other authority is unknown to their instance discovery. */
const MICROSOFT_HOSTS: readonly string[] = [
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
  'login.chinacloudapi.cn'
]

/**
 * Requests a token with a credential of `@azure/identity`. Each request creates a new credential: credentials cache
 * tokens, including those that a service rejected as expired.
 *
 * @throws AzureProblem; the signal's reason
 */
export async function requestEntraToken(
  request: EntraTokenRequest,
  credential: (options: EntraOptions) => TokenCredential
): Promise<AccessToken> {
  const { env, signal, scope, application, claims } = request
  const { policy, refusal } = entraPolicy(signal)
  try {
    const options = { ...authority(env), additionalPolicies: [policy] }
    const accessToken = await credential(options).getToken(scope)
    if (accessToken === null) throw new Error('The response contains no token.')
    return { token: accessToken.token, expires: new Date(accessToken.expiresOnTimestamp) }
  } catch (error) {
    signal.throwIfAborted()
    // The error is not kept as a cause: it may contain the request with its secrets.
    throw entraProblem(refusal() ?? unknownRefusal(error), { ...application, claims })
  }
}

/** Azure's clients read the authority of sovereign clouds from `AZURE_AUTHORITY_HOST`. */
function authority(env: NodeJS.ProcessEnv): EntraOptions {
  const host = env['AZURE_AUTHORITY_HOST']
  if (!host) return {}
  const isMicrosoft = URL.canParse(host) && MICROSOFT_HOSTS.includes(new URL(host).hostname)
  return { authorityHost: host, disableInstanceDiscovery: !isMicrosoft }
}

const unknownRefusal = (error: unknown): EntraRefusal => ({
  status: null,
  code: '',
  description: error instanceof Error ? error.message : String(error)
})
