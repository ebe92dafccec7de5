import { basename } from 'node:path'
import type { BlobAccess } from './blob-access.ts'
import { failure, messageOf, WorkFailed } from './failures.ts'
import { type FilePattern, type FoundFile, filePattern, findFiles } from './file-pattern.ts'
import { workingFolder } from './layout.ts'
import type { FailureInfo, OutputFile } from './machine.ts'
import { reallyBelow } from './paths.ts'
import { putBlob } from './put-blob.ts'
import { openUploadLog, type UploadLog } from './upload-log.ts'

/** Where and with which access work runs. */
export interface WorkContext {
  /** The root of the node; nothing outside it is uploaded. */
  readonly root: string
  /** The task's folder. */
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
  readonly access: BlobAccess
  /** Whether a fault makes the uploads of this task fail. */
  readonly fails: () => boolean
}

/**
 * Uploads the output files of a task to blob storage. A failed upload does not prevent the others.
 *
 * @param succeeded whether the process exited with 0
 * @returns the first failure; null if there is none
 */
export async function uploadOutputFiles(
  outputFiles: readonly OutputFile[],
  succeeded: boolean,
  context: WorkContext,
  signal: AbortSignal
): Promise<FailureInfo | null> {
  const wanted = outputFiles.filter(({ uploadOptions }) => {
    const condition = uploadOptions.uploadCondition.toLowerCase()
    return condition === 'taskcompletion' || (condition === 'tasksuccess') === succeeded
  })
  if (wanted.length === 0) return null
  const log = await openUploadLog(context.folder)
  const struck = context.fails()
  let first: FailureInfo | null = null
  for (const outputFile of wanted) {
    try {
      if (struck) throw miscellaneous('The storage service could not be reached.')
      await uploadMatches(outputFile, context, log, signal)
    } catch (error) {
      const failed = error instanceof WorkFailed ? error : miscellaneous(messageOf(error))
      await log.error(`${outputFile.filePattern}: ${described(failed.info)}`)
      first ??= failed.info
    }
  }
  return first
}

async function uploadMatches(
  { filePattern: text, destination }: OutputFile,
  context: WorkContext,
  log: UploadLog,
  signal: AbortSignal
): Promise<void> {
  const { container } = destination
  if (container === undefined) throw miscellaneous('The output file has no destination.')
  const pattern = filePattern(text, workingFolder(context.folder), context.environment)
  const files = await findFiles(pattern)
  await log.info(`${text} matches ${files.length} file${files.length === 1 ? '' : 's'}.`)
  if (files.length === 0) return
  const url = context.access(container.containerUrl, container.identityReference, 'write')
  if (url === null) throw miscellaneous('The node is not authorized to write to the container.')
  const headers = new Headers()
  for (const { name, value } of container.uploadHeaders ?? []) headers.set(name, value ?? '')
  for (const file of files) {
    const name = blobName(pattern, file, container.path)
    if (!(await reallyBelow(context.root, file.path))) {
      await log.info(`${file.path} was skipped: it is not on the node's disk.`)
      continue
    }
    await upload(file.path, blobUrl(url, name), headers, signal)
    await log.info(`${file.path} was uploaded as ${name}.`)
  }
}

/** `path` is the blob name if the pattern names a single file, and a virtual folder otherwise. */
function blobName({ single }: FilePattern, file: FoundFile, path: string | undefined): string {
  if (single) return path || basename(file.path)
  return path === undefined || path === '' ? file.name : `${path.replace(/\/+$/, '')}/${file.name}`
}

function blobUrl(container: string, name: string): URL {
  const url = new URL(container)
  const parts = name.split('/').map(encodeURIComponent)
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${parts.join('/')}`
  return url
}

async function upload(path: string, url: URL, headers: Headers, signal: AbortSignal) {
  const { status, code } = await putBlob(path, url, headers, signal)
  if (status < 300) return
  const container = `${url.origin}${url.pathname}`
  if (status === 404 && code !== 'ResourceNotFound') {
    throw new WorkFailed(
      failure('FileUploadContainerNotFound', { Message: `${code}: ${container}` })
    )
  }
  throw miscellaneous(`The storage service returned ${status} ${code} for ${container}.`)
}

const miscellaneous = (message: string): WorkFailed =>
  new WorkFailed(failure('FileUploadMiscError', { Message: message }))

const described = ({ code, message, details }: FailureInfo): string =>
  [`${code}: ${message}.`, ...details.map(({ value }) => value)].join(' ')
