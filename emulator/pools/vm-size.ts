import { invalidProperty } from '../protocol/body.ts'

/** Cores of the sizes of cloud services. */
const NAMED: Readonly<Record<string, number>> = {
  extrasmall: 1,
  small: 1,
  medium: 2,
  large: 4,
  extralarge: 8
}

/** `Standard_D4s_v5`: four cores; `Standard_E8-2s_v5`: eight, of which two are in use. */
const NUMBERED = /^(?:standard|basic)_[a-z]+(\d+)(?:-(\d+))?[a-z]*(?:_[a-z0-9_]+)?$/

/**
 * The number of cores of a VM size, derived from its name. This is wrong for the oldest families (a `Standard_D3_v2` has
 * four cores).
 *
 * @throws BatchError 400 if the name is not a VM size
 */
export function coresOf(vmSize: string): number {
  const name = vmSize.toLowerCase()
  const named = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined
  if (named !== undefined) return named
  const [, cores, inUse] = NUMBERED.exec(name) ?? []
  if (cores === undefined) {
    throw invalidProperty('vmSize', vmSize, 'The specified virtual machine size is not supported.')
  }
  return Math.max(1, Number(inUse ?? cores))
}
