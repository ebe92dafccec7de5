import type { Resource } from '../protocol/request.ts'
import type { BatchPool } from './batch-pool.ts'

/** The states in node counts, with the first api-version that has them. */
const STATES: readonly (readonly [key: string, from: string])[] = [
  ['creating', ''],
  ['deallocated', '2025-06-01'],
  ['deallocating', '2025-06-01'],
  ['idle', ''],
  ['leavingPool', ''],
  ['offline', ''],
  ['preempted', ''],
  ['rebooting', ''],
  ['reimaging', ''],
  ['running', ''],
  ['starting', ''],
  ['startTaskFailed', ''],
  ['unusable', ''],
  ['unknown', ''],
  ['upgradingOS', '2024-02-01.19.0'],
  ['waitingForStartTask', '']
]

/** The number of nodes of a pool in each state. */
export function nodeCounts({ id, nodes }: BatchPool, apiVersion: string): Resource {
  const dedicated = nodes.filter((node) => node.dedicated).map(({ state }) => state)
  const lowPriority = nodes.filter((node) => !node.dedicated).map(({ state }) => state)
  return {
    poolId: id,
    dedicated: counted(dedicated, apiVersion),
    lowPriority: counted(lowPriority, apiVersion)
  }
}

function counted(states: readonly string[], apiVersion: string): Resource {
  const known = STATES.filter(([, from]) => apiVersion >= from)
  const counts = known.map(([key]) => [key, ofState(states, key.toLowerCase())] as const)
  return { ...Object.fromEntries(counts), total: states.length }
}

const ofState = (states: readonly string[], wanted: string): number =>
  states.filter((state) => state === wanted).length
