import type { FailureInfo } from './machine.ts'

/** Work failed, with the failure information that the service returns. */
export class WorkFailed extends Error {
  readonly info: FailureInfo

  constructor(info: FailureInfo) {
    super(info.message)
    this.info = info
  }
}

/** The error codes of the service with category and message. */
const FAILURES = {
  BlobNotFound: ['UserError', 'One of the specified Azure Blob(s) is not found'],
  BlobAccessDenied: ['UserError', 'Access for one of the specified Azure Blob(s) is denied'],
  BlobDownloadMiscError: [
    'ServerError',
    'Miscellaneous error encountered while downloading one of the specified Azure Blob(s)'
  ],
  ResourceDirectoryCreateFailed: [
    'ServerError',
    'Failure encountered creating resource directory for the task'
  ],
  ResourceFileCreateFailed: ['ServerError', 'Failure encountered creating resource file'],
  ResourceFileWriteFailed: ['ServerError', 'Failure encountered writing resource file'],
  DiskFull: [
    'ServerError',
    'There is not enough disk space on the node that was selected to run the task'
  ],
  CommandProgramNotFound: ['UserError', 'The specified command program is not found'],
  CommandLaunchFailed: ['UserError', 'Failed to launch the specified command line'],
  FailureExitCode: ['UserError', 'The task exited with an exit code representing a failure'],
  TaskEnded: ['UserError', 'The task was ended by user request'],
  FileUploadContainerNotFound: [
    'UserError',
    'One of the specified Azure container(s) was not found while attempting to upload an output file'
  ],
  FileUploadMiscError: [
    'UserError',
    'Miscellaneous error encountered while uploading one of the output files'
  ]
} as const satisfies Record<string, readonly [FailureInfo['category'], string]>

/** Failure information for a code. */
export function failure(
  code: keyof typeof FAILURES,
  details: Readonly<Record<string, string>> = {}
): FailureInfo {
  const [category, message] = FAILURES[code]
  return {
    category,
    code,
    message,
    details: Object.entries(details).map(([name, value]) => ({ name, value }))
  }
}

/** The message of an error, with that of its cause. */
export function messageOf(error: unknown): string {
  const message = fieldOf(error, 'message')
  if (message === undefined) return String(error)
  const cause = fieldOf(fieldOf(error, 'cause'), 'message')
  return cause === undefined ? String(message) : `${message} (${cause})`
}

/** The code of a system error, such as `ENOENT`. */
export const systemCode = (error: unknown): unknown => fieldOf(error, 'code')

/** A field of a thrown value of any type. */
export const fieldOf = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined
