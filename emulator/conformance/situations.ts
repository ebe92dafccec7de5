import type { ArmedFaults } from '../faults/armed-faults.ts'
import type { Exchange } from './exchange.ts'
import type { Situation } from './replay.ts'
import { situationInSuite } from './suite.ts'
import type { World } from './world.ts'

/** The situations of recorded requests, by recording and index. */
export function situationsOf(
  exchanges: readonly Exchange[],
  world: World,
  faults: ArmedFaults
): (exchange: Exchange) => Situation {
  return (exchange) => {
    if (exchange.src.endsWith('.nock.js')) return situationInSuite(exchanges, exchange, world)
    const { src, i, answer } = exchange
    // The service had a temporary failure.
    if (answer.status === 500) {
      return { before: async () => void faults.set({ kind: 'server-error' }) }
    }
    return SITUATIONS[`${src} ${i}`]?.(world) ?? {}
  }
}

const LIFE = 'test_batch_extensions_live.yaml'

const SITUATIONS: Readonly<Record<string, (world: World) => Situation>> = {
  // Tasks that had not been scheduled yet when they were listed.
  [`${LIFE} 30`]: (world) => ({ before: () => world.hold('ncj-ubuntu1604') }),
  [`${LIFE} 32`]: (world) => ({ after: () => world.release() }),
  [`${LIFE} 105`]: (world) => ({ before: () => world.hold('ncj-ubuntu1604') }),
  [`${LIFE} 107`]: (world) => ({ after: () => world.release() })
}
