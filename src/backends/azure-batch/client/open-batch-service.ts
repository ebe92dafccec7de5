import type { Credential } from '../identity/credentials.ts'
import type { BatchService } from './batch-service.ts'
import { jobOperations } from './job-operations.ts'
import { poolOperations } from './pool-operations.ts'
import { batchRequest } from './request.ts'
import { sdkClient } from './sdk-client.ts'

/** A Batch account and the credential to access it with. */
export interface BatchAccess {
  /** `https://NAME.REGION.batch.azure.com`. */
  readonly endpoint: string
  readonly credential: Credential
  readonly apiVersion: string
  /** Milliseconds for which a failed request is repeated. */
  readonly retryLimit?: number
  /** Milliseconds for one request; twice as long for adding tasks. */
  readonly requestTimeout?: number
}

const MINUTE = 60_000

/**
 * Opens a Batch account without sending a request.
 *
 * @throws AzureProblem if a token would be sent over an unencrypted connection
 */
export function openBatchService({
  endpoint,
  credential,
  apiVersion,
  retryLimit = 5 * MINUTE,
  requestTimeout = MINUTE
}: BatchAccess): BatchService {
  const { host } = new URL(endpoint)
  const client = sdkClient(endpoint, credential, apiVersion)
  const request = batchRequest({ host, credential, retryLimit, requestTimeout })
  const addLimits = { host, retryLimit, timeout: 2 * requestTimeout }
  return { ...poolOperations(client, request), ...jobOperations(client, request, addLimits) }
}
