import { RestError } from '@azure/storage-blob'
import { statusKind } from '../../../lib/http-status.ts'
import { AzureProblem, type ProblemKind } from '../problem.ts'

/** What can be done about a refusal, by Azure's own word for it. */
const REMEDIES: Readonly<Record<string, string>> = {
  AuthorizationPermissionMismatch:
    'Give the application the role Storage Blob Data Contributor on the storage account (it takes some minutes to count).',
  AuthorizationFailure:
    'The network rules of the storage account shut this machine out (see Networking: public network access), or the role Storage Blob Data Contributor is missing.',
  AuthenticationFailed:
    'Check storage-account-key and the name of the account, and whether the clock of this machine is right.',
  InvalidAuthenticationInfo:
    'Check tenant-id and client-id, and that the storage account belongs to that tenant.',
  NoAuthenticationInformation:
    'Name storage-account-key, or tenant-id and client-id of an application that may use the account.',
  KeyBasedAuthenticationNotPermitted:
    'The storage account takes no keys: use tenant-id and client-id instead of storage-account-key.',
  AccountIsDisabled: 'The storage account is disabled: look at it in the portal.',
  AccountBeingCreated: 'The storage account is being made: try again in some minutes.',
  ContainerNotFound: 'The container is gone: the run has ended, or was swept.',
  ContainerBeingDeleted:
    'A container of that name is being deleted, which takes Azure half a minute or more: try again.'
}

/** What can be done where Azure's own word says nothing. */
const REMEDIES_BY_KIND: Readonly<Partial<Record<ProblemKind, string>>> = {
  refused:
    'Check storage-account-key, or the role Storage Blob Data Contributor of the application.',
  'not-found': 'Check storage-endpoint.',
  unavailable: 'Check storage-endpoint and the network, or try again later.'
}

/**
 * An error of Azure's storage client in our words. What is no answer of the service, such as a file here that cannot be
 * read, stays as it is.
 *
 * @param wanted what was asked for, such as `read the blob in/1.tar`
 */
export function storageProblem(error: unknown, wanted: string, host: string): unknown {
  if (!(error instanceof RestError)) return error
  const { statusCode } = error
  const code = codeOf(error)
  const kind = kindOf(statusCode, code)
  const remedy = REMEDIES[code] ?? REMEDIES_BY_KIND[kind] ?? ''
  return new AzureProblem(
    kind,
    code,
    `Azure Storage did not ${wanted} at ${host} (${reason(error, code)}). ${remedy}`.trim(),
    { cause: error }
  )
}

/** Azure's own word stands in the answer's body, or in a header where there is none. */
function codeOf({ code, details }: RestError): string {
  const told = details as { errorCode?: unknown; code?: unknown } | undefined
  for (const one of [told?.errorCode, told?.code, code]) if (typeof one === 'string') return one
  return ''
}

function kindOf(status: number | undefined, code: string): ProblemKind {
  return code === 'ENOTFOUND' ? 'not-found' : statusKind(status)
}

function reason({ statusCode, message }: RestError, code: string): string {
  if (code === 'ENOTFOUND') return 'no storage account has that name'
  if (statusCode === undefined) return code || (message.split('\n')[0] ?? '')
  return `${statusCode}${code && ` ${code}`}`
}
