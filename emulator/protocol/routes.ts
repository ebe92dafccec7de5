/** The address of an operation, and the query parameters it supports in addition to `api-version` and `timeout`. */
export interface Route {
  readonly method: string
  /** `/pools/{poolId}/resize` */
  readonly path: string
  readonly operation: string
  readonly query: readonly string[]
}

/** A matching route with its path parameters. */
export interface Found {
  readonly route: Route
  readonly parameters: Readonly<Record<string, string>>
}

const SHAPE = ['$select', '$expand']
const PAGES = ['maxresults', '$skiptoken']
const LIST = ['$filter', ...SHAPE, ...PAGES]

const JOB = '/jobs/{jobId}'
const TASK = `${JOB}/tasks/{taskId}`
const POOL = '/pools/{poolId}'
const NODE = `${POOL}/nodes/{nodeId}`
const FILE = '/files/{filePath}'

/** All operations that the emulator serves. */
export const ROUTES: readonly Route[] = [
  ['GET', '/supportedimages', 'account.listSupportedImages', ['$filter', ...PAGES]],
  ['GET', '/nodecounts', 'account.listPoolNodeCounts', ['$filter', ...PAGES]],

  ['POST', '/pools', 'pool.add'],
  ['GET', '/pools', 'pool.list', LIST],
  ['GET', POOL, 'pool.get', SHAPE],
  ['HEAD', POOL, 'pool.exists'],
  ['PATCH', POOL, 'pool.patch'],
  ['DELETE', POOL, 'pool.deleteMethod'],
  ['POST', `${POOL}/resize`, 'pool.resize'],
  ['POST', `${POOL}/stopresize`, 'pool.stopResize'],
  ['POST', `${POOL}/enableautoscale`, 'pool.enableAutoScale'],
  ['POST', `${POOL}/disableautoscale`, 'pool.disableAutoScale'],
  ['POST', `${POOL}/evaluateautoscale`, 'pool.evaluateAutoScale'],
  ['POST', `${POOL}/updateproperties`, 'pool.updateProperties'],
  ['POST', `${POOL}/removenodes`, 'pool.removeNodes'],

  ['GET', `${POOL}/nodes`, 'computeNode.list', ['$filter', '$select', ...PAGES]],
  ['GET', NODE, 'computeNode.get', ['$select']],
  ['GET', `${NODE}/files`, 'file.listFromComputeNode', ['$filter', 'recursive', ...PAGES]],
  ['GET', NODE + FILE, 'file.getFromComputeNode'],
  ['HEAD', NODE + FILE, 'file.getPropertiesFromComputeNode'],
  ['DELETE', NODE + FILE, 'file.deleteFromComputeNode', ['recursive']],

  ['POST', '/jobs', 'job.add'],
  ['GET', '/jobs', 'job.list', LIST],
  ['GET', JOB, 'job.get', SHAPE],
  ['PATCH', JOB, 'job.patch'],
  ['PUT', JOB, 'job.update'],
  ['DELETE', JOB, 'job.deleteMethod', ['force']],
  ['POST', `${JOB}/terminate`, 'job.terminate', ['force']],
  ['POST', `${JOB}/disable`, 'job.disable'],
  ['POST', `${JOB}/enable`, 'job.enable'],
  ['GET', `${JOB}/taskcounts`, 'job.getTaskCounts'],
  [
    'GET',
    `${JOB}/jobpreparationandreleasetaskstatus`,
    'job.listPreparationAndReleaseTaskStatus',
    ['$filter', '$select', ...PAGES]
  ],

  ['POST', `${JOB}/tasks`, 'task.add'],
  ['GET', `${JOB}/tasks`, 'task.list', LIST],
  ['POST', `${JOB}/addtaskcollection`, 'task.addCollection'],
  ['GET', TASK, 'task.get', SHAPE],
  ['PUT', TASK, 'task.update'],
  ['DELETE', TASK, 'task.deleteMethod'],
  ['POST', `${TASK}/terminate`, 'task.terminate'],
  ['POST', `${TASK}/reactivate`, 'task.reactivate'],
  ['GET', `${TASK}/subtasksinfo`, 'task.listSubtasks', ['$select']],
  ['GET', `${TASK}/files`, 'file.listFromTask', ['$filter', 'recursive', ...PAGES]],
  ['GET', TASK + FILE, 'file.getFromTask'],
  ['HEAD', TASK + FILE, 'file.getPropertiesFromTask'],
  ['DELETE', TASK + FILE, 'file.deleteFromTask', ['recursive']]
].map(([method, path, operation, query = []]) => ({ method, path, operation, query }) as Route)

/**
 * Finds the route of a request.
 *
 * @param segments the decoded path segments
 * @returns null if the path is unknown; the supported methods if this one is not supported
 */
export function findRoute(
  method: string,
  segments: readonly string[]
): Found | readonly string[] | null {
  const matching = ROUTES.flatMap((route) => {
    const parameters = parametersOf(route.path, segments)
    return parameters === null ? [] : [{ route, parameters }]
  })
  if (matching.length === 0) return null
  return (
    matching.find(({ route }) => route.method === method) ??
    matching.map(({ route }) => route.method)
  )
}

function parametersOf(path: string, segments: readonly string[]): Record<string, string> | null {
  const parts = path.slice(1).split('/')
  if (path.endsWith(FILE)) return parametersOfFile(parts, segments)
  if (parts.length !== segments.length) return null
  const parameters: Record<string, string> = {}
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? ''
    if (part.startsWith('{')) parameters[part.slice(1, -1)] = segment
    else if (part !== segment.toLowerCase()) return null
  }
  return parameters
}

/** The slashes in a file's path may be encoded, as clients do, or plain. */
function parametersOfFile(
  parts: readonly string[],
  segments: readonly string[]
): Record<string, string> | null {
  if (segments.length < parts.length) return null
  const before = parametersOf(
    `/${parts.slice(0, -1).join('/')}`,
    segments.slice(0, parts.length - 1)
  )
  return before && { ...before, filePath: segments.slice(parts.length - 1).join('/') }
}

/** The encoded path of an operation. */
export function pathOf(operation: string, parameters: Readonly<Record<string, string>>): string {
  const path = ROUTES.find((route) => route.operation === operation)?.path ?? ''
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ''))
}
