/**
 * Returns an access token for a scope, from a cache until shortly before it expires. Concurrent calls share a request.
 *
 * @throws AzureProblem of kind `refused` or `unavailable`; the signal's reason
 */
export interface TokenSource {
  (scope: string, signal: AbortSignal): Promise<AccessToken>
  /** Drops the token of a scope after a service rejected it as expired: the next call requests another one. */
  forget?(scope: string): void
}

/** An access token and when it expires. */
export interface AccessToken {
  readonly token: string
  readonly expires: Date
}

/** A credential for one of the two services. */
export type Credential =
  | { readonly kind: 'shared-key'; readonly account: string; readonly key: string }
  | { readonly kind: 'token'; readonly token: TokenSource }

/** An application in Entra to authenticate as. */
export interface Application {
  readonly tenantId: string
  readonly clientId: string
}

/** The scope of the Batch service. The double slash is required: the audience of its tokens ends with a slash. */
export const BATCH_SCOPE = 'https://batch.core.windows.net//.default'

/** The scope of Azure Storage. */
export const STORAGE_SCOPE = 'https://storage.azure.com/.default'
