import { RestError } from '@azure/storage-blob'
import { statusKind } from '../../../lib/http-status.ts'
import { AzureProblem, type ProblemKind } from '../problem.ts'

/**
 * What to do about an error of Azure Storage, by its error code.
 *
 * @see https://learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes
 */
const REMEDIES: Readonly<Record<string, string>> = {
  AuthorizationPermissionMismatch:
    'Assign the role Storage Blob Data Contributor on the storage account to the application (role assignments take a few minutes to take effect).',
  AuthorizationFailure:
    'Either the network rules of the storage account block this machine (in the Azure portal: Networking, public network access), or the role Storage Blob Data Contributor is missing.',
  AuthenticationFailed:
    "Check `storage-account-key` and the account name. If both are correct, check this machine's clock.",
  InvalidAuthenticationInfo:
    'Check `tenant-id` and `client-id`, and that the storage account belongs to that tenant.',
  NoAuthenticationInformation:
    'Set `storage-account-key`, or `tenant-id` and `client-id` of an application that can access the account.',
  KeyBasedAuthenticationNotPermitted:
    'The storage account does not allow access with keys. Use `tenant-id` and `client-id` instead of `storage-account-key`.',
  AccountIsDisabled: 'The storage account is disabled. Check its status in the Azure portal.',
  AccountBeingCreated: 'The storage account is being created. Try again in a few minutes.',
  ContainerNotFound: 'The container is gone: the run has ended, or was swept.',
  ContainerBeingDeleted: 'A container with this name is being deleted. Try again in a minute.'
}

/** What to do about a code that is not in the table. */
const REMEDIES_BY_KIND: Readonly<Partial<Record<ProblemKind, string>>> = {
  refused:
    'Check `storage-account-key`, or assign the role Storage Blob Data Contributor to the application.',
  'not-found': 'Check `storage-endpoint`.',
  unavailable: 'Check `storage-endpoint` and the network, or try again later.'
}

/**
 * The error for a request that failed. An error that does not come from the request, such as a local file that cannot
 * be read, is returned as it is.
 *
 * @param action what the request should have done, such as `return the blob in/1.tar`
 */
export function storageProblem(error: unknown, action: string, host: string): unknown {
  if (!(error instanceof RestError)) return error
  const { statusCode } = error
  const code = errorCode(error)
  const kind = kindOf(statusCode, code)
  const remedy = REMEDIES[code] ?? REMEDIES_BY_KIND[kind] ?? ''
  return new AzureProblem(
    kind,
    code,
    `Azure Storage did not ${action} at ${host} (${reason(error, code)}). ${remedy}`.trim(),
    { cause: error }
  )
}

/** The error code is in the body of the response or, if it has no body, in a header. */
function errorCode({ code, details }: RestError): string {
  const response = details as { errorCode?: unknown; code?: unknown } | undefined
  return [response?.errorCode, response?.code, code].find(isString) ?? ''
}

const isString = (value: unknown): value is string => typeof value === 'string'

function kindOf(status: number | undefined, code: string): ProblemKind {
  return code === 'ENOTFOUND' ? 'not-found' : statusKind(status)
}

function reason({ statusCode, message }: RestError, code: string): string {
  if (code === 'ENOTFOUND') return 'no storage account has this host name'
  if (statusCode === undefined) return code || (message.split('\n')[0] ?? '')
  return `${statusCode}${code && ` ${code}`}`
}
