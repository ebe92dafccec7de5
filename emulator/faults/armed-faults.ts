import type { ControlEndpoint } from '../protocol/control-endpoint.ts'
import { faultsEndpoint } from './endpoint.ts'
import { type FaultSpec, parseFaultSpecs } from './fault-spec.ts'
import type { Fault, Faults, FaultTarget } from './faults.ts'
import { seededRandom } from './random.ts'
import type { SettableFaults } from './settable-faults.ts'

/** Faults that can be set, listed and removed, also over HTTP. */
export interface ArmedFaults extends Faults, SettableFaults {
  /** Serves `/emulator/faults`. */
  readonly endpoint: ControlEndpoint
}

/** Creates an empty set of faults. The seed determines when a fault with a probability is triggered. */
export function openFaults(seed = 1): ArmedFaults {
  const chance = seededRandom(seed)
  let armed: Fault[] = []
  let count = 0

  const set = (...specs: readonly FaultSpec[]): Fault[] => {
    const faults = parseFaultSpecs(specs).map((spec): Fault => {
      count += 1
      const times = spec.times === 'always' ? Number.POSITIVE_INFINITY : spec.times
      return { ...spec, times, id: `fault-${count}` }
    })
    armed.push(...faults)
    return faults
  }

  const clear = (id?: string): boolean => {
    const kept = id === undefined ? [] : armed.filter((fault) => fault.id !== id)
    const cleared = id === undefined || kept.length < armed.length
    armed = kept
    return cleared
  }

  const change = (
    fault: Fault,
    counts: { readonly times: number; readonly after: number }
  ): void => {
    const changed = counts.times > 0 ? [{ ...fault, ...counts }] : []
    armed.splice(armed.indexOf(fault), 1, ...changed)
  }

  /** Whether a matching fault is triggered this time; updates its counters. */
  const triggers = (fault: Fault): boolean => {
    const { times, after, probability } = fault
    if (after > 0) {
      change(fault, { times, after: after - 1 })
      return false
    }
    if (probability < 1 && chance() >= probability) return false
    change(fault, { times: times - 1, after })
    return true
  }

  const trigger: Faults['trigger'] = (kinds, target) =>
    armed
      .filter(isOneOf(kinds))
      .filter(({ only }) => matches(only, target))
      .find(triggers)

  const faults = { set, clear, list: () => [...armed], trigger }
  return { ...faults, endpoint: faultsEndpoint(faults) }
}

const isOneOf =
  <K extends Fault['kind']>(kinds: readonly K[]) =>
  (fault: Fault): fault is Extract<Fault, { readonly kind: K }> =>
    kinds.some((kind) => kind === fault.kind)

/** Whether a target has all properties that a fault requires. */
const matches = (only: Fault['only'], target: FaultTarget): boolean =>
  Object.entries(only).every(([key, wanted]) => {
    const found = target[key as keyof FaultTarget]
    return found !== undefined && isLike(wanted.toLowerCase(), found.toLowerCase())
  })

/** `task.*` begins with `task.`, `*-1` ends in `-1`. */
function isLike(wanted: string, found: string): boolean {
  if (wanted.endsWith('*')) return found.startsWith(wanted.slice(0, -1))
  return wanted.startsWith('*') ? found.endsWith(wanted.slice(1)) : found === wanted
}
