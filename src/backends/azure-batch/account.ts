import type { BatchService } from './client/batch-service.ts'
import { openBatchService } from './client/open-batch-service.ts'
import { azLogin } from './identity/az-login.ts'
import {
  type AuthMethod,
  type AuthMethods,
  chooseAuthMethods,
  type IdentitySettings,
  type TokenMethod
} from './identity/choose.ts'
import { clientSecret } from './identity/client-secret.ts'
import type { Credential, TokenSource } from './identity/credentials.ts'
import { federated } from './identity/federated.ts'
import { githubIdentityToken } from './identity/github-token.ts'
import { type RequestToken, tokenCache } from './identity/token-cache.ts'
import type { BlobAccount } from './storage/blob-account.ts'
import { openBlobAccount } from './storage/open-blob-account.ts'

/** A Batch account and its storage account, opened. */
export interface AzureAccount {
  readonly service: BatchService
  readonly blobs: BlobAccount
}

/** The endpoints of both accounts and how to authenticate. */
export interface AccountSettings extends IdentitySettings {
  readonly batchApiVersion: string
}

/** What the environment provides for authentication. */
export interface AccountEnvironment {
  readonly env: NodeJS.ProcessEnv
  /** Keeps a secret out of the log. */
  readonly maskSecret: (secret: string) => void
}

/**
 * Opens both accounts without sending a request.
 *
 * @throws AzureProblem if the settings allow no way to authenticate
 */
export function openAccount(
  settings: AccountSettings,
  environment: AccountEnvironment
): AzureAccount {
  const methods = authMethods(settings, environment)
  return {
    service: openBatchService({
      endpoint: settings.batchEndpoint,
      credential: credentialOf(methods.batch, environment),
      apiVersion: settings.batchApiVersion
    }),
    blobs: openBlobAccount({
      endpoint: settings.storageEndpoint,
      credential: credentialOf(methods.storage, environment)
    })
  }
}

/**
 * Tokens for other Azure services, from the same login; null if both accounts are accessed with keys.
 *
 * @throws AzureProblem if the settings allow no way to authenticate
 */
export function tokenSource(
  settings: AccountSettings,
  environment: AccountEnvironment
): TokenSource | null {
  const { batch, storage } = authMethods(settings, environment)
  const method = batch.kind === 'shared-key' ? storage : batch
  return method.kind === 'shared-key' ? null : tokenCache(requestToken(method, environment))
}

const authMethods = (
  settings: AccountSettings,
  { env, maskSecret }: AccountEnvironment
): AuthMethods =>
  chooseAuthMethods(settings, {
    onGitHub: env['GITHUB_ACTIONS'] === 'true',
    identityToken: githubIdentityToken(env, maskSecret) !== null,
    clientSecret: env['AZURE_CLIENT_SECRET'] || null
  })

function credentialOf(method: AuthMethod, environment: AccountEnvironment): Credential {
  if (method.kind === 'shared-key') return method
  return { kind: 'token', token: tokenCache(requestToken(method, environment)) }
}

function requestToken(method: TokenMethod, { env, maskSecret }: AccountEnvironment): RequestToken {
  if (method.kind === 'az-login') return azLogin(method.tenantId)
  if (method.kind === 'client-secret') return clientSecret(method.application, method.secret, env)
  const identityToken = githubIdentityToken(env, maskSecret)
  if (identityToken === null) throw new Error('Identity tokens are not available here.')
  return federated(method.application, identityToken, env)
}
