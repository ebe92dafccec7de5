import { AzureProblem } from '../problem.ts'
import { batchAccountName, storageAccountName } from './account-names.ts'
import type { Application } from './credentials.ts'

/** The settings that decide how to authenticate. */
export interface IdentitySettings {
  readonly batchEndpoint: string
  readonly batchAccount: string | null
  readonly batchAccountKey: string | null
  readonly storageEndpoint: string
  readonly storageAccountKey: string | null
  readonly tenantId: string | null
  readonly clientId: string | null
}

/** The credentials that the environment offers. */
export interface AvailableCredentials {
  readonly onGitHub: boolean
  /** Whether the environment issues identity tokens. */
  readonly identityToken: boolean
  /** A secret of the application; null if none is set. */
  readonly clientSecret: string | null
}

/** A way to authenticate to one of the two services. */
export type AuthMethod =
  | { readonly kind: 'shared-key'; readonly account: string; readonly key: string }
  | TokenMethod

/** A way to get tokens, which both services accept. */
export type TokenMethod =
  | { readonly kind: 'federated'; readonly application: Application }
  | {
      readonly kind: 'client-secret'
      readonly application: Application
      readonly secret: string
    }
  | { readonly kind: 'az-login'; readonly tenantId: string | null }

/** How to authenticate to each service. */
export interface AuthMethods {
  readonly batch: AuthMethod
  readonly storage: AuthMethod
}

/**
 * Chooses how to authenticate to each service: with its account key if one is set, otherwise with tokens.
 *
 * @throws AzureProblem if no credential is available
 */
export function chooseAuthMethods(
  settings: IdentitySettings,
  available: AvailableCredentials
): AuthMethods {
  const { batchEndpoint, batchAccount, batchAccountKey, storageEndpoint, storageAccountKey } =
    settings
  return {
    batch: batchAccountKey
      ? {
          kind: 'shared-key',
          account: batchAccountName(batchEndpoint, batchAccount),
          key: batchAccountKey
        }
      : tokenMethod(settings, available),
    storage: storageAccountKey
      ? {
          kind: 'shared-key',
          account: storageAccountName(storageEndpoint),
          key: storageAccountKey
        }
      : tokenMethod(settings, available)
  }
}

/**
 * An identity token is preferred to a client secret, which is long-lived and can leak. The Azure CLI comes last: it has
 * the login of a person.
 */
function tokenMethod(
  { tenantId, clientId }: IdentitySettings,
  { onGitHub, identityToken, clientSecret }: AvailableCredentials
): TokenMethod {
  if (tenantId === null || clientId === null) return { kind: 'az-login', tenantId }
  const application = { tenantId, clientId }
  if (identityToken) return { kind: 'federated', application }
  if (clientSecret !== null) return { kind: 'client-secret', application, secret: clientSecret }
  if (!onGitHub) return { kind: 'az-login', tenantId }
  throw new AzureProblem(
    'refused',
    '',
    '`tenant-id` and `client-id` are set, but GitHub issues no identity token to this job to log in to Azure with. Give the job `permissions: id-token: write`. Pull requests from forks never get one: run the job on another event.'
  )
}
