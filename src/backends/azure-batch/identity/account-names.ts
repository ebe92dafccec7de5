import { AzureProblem } from '../problem.ts'

/**
 * The name of a Batch account, which its key goes with.
 *
 * @throws AzureProblem where neither the endpoint nor the setting says it
 */
export function batchAccountName(endpoint: string, told: string | null): string {
  const name = told ?? /^([a-z0-9]{3,24})\..+\.batch\./i.exec(hostOf(endpoint))?.[1]
  if (name !== undefined) return name
  throw new AzureProblem(
    'bad-request',
    '',
    `batch-endpoint ${endpoint} does not say the account's name, which goes with batch-account-key. Name it in batch-account.`
  )
}

/**
 * The name of a storage account: the end of its endpoint's path, as stand-ins have it, or the beginning of its host.
 *
 * @throws AzureProblem where the endpoint does not say it
 */
export function storageAccountName(endpoint: string): string {
  const path = URL.canParse(endpoint) ? new URL(endpoint).pathname.split('/') : []
  const name =
    path.filter(Boolean).at(-1) ?? /^([a-z0-9]{3,24})\.(?:.+\.)?blob\./i.exec(hostOf(endpoint))?.[1]
  if (name !== undefined) return name
  throw new AzureProblem(
    'bad-request',
    '',
    `storage-endpoint ${endpoint} does not say the account's name, which goes with storage-account-key. Name an endpoint like https://NAME.blob.core.windows.net, or one with the account in its path.`
  )
}

const hostOf = (endpoint: string): string =>
  URL.canParse(endpoint) ? new URL(endpoint).hostname : ''
