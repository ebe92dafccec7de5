import type { ProblemKind } from '../problem.ts'

const REQUEST_QUOTA = 'request a higher quota in the Azure portal (Batch account > Quotas)'

const SPOT_CORES = `The spot core quota is used up. Use fewer \`spot-nodes\` or a smaller \`vm-size\`, or ${REQUEST_QUOTA}.`

const ASSIGN_ROLE =
  'Assign the role Azure Batch Data Contributor on the Batch account to the application (role assignments take a few minutes to take effect), or use `batch-account-key`.'

/**
 * What to do about an error of the Batch service, by its error code.
 *
 * @see https://learn.microsoft.com/rest/api/batchservice/batch-status-and-error-codes
 */
const REMEDIES: Readonly<Record<string, string>> = {
  AuthenticationFailed:
    "Check `batch-account-key` and `batch-account`, or `tenant-id` and `client-id`. An application also needs the role Azure Batch Data Contributor. If all of these are correct, check this machine's clock.",
  PermissionDenied: ASSIGN_ROLE,
  Forbidden: ASSIGN_ROLE,
  AccountIsDisabled: 'The Batch account is disabled. Check its status in the Azure portal.',

  ActiveJobAndScheduleQuotaReached: `The account's quota for active jobs is used up. Delete old jobs (the \`sweep\` command deletes those that interrupted runs left behind), or ${REQUEST_QUOTA}.`,
  PoolQuotaReached: `The account's pool quota is used up. Delete old pools (the \`sweep\` command deletes those that interrupted runs left behind), use an existing pool with \`pool\`, or ${REQUEST_QUOTA}.`,
  AccountCoreQuotaReached: `The quota for dedicated cores is used up. Use fewer nodes or a smaller \`vm-size\`, end other runs, or ${REQUEST_QUOTA}.`,
  AccountLowPriorityCoreQuotaReached: SPOT_CORES,
  AccountSpotCoreQuotaReached: SPOT_CORES,
  AccountVMSeriesCoreQuotaReached: `The core quota for this VM series is used up. Use a \`vm-size\` of another series, or ${REQUEST_QUOTA}.`,

  AllocationFailed:
    'Azure has no capacity for this VM size in the region right now. Use another `vm-size`, or try again later.',
  AllocationTimedOut:
    'Azure did not provide the VMs in time. Try again later, or use another `vm-size`.',
  ResizeStopped: 'The resize of the pool was stopped. Resize the pool again.',

  InvalidPropertyValue:
    'Correct the input that sets this property: `vm-size` sets vmSize, `vm-image` sets imageReference and nodeAgentSKUId, `nodes` and `spot-nodes` set the target number of nodes.',
  JobNotFound: 'The job is gone: the run has ended, or was swept.',
  JobBeingDeleted: 'A job with this name is being deleted. Try again in a few minutes.',
  PoolNotFound: 'Check `pool`: the account has no pool with this ID.',
  PoolBeingDeleted: 'A pool with this name is being deleted. Try again in a few minutes.',
  RequestBodyTooLarge: 'Increase `partitions`, so that each task is smaller.',
  ENOTFOUND: 'Check `batch-endpoint`: it has the form https://NAME.REGION.batch.azure.com.'
}

/** Error codes of resize errors differ in letter case from those of requests. */
const BY_LOWER_CASE = new Map(
  Object.entries(REMEDIES).map(([code, remedy]) => [code.toLowerCase(), remedy])
)

/** What to do about a code that is not in the table. */
const REMEDIES_BY_KIND: Readonly<Partial<Record<ProblemKind, string>>> = {
  refused:
    'Check `batch-account-key`, or assign the role Azure Batch Data Contributor to the application.',
  quota: `A quota of the account is used up: ${REQUEST_QUOTA}.`,
  'not-found': 'Check `batch-endpoint`.',
  unavailable: 'Check `batch-endpoint` and the network, or try again later.'
}

/** What to do about a resize error of a pool; empty if nothing is known about its code. */
export const resizeRemedy = (code: string): string => BY_LOWER_CASE.get(code.toLowerCase()) ?? ''

/** What to do about a failed request; empty if nothing is known about it. */
export function requestRemedy(kind: ProblemKind, code: string, details: string): string {
  // The service has no error code for an unsupported API version.
  if (/QueryParameter/.test(code) && details.includes('api-version'))
    return 'Set `batch-api-version` to a version that the service supports.'
  return BY_LOWER_CASE.get(code.toLowerCase()) ?? REMEDIES_BY_KIND[kind] ?? ''
}
