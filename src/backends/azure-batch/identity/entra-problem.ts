import { AzureProblem } from '../problem.ts'
import type { Application } from './credentials.ts'

/** What Entra said instead of giving a token. */
export interface EntraRefusal {
  /** Of its answer; null where it did not answer. */
  readonly status: number | null
  /** Its own word, such as `AADSTS70021`, or the network's, such as `ENOTFOUND`; empty where there is none. */
  readonly code: string
  readonly description: string
}

/** What an identity token says: of whom, and who says so. */
export interface Speaker {
  readonly issuer: string
  readonly subject: string
}

/** Who asked; the speaker is null where no identity token was shown. */
export type Asker = Application & { readonly speaker: Speaker | null }

/** Whom an identity token is meant for: Entra, which gives another token for it. */
export const AUDIENCE = 'api://AzureADTokenExchange'

/** What can be done about a refusal, by Entra's own word for it. */
const REMEDIES: Readonly<Record<string, (asker: Asker) => string>> = {
  AADSTS70021: addCredential,
  AADSTS700211: addCredential,
  AADSTS700212: addCredential,
  AADSTS700213: addCredential,
  AADSTS700016: ({ clientId, tenantId }) =>
    `There is no application ${clientId} in the tenant ${tenantId}: check client-id and tenant-id.`,
  AADSTS7000229: ({ clientId, tenantId }) =>
    `The application ${clientId} has no service principal in the tenant ${tenantId}: make one (az ad sp create --id ${clientId}), or check tenant-id.`,
  AADSTS90002: ({ tenantId }) => `There is no tenant ${tenantId}: check tenant-id.`,
  AADSTS900023: ({ tenantId }) =>
    `${tenantId} is neither the id nor the domain of a tenant: check tenant-id.`,
  AADSTS700024: () =>
    'The identity token was past its end when Entra looked at it, and it was asked for just before: check the clock of this machine.',
  AADSTS7000215: ({ clientId }) =>
    `AZURE_CLIENT_SECRET is not a secret of the application ${clientId}: it must be the value of the secret, not its id.`,
  AADSTS7000222: ({ clientId }) =>
    `The secret of the application ${clientId} is past its end: make another and put it into AZURE_CLIENT_SECRET, or use a federated credential, which has none.`,
  AADSTS500011: () =>
    'The tenant does not know the service: check tenant-id, and that the subscription has the provider Microsoft.Batch registered (az provider register --namespace Microsoft.Batch).'
}

/** What can be done where Entra is silent, or busy. */
const NETWORK = 'Check the network, and AZURE_AUTHORITY_HOST where it is set.'

/** A refusal by Entra in a sentence, with what to do. */
export function entraProblem(refusal: EntraRefusal, asker: Asker): AzureProblem {
  const { status, code, description } = refusal
  const silent = code !== '' && status === null
  const busy = status !== null && (status === 408 || status === 429 || status >= 500)
  if (silent || busy) {
    const reason = silent ? code : code || `HTTP ${status}`
    return new AzureProblem('unavailable', code, `Entra gave no token (${reason}). ${NETWORK}`)
  }
  const remedy =
    REMEDIES[code]?.(asker) ?? `Check tenant-id ${asker.tenantId} and client-id ${asker.clientId}.`
  return new AzureProblem(
    'refused',
    code,
    `Entra gave no token to the application ${asker.clientId}: ${firstSentence(description)} ${remedy}`
  )
}

/** A federated credential is matched by three texts, letter by letter. */
function addCredential({ clientId, speaker }: Asker): string {
  const issuer = speaker?.issuer ?? 'https://token.actions.githubusercontent.com'
  const subject = speaker === null ? 'of this workflow' : speaker.subject
  return `No federated credential of the application ${clientId} matches this workflow's identity token. Add one with exactly the subject ${subject}, the issuer ${issuer} and the audience ${AUDIENCE} (portal: App registrations, Certificates & secrets, Federated credentials).`
}

/** What Entra said, without the ids and times that follow. */
function firstSentence(description: string): string {
  const said = description.split(/\s*(?:Trace ID:|Correlation ID:|Timestamp:|[\r\n])/)[0] ?? ''
  return /[.!?]$/.test(said) ? said : `${said}.`
}
