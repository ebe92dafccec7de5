import { count } from '../../../lib/text.ts'
import type { BatchService, PoolStatus } from '../client/batch-service.ts'
import { describeFailedNode, UNUSABLE } from '../job/failed-nodes.ts'
import { bad, type Finding, good } from './finding.ts'

/** The most unusable nodes that are described one by one. */
const MAX_DESCRIBED = 3

/** Checks an existing pool: its size, nodes and identities. */
export async function poolFindings(
  service: BatchService,
  { pool: id, nodeIdentity }: { readonly pool: string; readonly nodeIdentity: string | null },
  signal: AbortSignal
): Promise<readonly Finding[]> {
  const pool = await service.pool(id, signal)
  if (pool === null) {
    const todo = `Create it with the command \`pool create ${id}\`, or leave \`pool\` empty to use a pool that is created and deleted with the job.`
    return [bad('Pool', `The pool ${id} does not exist.`, todo)]
  }
  if (pool.state === 'deleting')
    return [
      bad('Pool', `The pool ${id} is being deleted.`, 'Name another pool, or leave `pool` empty.')
    ]
  return [
    sizeFinding(pool),
    ...resizeFindings(pool),
    ...(await nodeFindings(service, pool, signal)),
    ...identityFindings(pool, nodeIdentity)
  ]
}

const total = ({ dedicated, spot }: PoolStatus['current']): number => dedicated + spot

function sizeFinding(pool: PoolStatus): Finding {
  const target = pool.autoscale ? 'scales automatically' : `target: ${total(pool.target)}`
  const slots = `${count(pool.slots, 'slot')} per node`
  const told = `${pool.id}: ${pool.vmSize}, ${slots}, ${count(total(pool.current), 'node')} (${target}), ${pool.allocation}.`
  if (pool.autoscale || total(pool.target) > 0) return good('Pool', told)
  const todo = `Resize it: \`az batch pool resize --pool-id ${pool.id} --target-dedicated-nodes 2\`.`
  return bad('Pool', told, todo)
}

/** The service keeps resize errors until the next resize; they matter while nodes are missing. */
function resizeFindings(pool: PoolStatus): readonly Finding[] {
  const { id, autoscale, current, target, resizeErrors } = pool
  if (resizeErrors.length === 0 || (total(current) >= total(target) && !autoscale)) return []
  const errors = resizeErrors.map(({ code, message }) => `${code}: ${message}`).join(' ')
  const isQuota = resizeErrors.some(({ code }) => code.includes('Quota'))
  const todo = isQuota
    ? 'Request more cores in the Azure portal (your Batch account, Quotas), or use fewer nodes.'
    : 'Resize the pool again, or use another vm-size or region.'
  return [bad('Pool size', `The last resize of ${id} failed. ${errors}`, todo)]
}

async function nodeFindings(
  service: BatchService,
  { id, current }: PoolStatus,
  signal: AbortSignal
): Promise<readonly Finding[]> {
  if (total(current) === 0) return []
  const nodes = await service.nodes(id, signal)
  const unusable = nodes.filter(({ state }) => UNUSABLE.includes(state))
  if (unusable.length === 0) {
    const states = [...new Set(nodes.map(({ state }) => state))].map(
      (state) => `${nodes.filter((node) => node.state === state).length} ${state}`
    )
    return [good('Nodes', `${states.join(', ')}.`)]
  }
  const descriptions: string[] = []
  for (const node of unusable.slice(0, MAX_DESCRIBED))
    descriptions.push(await describeFailedNode(service, id, node, signal))
  return [
    bad(
      'Nodes',
      `${unusable.length} of ${count(nodes.length, 'node')} cannot run tasks, and are billed all the same. ${descriptions.join(' ')}`,
      `Correct the start task and reimage the nodes (\`az batch node reimage\`), or delete the pool and create it again with the command \`pool create ${id}\`.`
    )
  ]
}

function identityFindings(
  { id, identities }: PoolStatus,
  nodeIdentity: string | null
): readonly Finding[] {
  if (nodeIdentity === null) return []
  const hasIdentity = identities.some((own) => own.toLowerCase() === nodeIdentity.toLowerCase())
  if (hasIdentity) return [good('Node identity', `The pool ${id} has ${nodeIdentity}.`)]
  const told = `The pool ${id} does not have ${nodeIdentity}, so its nodes cannot access the storage account.`
  const todo = `Add the identity to the pool (Azure portal: Pools, ${id}, Identity), or leave node-identity empty, so that nodes use a SAS.`
  return [bad('Node identity', told, todo)]
}
