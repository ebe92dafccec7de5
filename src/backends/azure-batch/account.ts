import type { BatchService } from './client/batch-service.ts'
import { openBatchService } from './client/open-batch-service.ts'
import { azLogin } from './identity/az-login.ts'
import {
  chooseWays,
  type IdentitySettings,
  type TokenWay,
  type Way,
  type Ways
} from './identity/choose.ts'
import { clientSecret } from './identity/client-secret.ts'
import type { Credential, IdentityToken, TokenSource } from './identity/credentials.ts'
import { federated } from './identity/federated.ts'
import { type AskToken, tokenCache } from './identity/token-cache.ts'
import type { BlobAccount } from './storage/blob-account.ts'
import { openBlobAccount } from './storage/open-blob-account.ts'

/** A Batch account and the storage account beside it, opened. */
export interface AzureAccount {
  readonly service: BatchService
  readonly blobs: BlobAccount
}

/** Where the two accounts are, and who we are. */
export interface AccountSettings extends IdentitySettings {
  /** The api-version that the Batch service is spoken to in. */
  readonly batchApiVersion: string
}

/** What the place we run in gives us. */
export interface AccountEdges {
  readonly env: NodeJS.ProcessEnv
  /** Null where the place gives no identity tokens. */
  readonly identityToken: IdentityToken | null
}

/**
 * Opens both accounts; nothing is asked of the network yet.
 *
 * @throws AzureProblem where the settings leave no way to prove who we are
 */
export function openAccount(settings: AccountSettings, edges: AccountEdges): AzureAccount {
  const ways = waysOf(settings, edges)
  return {
    service: openBatchService({
      endpoint: settings.batchEndpoint,
      credential: credential(ways.batch, edges),
      apiVersion: settings.batchApiVersion
    }),
    blobs: openBlobAccount({
      endpoint: settings.storageEndpoint,
      credential: credential(ways.storage, edges)
    })
  }
}

/**
 * Tokens of the same login for other services of Azure; null where keys open both accounts.
 *
 * @throws AzureProblem where the settings leave no way to prove who we are
 */
export function tokensOf(settings: AccountSettings, edges: AccountEdges): TokenSource | null {
  const { batch, storage } = waysOf(settings, edges)
  const way = batch.kind === 'shared-key' ? storage : batch
  return way.kind === 'shared-key' ? null : tokenCache(asking(way, edges))
}

const waysOf = (settings: AccountSettings, { env, identityToken }: AccountEdges): Ways =>
  chooseWays(settings, {
    onGitHub: env['GITHUB_ACTIONS'] === 'true',
    identityToken: identityToken !== null,
    clientSecret: env['AZURE_CLIENT_SECRET'] || null
  })

function credential(way: Way, edges: AccountEdges): Credential {
  if (way.kind === 'shared-key') return way
  return { kind: 'token', token: tokenCache(asking(way, edges)) }
}

function asking(way: TokenWay, { env, identityToken }: AccountEdges): AskToken {
  if (way.kind === 'az-login') return azLogin(way.tenantId)
  if (way.kind === 'client-secret') return clientSecret(way.application, way.secret, env)
  if (identityToken === null) throw new Error('A place without identity tokens has chosen them.')
  return federated(way.application, identityToken, env)
}
