import { AzureProblem } from '../problem.ts'

/**
 * The name of a Batch account, which requests signed with its key contain.
 *
 * @param batchAccount the name from the settings; null to take it from the endpoint
 * @throws AzureProblem if the endpoint does not contain it either
 */
export function batchAccountName(endpoint: string, batchAccount: string | null): string {
  const name = batchAccount ?? /^([a-z0-9]{3,24})\..+\.batch\./i.exec(hostOf(endpoint))?.[1]
  if (name !== undefined) return name
  throw new AzureProblem(
    'bad-request',
    '',
    `\`batch-account-key\` needs the name of the Batch account, and \`batch-endpoint\` (${endpoint}) does not contain it. Set \`batch-account\`.`
  )
}

/**
 * The name of a storage account: the last part of the endpoint's path, as emulators have it, or the first part of its
 * host.
 *
 * @throws AzureProblem if the endpoint does not contain it
 */
export function storageAccountName(endpoint: string): string {
  const path = URL.canParse(endpoint) ? new URL(endpoint).pathname.split('/') : []
  const name =
    path.filter(Boolean).at(-1) ?? /^([a-z0-9]{3,24})\.(?:.+\.)?blob\./i.exec(hostOf(endpoint))?.[1]
  if (name !== undefined) return name
  throw new AzureProblem(
    'bad-request',
    '',
    `\`storage-account-key\` needs the name of the storage account, and \`storage-endpoint\` (${endpoint}) does not contain it. Use an endpoint such as https://NAME.blob.core.windows.net, or one with the account in its path.`
  )
}

const hostOf = (endpoint: string): string =>
  URL.canParse(endpoint) ? new URL(endpoint).hostname : ''
