import type { ClientAssertionCredentialOptions, TokenCredential } from '@azure/identity'
import type { AccessToken, Application } from './credentials.ts'
import { lineToEntra } from './entra-line.ts'
import { type EntraRefusal, entraProblem, type Speaker } from './entra-problem.ts'

/** One request for a token of an application. */
export interface TokenRequest {
  readonly application: Application
  readonly scope: string
  /** What the identity token says; null where there is none. */
  readonly speaker: Speaker | null
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
}

/** What every credential of an application is made with. */
export type EntraOptions = Pick<
  ClientAssertionCredentialOptions,
  'authorityHost' | 'disableInstanceDiscovery' | 'additionalPolicies'
>

/** Where Microsoft keeps its directories. Any other place cannot be looked up there. */
const MICROSOFT_HOSTS: readonly string[] = [
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
  'login.chinacloudapi.cn'
]

/**
 * Asks Entra for a token by one of Microsoft's credentials. Each request has a credential of its own: they keep tokens
 * themselves, and would give again one that a service has called expired.
 *
 * @throws AzureProblem with what to do; the signal's reason where it fires
 */
export async function askEntra(
  request: TokenRequest,
  credential: (options: EntraOptions) => TokenCredential
): Promise<AccessToken> {
  const { env, signal, scope, application, speaker } = request
  const line = lineToEntra(signal)
  try {
    const options = { ...authority(env), additionalPolicies: [line.policy] }
    const given = await credential(options).getToken(scope)
    if (given === null) throw new Error('it answered without a token')
    return { token: given.token, expires: new Date(given.expiresOnTimestamp) }
  } catch (error) {
    signal.throwIfAborted()
    // The error stays out of the problem: it may carry the request, and with it what we proved ourselves by.
    throw entraProblem(line.refusal() ?? unexplained(error), { ...application, speaker })
  }
}

/** `AZURE_AUTHORITY_HOST` is the variable by which every client of Azure learns of another Entra than the public one. */
function authority(env: NodeJS.ProcessEnv): EntraOptions {
  const host = env['AZURE_AUTHORITY_HOST']
  if (!host) return {}
  const known = URL.canParse(host) && MICROSOFT_HOSTS.includes(new URL(host).hostname)
  return { authorityHost: host, disableInstanceDiscovery: !known }
}

const unexplained = (error: unknown): EntraRefusal => ({
  status: null,
  code: '',
  description: error instanceof Error ? error.message : String(error)
})
