import { statusKind } from '../../../lib/http-status.ts'
import { AzureProblem } from '../problem.ts'
import type { Application } from './credentials.ts'

/** A token request that Entra refused or did not answer. */
export interface EntraRefusal {
  /** HTTP status; null if no response arrived. */
  readonly status: number | null
  /** Entra's error code, such as `AADSTS70021`, or the network's, such as `ENOTFOUND`; empty if there is none. */
  readonly code: string
  readonly description: string
}

/** The claims of an identity token that a federated credential is matched against. */
export interface IdentityClaims {
  readonly issuer: string
  readonly subject: string
}

/** The application that requested a token; without claims if it did not use an identity token. */
export type Requester = Application & { readonly claims: IdentityClaims | null }

/** The audience of identity tokens that are exchanged for Entra's tokens. */
export const AUDIENCE = 'api://AzureADTokenExchange'

/**
 * What to do about a refusal, by Entra's error code.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const REMEDIES: Readonly<Record<string, (requester: Requester) => string>> = {
  AADSTS70021: addFederatedCredential,
  AADSTS700211: addFederatedCredential,
  AADSTS700212: addFederatedCredential,
  AADSTS700213: addFederatedCredential,
  AADSTS700016: ({ clientId, tenantId }) =>
    `The tenant ${tenantId} has no application ${clientId}. Check \`client-id\` and \`tenant-id\`.`,
  AADSTS7000229: ({ clientId, tenantId }) =>
    `The application ${clientId} has no service principal in the tenant ${tenantId}. Create one (az ad sp create --id ${clientId}), or check \`tenant-id\`.`,
  AADSTS90002: ({ tenantId }) => `The tenant ${tenantId} does not exist. Check \`tenant-id\`.`,
  AADSTS900023: ({ tenantId }) =>
    `${tenantId} is neither the ID nor the domain of a tenant. Check \`tenant-id\`.`,
  AADSTS700024: () =>
    "The identity token was issued just now, but Entra considers it expired. Check this machine's clock.",
  AADSTS7000215: ({ clientId }) =>
    `AZURE_CLIENT_SECRET is not a secret of the application ${clientId}. Set it to the value of the secret, not to its ID.`,
  AADSTS7000222: ({ clientId }) =>
    `The secret of the application ${clientId} has expired. Create a new one and set AZURE_CLIENT_SECRET to it, or use a federated credential, which needs no secret.`,
  AADSTS500011: () =>
    'The tenant does not know the service. Check `tenant-id`, and that the provider Microsoft.Batch is registered in the subscription (az provider register --namespace Microsoft.Batch).'
}

/** What to do if Entra does not respond or is overloaded. */
const NETWORK_REMEDY = 'Check the network, and AZURE_AUTHORITY_HOST if it is set.'

/** The error for a token request that failed. */
export function entraProblem(refusal: EntraRefusal, requester: Requester): AzureProblem {
  const { status, code, description } = refusal
  const noResponse = code !== '' && status === null
  const overloaded = status !== null && statusKind(status) === 'unavailable'
  if (noResponse || overloaded) {
    const reason = noResponse ? code : code || `HTTP ${status}`
    return new AzureProblem(
      'unavailable',
      code,
      `Microsoft Entra did not issue a token (${reason}). ${NETWORK_REMEDY}`
    )
  }
  const remedy =
    REMEDIES[code]?.(requester) ??
    `Check \`tenant-id\` (${requester.tenantId}) and \`client-id\` (${requester.clientId}).`
  return new AzureProblem(
    'refused',
    code,
    `Microsoft Entra did not issue a token to the application ${requester.clientId}: ${firstSentence(description)} ${remedy}`
  )
}

/** Issuer, subject and audience must match exactly. */
function addFederatedCredential({ clientId, claims }: Requester): string {
  const issuer = claims?.issuer ?? 'https://token.actions.githubusercontent.com'
  const subject = claims?.subject ?? 'of this workflow'
  return `No federated credential of the application ${clientId} matches this workflow's identity token. Add one with exactly the subject ${subject}, the issuer ${issuer} and the audience ${AUDIENCE} (in the Azure portal: App registrations > Certificates & secrets > Federated credentials).`
}

/** Entra's message without the trace IDs and the timestamp that follow it. */
function firstSentence(description: string): string {
  const sentence = description.split(/\s*(?:Trace ID:|Correlation ID:|Timestamp:|[\r\n])/)[0] ?? ''
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}
