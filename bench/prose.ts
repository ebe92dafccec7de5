/** Generates plausible but meaningless sentences about water from a seed. */

/** A pseudorandom source of numbers and words. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  word(): string
}

const words = (
  'water meter reading valve pump tank pipe well spring filter chlorine litre metre pressure gauge ' +
  'household village station district service supply leak repair notice account payment quarter ' +
  'morning evening measured counted opened closed replaced reported cleaned checked before after ' +
  'between every second third clear cold brown safe slow steady empty full new old small large the ' +
  'of and with from under over into without because while which until again nearly always seldom'
).split(' ')

/** A pseudorandom source with a seed: mulberry32, small and good enough to choose words. */
export function randomFrom(seed: number): Random {
  let state = seed * 0x9e3779b9
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return { between, word: () => words[between(0, words.length - 1)] ?? 'water' }
}

/** Generates the given number of sentences of 8 to 16 words, some with a number. */
export function prose(random: Random, sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(random)).join(' ')
}

function sentence(random: Random): string {
  const body = Array.from({ length: random.between(8, 16) }, () => random.word())
  if (random.between(1, 3) === 1) body.splice(3, 0, String(random.between(2, 9999)))
  const text = body.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
