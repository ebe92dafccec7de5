import { chmod, mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ContainerClient } from '@azure/storage-blob'
import type { BlobAccess } from './blob-access.ts'
import { failure, fieldOf, messageOf, systemCode, WorkFailed } from './failures.ts'
import type { ResourceFile } from './machine.ts'
import { below } from './paths.ts'

/** The default mode of downloaded files. */
const DEFAULT_MODE = 0o770

/**
 * Downloads the resource files of a task into its working directory.
 *
 * @throws WorkFailed if a download fails; the reason of the signal if that ended it
 */
export async function downloadResourceFiles(
  files: readonly ResourceFile[],
  folder: string,
  access: BlobAccess,
  signal: AbortSignal
): Promise<void> {
  for (const file of files) {
    try {
      await fetchResource(file, folder, access, signal)
    } catch (error) {
      signal.throwIfAborted()
      throw error
    }
  }
}

async function fetchResource(
  file: ResourceFile,
  folder: string,
  access: BlobAccess,
  signal: AbortSignal
): Promise<void> {
  const { httpUrl, storageContainerUrl, autoStorageContainerName, filePath } = file
  const sources = [httpUrl, storageContainerUrl, autoStorageContainerName]
  const [source, ...others] = sources.filter((source) => source !== undefined)
  if (source === undefined || others.length > 0) {
    throw notCreated(filePath, 'A resource file has exactly one source.')
  }
  if (autoStorageContainerName !== undefined) {
    throw failed('BlobNotFound', source, filePath, 'The account has no auto storage.')
  }
  const url = access(source, file.identityReference, 'read')
  if (url === null) {
    throw failed('BlobAccessDenied', source, filePath, 'The node is not authorized to read it.')
  }
  const mode = modeOf(file)
  if (httpUrl !== undefined) return download(url, { folder, path: filePath ?? '', mode }, signal)
  for await (const blob of blobsOf(url, file, signal)) {
    const path = join(filePath ?? '.', blob.name)
    await download(blob.url, { folder, path, mode }, signal)
  }
}

function modeOf({ fileMode }: ResourceFile): number {
  const mode = Number.parseInt(fileMode ?? '', 8)
  return Number.isNaN(mode) ? DEFAULT_MODE : mode & 0o7777
}

/** The blobs of a container with the prefix of the resource file; each keeps its full name as its path. */
async function* blobsOf(url: string, { blobPrefix, filePath }: ResourceFile, signal: AbortSignal) {
  try {
    const container = new ContainerClient(url, undefined, { retryOptions: { maxTries: 1 } })
    const blobs = container.listBlobsFlat({ prefix: blobPrefix ?? '', abortSignal: signal })
    for await (const { name } of blobs) yield { name, url: container.getBlobClient(name).url }
  } catch (error) {
    if (error instanceof WorkFailed) throw error
    const code = codeOf(Number(fieldOf(error, 'statusCode')))
    throw failed(code, url, filePath, messageOf(error))
  }
}

interface Target {
  readonly folder: string
  readonly path: string
  readonly mode: number
}

/** Streams one URL to disk. */
async function download(url: string, target: Target, signal: AbortSignal): Promise<void> {
  const response = await fetched(url, target.path, signal)
  try {
    const path = below(target.folder, target.path)
    if (path === null)
      throw notCreated(target.path, 'The file path leads out of the working directory.')
    await write(response, path, target.path, url, signal)
    await chmod(path, target.mode)
  } finally {
    if (!response.bodyUsed) await response.body?.cancel()
  }
}

async function fetched(url: string, path: string, signal: AbortSignal): Promise<Response> {
  if (!/^https?:/i.test(url)) {
    throw failed('BlobDownloadMiscError', url, path, 'The source is not an http or https URL.')
  }
  const response = await fetch(url, { signal }).catch((error: unknown) => {
    throw failed('BlobDownloadMiscError', url, path, messageOf(error))
  })
  if (response.ok) return response
  await response.body?.cancel()
  const status = `${response.status} ${response.statusText}`.trim()
  throw failed(codeOf(response.status), url, path, `The server returned ${status}.`)
}

async function write(
  response: Response,
  path: string,
  named: string,
  url: string,
  signal: AbortSignal
): Promise<void> {
  const file = await mkdir(dirname(path), { recursive: true })
    .then(() => open(path, 'w'))
    .catch((error: unknown) => {
      throw notCreated(named, messageOf(error), error)
    })
  try {
    if (response.body === null) return
    await pipeline(response.body, file.createWriteStream(), { signal })
  } catch (error) {
    const onDisk = fieldOf(error, 'syscall') !== undefined
    if (!onDisk) throw failed('BlobDownloadMiscError', url, named, messageOf(error))
    const details = { FilePath: named, Message: messageOf(error) }
    throw new WorkFailed(failure(diskCode(error, 'ResourceFileWriteFailed'), details))
  } finally {
    await file.close()
  }
}

const codeOf = (status: number) =>
  status === 404
    ? 'BlobNotFound'
    : status === 403 || status === 401
      ? 'BlobAccessDenied'
      : 'BlobDownloadMiscError'

const diskCode = <C>(error: unknown, otherwise: C) =>
  systemCode(error) === 'ENOSPC' ? ('DiskFull' as const) : otherwise

const failed = (
  code: ReturnType<typeof codeOf>,
  source: string,
  path: string | undefined,
  message: string
): WorkFailed =>
  new WorkFailed(failure(code, { BlobSource: source, FilePath: path ?? '', Message: message }))

const notCreated = (path: string | undefined, message: string, cause?: unknown): WorkFailed =>
  new WorkFailed(
    failure(diskCode(cause, 'ResourceFileCreateFailed'), { FilePath: path ?? '', Message: message })
  )
