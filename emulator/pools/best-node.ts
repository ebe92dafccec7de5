import type { PoolNode } from './node.ts'

/** How tasks are distributed: over all nodes, or over as few as possible. */
export type Fill = 'Spread' | 'Pack'

/** The node for the next task; null if none has enough free slots. */
export function bestNode(
  nodes: readonly PoolNode[],
  slots: number,
  slotsPerNode: number,
  fill: Fill,
  suits: (node: PoolNode) => boolean
): PoolNode | null {
  let best: PoolNode | null = null
  for (const node of nodes) {
    if (!node.takesTasks || node.takenSlots + slots > slotsPerNode) continue
    if (best !== null && !isBetter(node, best, fill)) continue
    if (suits(node)) best = node
  }
  return best
}

/** With `Spread`, equally full nodes take turns; otherwise one node would get all short tasks. */
function isBetter(node: PoolNode, best: PoolNode, fill: Fill): boolean {
  const more = node.takenSlots - best.takenSlots
  if (fill === 'Pack') return more > 0
  return more < 0 || (more === 0 && node.occupancy.given < best.occupancy.given)
}
