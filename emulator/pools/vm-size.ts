import { invalidProperty } from '../protocol/body.ts'

/** Sizes of the old cloud services, which have words for names. */
const WORDS: Readonly<Record<string, number>> = {
  extrasmall: 1,
  small: 1,
  medium: 2,
  large: 4,
  extralarge: 8
}

/** `Standard_D4s_v5`: four cores; `Standard_E8-2s_v5`: eight, of which two are in use. */
const NUMBERED = /^(?:standard|basic)_[a-z]+(\d+)(?:-(\d+))?[a-z]*(?:_[a-z0-9_]+)?$/

/**
 * How many cores a size of virtual machines has, by its name. The oldest families count otherwise (a `Standard_D3_v2`
 * has four); their names are taken at their word here.
 *
 * @throws BatchError 400 where the name is no size
 */
export function coresOf(vmSize: string): number {
  const name = vmSize.toLowerCase()
  const word = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined
  if (word !== undefined) return word
  const [, cores, inUse] = NUMBERED.exec(name) ?? []
  if (cores === undefined) {
    throw invalidProperty('vmSize', vmSize, 'The specified virtual machine size is not supported.')
  }
  return Math.max(1, Number(inUse ?? cores))
}
