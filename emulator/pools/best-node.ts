import type { PoolNode } from './node.ts'

/** How tasks are placed: over as many nodes as there are, or on as few as will do. */
export type Fill = 'Spread' | 'Pack'

/** The node that the next task goes to; null where none has so many slots free. */
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

/** Nodes that are as full as each other take turns where tasks spread, or one alone would get all short tasks. */
function isBetter(node: PoolNode, best: PoolNode, fill: Fill): boolean {
  const more = node.takenSlots - best.takenSlots
  if (fill === 'Pack') return more > 0
  return more < 0 || (more === 0 && node.occupancy.given < best.occupancy.given)
}
