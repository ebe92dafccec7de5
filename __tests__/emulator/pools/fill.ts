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
    if (best !== null && !isBetter(node.takenSlots - best.takenSlots, fill)) continue
    if (suits(node)) best = node
  }
  return best
}

const isBetter = (moreTaken: number, fill: Fill): boolean =>
  fill === 'Spread' ? moreTaken < 0 : moreTaken > 0
