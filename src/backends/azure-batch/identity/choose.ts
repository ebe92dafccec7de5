import { AzureProblem } from '../problem.ts'
import { batchAccountName, storageAccountName } from './account-names.ts'
import type { Application } from './credentials.ts'

/** What the settings say of who we are. */
export interface IdentitySettings {
  readonly batchEndpoint: string
  readonly batchAccount: string | null
  readonly batchAccountKey: string | null
  readonly storageEndpoint: string
  readonly storageAccountKey: string | null
  readonly tenantId: string | null
  readonly clientId: string | null
}

/** What the place we run in can do for us. */
export interface Place {
  readonly onGitHub: boolean
  /** Whether it gives identity tokens. */
  readonly identityToken: boolean
  /** A secret of the application; null where none is set. */
  readonly clientSecret: string | null
}

/** A way to prove who we are. */
export type Way =
  | { readonly kind: 'shared-key'; readonly account: string; readonly key: string }
  | TokenWay

/** A way that gives tokens, for both services alike. */
export type TokenWay =
  | { readonly kind: 'federated'; readonly application: Application }
  | {
      readonly kind: 'client-secret'
      readonly application: Application
      readonly secret: string
    }
  | { readonly kind: 'az-login'; readonly tenantId: string | null }

/** Which way is taken for which service. */
export interface Ways {
  readonly batch: Way
  readonly storage: Way
}

/**
 * Chooses for each service how we prove who we are: its key where one is named, else tokens.
 *
 * @throws AzureProblem where there is no way
 */
export function chooseWays(settings: IdentitySettings, place: Place): Ways {
  const { batchEndpoint, batchAccount, batchAccountKey, storageEndpoint, storageAccountKey } =
    settings
  return {
    batch: batchAccountKey
      ? {
          kind: 'shared-key',
          account: batchAccountName(batchEndpoint, batchAccount),
          key: batchAccountKey
        }
      : tokenWay(settings, place),
    storage: storageAccountKey
      ? {
          kind: 'shared-key',
          account: storageAccountName(storageEndpoint),
          key: storageAccountKey
        }
      : tokenWay(settings, place)
  }
}

/** An identity token goes before a secret, which lives long and can be lost; az knows only whoever sits at the desk. */
function tokenWay({ tenantId, clientId }: IdentitySettings, place: Place): TokenWay {
  if (tenantId === null || clientId === null) return { kind: 'az-login', tenantId }
  const application = { tenantId, clientId }
  if (place.identityToken) return { kind: 'federated', application }
  if (place.clientSecret !== null)
    return { kind: 'client-secret', application, secret: place.clientSecret }
  if (!place.onGitHub) return { kind: 'az-login', tenantId }
  throw new AzureProblem(
    'refused',
    '',
    'tenant-id and client-id are named, but GitHub gives this job no identity token to prove itself to Entra. Give the job `permissions: id-token: write`. A pull request from a fork never gets one: there, run the job on another event.'
  )
}
