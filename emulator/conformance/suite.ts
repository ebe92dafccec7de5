import type { Exchange } from './exchange.ts'
import type { Situation } from './replay.ts'
import { JOB_STEPS } from './suite-jobs.ts'
import { LAST_STEPS, POOL_STEPS } from './suite-pools.ts'
import type { Step } from './suite-step.ts'
import type { World } from './world.ts'

/**
 * The recorded suite of short tests, which all used one account: in their original order, as inferred from the
 * responses, and with our own bodies, because the recordings have none.
 */
const STEPS: readonly Step[] = [...POOL_STEPS, ...JOB_STEPS, ...LAST_STEPS]

const nameOf = (src: string): string =>
  src.replace(/^Batch_Service_operations_should_/, '').replace(/\.nock\.js$/, '')

const PLACES = new Map(STEPS.map(({ test }, place) => [test, place]))

/** The exchanges of the suite in their original order, unsupported ones last. */
export function inOrder(exchanges: readonly Exchange[]): Exchange[] {
  const place = ({ src }: Exchange) => PLACES.get(nameOf(src)) ?? STEPS.length
  return exchanges.toSorted((a, b) => place(a) - place(b) || a.i - b.i)
}

/** The situation of one of the suite's exchanges. */
export function situationInSuite(
  exchanges: readonly Exchange[],
  { src, i, body }: Exchange,
  world: World
): Situation {
  const step = STEPS[PLACES.get(nameOf(src)) ?? STEPS.length]
  if (step === undefined) return {}
  const ofTest = exchanges.filter((exchange) => exchange.src === src)
  const earlier = ofTest.filter((exchange) => exchange.i < i && exchange.body !== null).length
  return {
    ...(body === null ? {} : { body: async () => bodyOf(step.bodies?.[earlier], world) }),
    ...(i === 0 && step.before ? { before: () => step.before?.(world) as Promise<void> } : {}),
    ...(i === ofTest.length - 1 && step.after
      ? { after: () => step.after?.(world) as Promise<void> }
      : {})
  }
}

const bodyOf = async (
  body: object | ((world: World) => Promise<object>) | undefined,
  world: World
): Promise<object | undefined> => (typeof body === 'function' ? body(world) : body)
