/**
 * Gives an access token for a scope; cached until shortly before it ends, and asked for once however many want it.
 *
 * @throws AzureProblem with what to do: of kind `refused`, or `unavailable` where nobody answers; the signal's reason
 * where it fires
 */
export interface TokenSource {
  (scope: string, signal: AbortSignal): Promise<AccessToken>
  /** Drops the token of a scope, which the service called expired: the next call asks for another. */
  forget?(scope: string): void
}

/** A token and when it ends. */
export interface AccessToken {
  readonly token: string
  readonly expires: Date
}

/** How we prove to one of the two services who we are. */
export type Credential =
  | { readonly kind: 'shared-key'; readonly account: string; readonly key: string }
  | { readonly kind: 'token'; readonly token: TokenSource }

/**
 * Asks the place we run in for a signed statement of what runs here, meant for one audience. It lives for minutes only:
 * ask anew each time.
 *
 * @throws AzureProblem where it gives none; the signal's reason where it fires
 */
export type IdentityToken = (audience: string, signal: AbortSignal) => Promise<string>

/** An application of Entra that we are let in as. */
export interface Application {
  readonly tenantId: string
  readonly clientId: string
}

/** The scope of the Batch service. The double slash is needed: the service compares the audience with its slash. */
export const BATCH_SCOPE = 'https://batch.core.windows.net//.default'

/** The scope of Azure Storage. */
export const STORAGE_SCOPE = 'https://storage.azure.com/.default'
