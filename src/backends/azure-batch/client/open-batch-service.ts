import type { Credential } from '../identity/credentials.ts'
import type { BatchService } from './batch-service.ts'
import { jobOperations } from './job-operations.ts'
import { poolOperations } from './pool-operations.ts'
import { asker } from './request.ts'
import { sdkClient } from './sdk-client.ts'

/** Where a Batch account is, and how we prove to it who we are. */
export interface BatchAccess {
  /** `https://NAME.REGION.batch.azure.com`. */
  readonly endpoint: string
  readonly credential: Credential
  readonly apiVersion: string
  /** Milliseconds over which one call is repeated. */
  readonly patience?: number
  /** Milliseconds for one request; adding tasks gets twice as long. */
  readonly requestTimeout?: number
}

const MINUTE = 60_000

/**
 * Opens a Batch account by Microsoft's client; nothing is asked of it yet.
 *
 * @throws AzureProblem where a token would have to go over a connection that anybody can read
 */
export function openBatchService({
  endpoint,
  credential,
  apiVersion,
  patience = 5 * MINUTE,
  requestTimeout = MINUTE
}: BatchAccess): BatchService {
  const { host } = new URL(endpoint)
  const client = sdkClient(endpoint, credential, apiVersion)
  const asking = asker({ host, credential, patience, requestTimeout })
  const adding = { host, patience, timeout: 2 * requestTimeout }
  return { ...poolOperations(client, asking), ...jobOperations(client, asking, adding) }
}
