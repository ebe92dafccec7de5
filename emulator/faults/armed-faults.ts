import type { OwnAddress } from '../protocol/own-address.ts'
import { faultsAddress } from './address.ts'
import { chances } from './chances.ts'
import type { Fault, Faults, Occasion } from './faults.ts'
import { type Order, readOrders } from './order.ts'

/** Faults that can be set, seen and taken back. */
export interface ArmedFaults extends Faults {
  /**
   * Sets faults.
   *
   * @throws NotUnderstood where one of them cannot be; none is set then
   */
  set(...orders: readonly Order[]): Fault[]
  /** Takes back one fault, or all of them. False where there is no such fault. */
  clear(id?: string): boolean
  /** The faults that have not struck for the last time, in the order in which they were set. */
  list(): Fault[]
  /** Serves them below `/emulator/faults`. */
  readonly address: OwnAddress
}

/** Nothing is set at first. The same seed makes the same chances strike. */
export function openFaults(seed = 1): ArmedFaults {
  const chance = chances(seed)
  let armed: Fault[] = []
  let count = 0

  const set = (...orders: readonly Order[]): Fault[] => {
    const faults = readOrders(orders).map((order): Fault => {
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

  /** Whether a fault strikes on an occasion that it is meant for; counts the occasion. */
  const strikes = (fault: Fault): boolean => {
    const { times, after, probability } = fault
    if (after > 0) {
      change(fault, { times, after: after - 1 })
      return false
    }
    if (probability < 1 && chance() >= probability) return false
    change(fault, { times: times - 1, after })
    return true
  }

  const strike: Faults['strike'] = (kinds, occasion) =>
    armed
      .filter(isOneOf(kinds))
      .filter(({ only }) => isMeant(only, occasion))
      .find(strikes)

  const faults = { set, clear, list: () => [...armed], strike }
  return { ...faults, address: faultsAddress(faults) }
}

const isOneOf =
  <K extends Fault['kind']>(kinds: readonly K[]) =>
  (fault: Fault): fault is Extract<Fault, { readonly kind: K }> =>
    kinds.some((kind) => kind === fault.kind)

/** Whether an occasion has all that a fault asks for. */
const isMeant = (only: Fault['only'], occasion: Occasion): boolean =>
  Object.entries(only).every(([key, wanted]) => {
    const found = occasion[key as keyof Occasion]
    return found !== undefined && isLike(wanted.toLowerCase(), found.toLowerCase())
  })

/** `task.*` begins with `task.`, `*-1` ends in `-1`. */
function isLike(wanted: string, found: string): boolean {
  if (wanted.endsWith('*')) return found.startsWith(wanted.slice(0, -1))
  return wanted.startsWith('*') ? found.endsWith(wanted.slice(1)) : found === wanted
}
