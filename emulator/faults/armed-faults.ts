import type { ControlEndpoint } from '../protocol/control-endpoint.ts'
import { faultsEndpoint } from './endpoint.ts'
import { type FaultSpec, parseFaultSpecs } from './fault-spec.ts'
import type { Fault, Faults, FaultTarget } from './faults.ts'
import { seededRandom } from './random.ts'

/** Faults that can be set, seen and taken back. */
export interface ArmedFaults extends Faults {
  /**
   * Sets faults.
   *
   * @throws InvalidFaultSpec where one of them cannot be; none is set then
   */
  set(...orders: readonly FaultSpec[]): Fault[]
  /** Takes back one fault, or all of them. False where there is no such fault. */
  clear(id?: string): boolean
  /** The faults that have not struck for the last time, in the order in which they were set. */
  list(): Fault[]
  /** Serves them below `/emulator/faults`. */
  readonly endpoint: ControlEndpoint
}

/** Nothing is set at first. The same seed makes the same seededRandom trigger. */
export function openFaults(seed = 1): ArmedFaults {
  const chance = seededRandom(seed)
  let armed: Fault[] = []
  let count = 0

  const set = (...orders: readonly FaultSpec[]): Fault[] => {
    const faults = parseFaultSpecs(orders).map((order): Fault => {
      count += 1
      const times = order.times === 'always' ? Number.POSITIVE_INFINITY : order.times
      return { ...order, times, id: `fault-${count}` }
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

  /** Whether a fault triggers on an target that it is meant for; counts the target. */
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
      .filter(({ only }) => isMeant(only, target))
      .find(triggers)

  const faults = { set, clear, list: () => [...armed], trigger }
  return { ...faults, endpoint: faultsEndpoint(faults) }
}

const isOneOf =
  <K extends Fault['kind']>(kinds: readonly K[]) =>
  (fault: Fault): fault is Extract<Fault, { readonly kind: K }> =>
    kinds.some((kind) => kind === fault.kind)

/** Whether an target has all that a fault asks for. */
const isMeant = (only: Fault['only'], target: FaultTarget): boolean =>
  Object.entries(only).every(([key, wanted]) => {
    const found = target[key as keyof FaultTarget]
    return found !== undefined && isLike(wanted.toLowerCase(), found.toLowerCase())
  })

/** `task.*` begins with `task.`, `*-1` ends in `-1`. */
function isLike(wanted: string, found: string): boolean {
  if (wanted.endsWith('*')) return found.startsWith(wanted.slice(0, -1))
  return wanted.startsWith('*') ? found.endsWith(wanted.slice(1)) : found === wanted
}
