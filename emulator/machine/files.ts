import { rm, rmdir } from 'node:fs/promises'
import { relative } from 'node:path'
import { BatchError } from '../protocol/batch-error.ts'
import type { BatchRequest, BatchResponse, Operation, Operations } from '../protocol/request.ts'
import { checkConditions, listResponse } from '../protocol/responses.ts'
import { byteRange } from './byte-range.ts'
import { rootOfTaskFolder } from './layout.ts'
import {
  type FileTree,
  fileHeaders,
  fileResource,
  listNodeFiles,
  type NodeFile,
  statsOf
} from './node-files.ts'
import { below } from './paths.ts'

/** A folder with the URL of its task or node, `…/jobs/J/tasks/T` or `…/pools/P/nodes/N`. */
export interface Located {
  readonly root: string
  readonly url: string
}

/** Finds folders; throws a `BatchError` if there is no such task or node, or its files are gone. */
export interface Locate {
  taskFolder(jobId: string, taskId: string): Located
  nodeFolder(poolId: string, nodeId: string): Located
}

/** Finds the files that a request is about. */
type TreeOf = (request: BatchRequest) => FileTree

/** The operations on files of tasks and of nodes. */
export function fileOperations(locate: Locate): Operations {
  const ofTask: TreeOf = ({ parameters: { jobId = '', taskId = '' } }) => {
    const { root, url } = locate.taskFolder(jobId, taskId)
    return { root, url, node: rootOfTaskFolder(root) }
  }
  const ofNode: TreeOf = ({ parameters: { poolId = '', nodeId = '' } }) => {
    const { root, url } = locate.nodeFolder(poolId, nodeId)
    return { root, url, node: root }
  }
  return {
    'file.getFromTask': getFile(ofTask),
    'file.getPropertiesFromTask': getProperties(ofTask),
    'file.listFromTask': listFiles(ofTask),
    'file.deleteFromTask': deleteFile(ofTask),
    'file.getFromComputeNode': getFile(ofNode),
    'file.getPropertiesFromComputeNode': getProperties(ofNode),
    'file.listFromComputeNode': listFiles(ofNode),
    'file.deleteFromComputeNode': deleteFile(ofNode)
  }
}

/** The status is 200 even for a range, because the service's clients accept nothing else. */
const getFile =
  (treeOf: TreeOf): Operation =>
  async (request) => {
    const tree = treeOf(request)
    const file = await requested(request, tree)
    // Reading from a pipe or a device might never end.
    if (!file.stats.isFile()) throw inaccessible('It is not a file.')
    const range = byteRange(header(request, 'ocp-range'), file.stats.size)
    return {
      status: 200,
      headers: fileHeaders(tree, file),
      file: { path: file.path, ...range }
    }
  }

const getProperties =
  (treeOf: TreeOf): Operation =>
  async (request) => {
    const tree = treeOf(request)
    const file = await requested(request, tree)
    const length = file.stats.isFile() ? file.stats.size : 0
    const headers = { 'content-length': String(length), ...fileHeaders(tree, file) }
    return { status: 200, headers }
  }

const listFiles =
  (treeOf: TreeOf): Operation =>
  async (request) => {
    const tree = treeOf(request)
    const files = await listNodeFiles(tree, isRecursive(request))
    return listResponse(
      request,
      'files',
      files.map((file) => fileResource(tree, file))
    )
  }

const deleteFile =
  (treeOf: TreeOf): Operation =>
  async (request): Promise<BatchResponse> => {
    const { path, stats } = await requested(request, treeOf(request))
    try {
      if (stats.isDirectory() && !isRecursive(request)) await rmdir(path)
      else await rm(path, { recursive: true, force: true })
    } catch {
      throw inaccessible('It cannot be removed, or it is a directory that is not empty.')
    }
    return { status: 200 }
  }

/** The file of a request, whose conditional headers are checked. */
async function requested(request: BatchRequest, tree: FileTree): Promise<NodeFile> {
  const path = below(tree.root, request.parameters['filePath'] ?? '')
  const stats = path === null ? null : await statsOf(tree, path)
  if (path === null || stats === null) throw notFound()
  checkConditions(request, { eTag: '', lastModified: stats.mtime.toISOString() })
  return { path, name: relative(tree.root, path), stats }
}

function header({ headers }: BatchRequest, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}

const isRecursive = ({ query }: BatchRequest): boolean =>
  query.get('recursive')?.toLowerCase() === 'true'

const notFound = (): BatchError =>
  new BatchError(404, 'FileNotFound', 'The specified file does not exist.')

const inaccessible = (reason: string): BatchError =>
  new BatchError(403, 'IOError', 'An I/O error occurred when accessing the specified resource.', [
    { key: 'Reason', value: reason }
  ])
