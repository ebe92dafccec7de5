/** How a text compares with the known one, from 0 to 1: the character error rate and the F1 score of its words. */
export interface Accuracy {
  readonly cer: number
  readonly f1: number
}

/** Compares a text with the known one. Quotes, dashes, ligatures and white space are normalized first. */
export function compare(read: string, known: string): Accuracy {
  return { cer: characterError(read, known), f1: wordAgreement(read, known) }
}

/** The character error rate: the edit distance, divided by the length of the known text. */
export function characterError(read: string, known: string): number {
  const a = normalized(read)
  const b = normalized(known)
  return b.length === 0 ? Number(a.length > 0) : Math.min(1, distance(a, b) / b.length)
}

/** The F1 score of the words, without their order: the harmonic mean of precision and recall. */
export function wordAgreement(read: string, known: string): number {
  const a = words(read)
  const b = words(known)
  if (a.length === 0 || b.length === 0) return Number(a.length === b.length)
  const left = new Map<string, number>()
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of a) {
    const rest = left.get(word) ?? 0
    if (rest > 0) shared++
    left.set(word, rest - 1)
  }
  return (2 * shared) / (a.length + b.length)
}

/** Words in lower case, without punctuation around them. */
const words = (text: string): string[] =>
  normalized(text)
    .toLowerCase()
    .split(' ')
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(Boolean)

const normalized = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‘’‚′]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/[‐‑‒–—―]/g, '-')
    .replace(/ſ/g, 's')
    .replace(/\s+/g, ' ')
    .trim()

function distance(a: string, b: string): number {
  const known = Uint16Array.from(b, (letter) => letter.charCodeAt(0))
  let above = Uint32Array.from({ length: known.length + 1 }, (_, index) => index)
  let row = new Uint32Array(known.length + 1)
  for (let i = 0; i < a.length; i++) {
    const letter = a.charCodeAt(i)
    row[0] = i + 1
    // No globals such as `Math` in this loop: jest looks each of them up slowly.
    for (let j = 1; j <= known.length; j++) {
      const change = (above[j - 1] as number) + (letter === known[j - 1] ? 0 : 1)
      const left = row[j - 1] as number
      const up = above[j] as number
      const gap = (left < up ? left : up) + 1
      row[j] = change < gap ? change : gap
    }
    ;[above, row] = [row, above]
  }
  return above[known.length] as number
}
