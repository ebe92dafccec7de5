import type { BatchService, NodeStatus, PoolStatus } from '../client/batch-service.ts'
import { bad, type Finding, good } from './finding.ts'

const WHAT = 'Pool'

/** Nodes that run no task and cost all the same. */
const SICK = ['starttaskfailed', 'unusable']

/** Sick nodes that are told one by one. */
const MOST_NODES = 3

/** Bytes of what the start task said, from the end. */
const LAST_WORDS = 500

/** Looks at a pool that exists, or should. */
export async function poolFindings(
  service: BatchService,
  { pool: id, nodeIdentity }: { readonly pool: string; readonly nodeIdentity: string | null },
  signal: AbortSignal
): Promise<readonly Finding[]> {
  const pool = await service.pool(id, signal)
  if (pool === null) {
    const todo = `Make it by \`batch-ocr pool create ${id}\`, or leave \`pool\` empty for a pool that lives with the job.`
    return [bad(WHAT, `There is no pool ${id}.`, todo)]
  }
  if (pool.state === 'deleting')
    return [bad(WHAT, `The pool ${id} is being deleted.`, 'Name another pool, or none.')]
  return [
    status(pool),
    ...resizeFindings(pool),
    ...(await nodeFindings(service, pool, signal)),
    ...identityFindings(pool, nodeIdentity)
  ]
}

const total = ({ dedicated, spot }: { readonly dedicated: number; readonly spot: number }) =>
  dedicated + spot

function status(pool: PoolStatus): Finding {
  const size = pool.autoscale ? 'sizes itself' : `of ${total(pool.target)} asked for`
  const slots = `${pool.slots} ${pool.slots === 1 ? 'slot' : 'slots'} a node`
  const told = `${pool.id}: ${pool.vmSize}, ${slots}, ${total(pool.current)} nodes (${size}), ${pool.allocation}.`
  if (pool.autoscale || total(pool.target) > 0) return good(WHAT, told)
  const todo = `Give it nodes: \`az batch pool resize --pool-id ${pool.id} --target-dedicated-nodes 2\`.`
  return bad(WHAT, told, todo)
}

/** Errors of a resize stay until the next one; they matter as long as nodes are missing. */
function resizeFindings({
  id,
  autoscale,
  current,
  target,
  resizeErrors
}: PoolStatus): readonly Finding[] {
  if (resizeErrors.length === 0) return []
  const sentences = resizeErrors.map(({ code, message }) => `${code}: ${message}`).join(' ')
  const told = `The last resize of ${id} went wrong. ${sentences}`
  if (total(current) >= total(target) && !autoscale) return []
  const quota = resizeErrors.some(({ code }) => code.includes('Quota'))
  const todo = quota
    ? 'Ask for more cores in the portal (your Batch account, Quotas), or set fewer nodes.'
    : 'Resize the pool again, or take another vm-size or region.'
  return [bad('Pool size', told, todo)]
}

async function nodeFindings(
  service: BatchService,
  { id, current }: PoolStatus,
  signal: AbortSignal
): Promise<readonly Finding[]> {
  if (total(current) === 0) return []
  const nodes = await service.nodes(id, signal)
  const sick = nodes.filter(({ state }) => SICK.includes(state))
  if (sick.length === 0) {
    const states = [...new Set(nodes.map(({ state }) => state))].map(
      (state) => `${nodes.filter((node) => node.state === state).length} ${state}`
    )
    return [good('Nodes', `${states.join(', ')}.`)]
  }
  const told: string[] = []
  for (const node of sick.slice(0, MOST_NODES))
    told.push(await complaint(service, id, node, signal))
  return [
    bad(
      'Nodes',
      `${sick.length} of ${nodes.length} can run no task, and cost all the same. ${told.join(' ')}`,
      `Mend the start task, then \`az batch node reimage\` them, or delete the pool and \`batch-ocr pool create ${id}\`.`
    )
  ]
}

/** Why a node is sick, with the last words of its start task. */
async function complaint(
  service: BatchService,
  pool: string,
  { id, state, startTask, errors }: NodeStatus,
  signal: AbortSignal
): Promise<string> {
  const log = await service.nodeFileTail(pool, id, 'startup/stderr.txt', LAST_WORDS, signal)
  const exit = startTask?.exitCode == null ? '' : `, exit code ${startTask.exitCode}`
  const reasons = [startTask?.failure ?? '', ...errors, log ?? '']
  const reason = reasons.map((text) => text.trim().replace(/\s*\n\s*/g, ' | ')).filter(Boolean)
  return `${id} (${state}${exit}): ${reason.join('; ') || 'it does not say why'}`
}

function identityFindings(
  { id, identities }: PoolStatus,
  nodeIdentity: string | null
): readonly Finding[] {
  if (nodeIdentity === null) return []
  const carried = identities.some((own) => own.toLowerCase() === nodeIdentity.toLowerCase())
  if (carried) return [good('Node identity', `${id} carries ${nodeIdentity}.`)]
  const told = `The pool ${id} does not carry ${nodeIdentity}, so its nodes could not reach the storage account.`
  const todo = `Give the pool that identity (portal: Pools, ${id}, Identity), or leave node-identity empty: nodes get a SAS then.`
  return [bad('Node identity', told, todo)]
}
