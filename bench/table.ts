/** The results of the benchmark, as numbers and as a table. */

/** The times of one rival on one corpus, one for each round. */
export interface Times {
  rival: string
  seconds: number[]
  /** Of all cores together: more stable than wall time on a busy machine. */
  cpuSeconds: number[]
  /** The number of texts in a round. */
  texts: number
  /** The images whose text differed from the reference's in any round. */
  differing: string[]
}

/** The times of one rival, compared with ours and with the bound. */
export interface Comparison extends Times {
  median: number
  cpuMedian: number
  min: number
  max: number
  /** This rival's time divided by ours: above 1, ours is faster. */
  toOurs?: Ratio
  /** This rival's time divided by the warm engine's: 1 is the bound. */
  toBound?: Ratio
}

/** A ratio of medians, with the smallest and largest ratio of a round. */
export interface Ratio {
  ratio: number
  min: number
  max: number
}

/** Compares each rival with ours and with the bound, if they ran. */
export function compared(times: Times[]): Comparison[] {
  const ours = times.find(({ rival }) => rival === 'ours')
  const bound = times.find(({ rival }) => rival === 'warm')
  return times.map((one) => ({
    ...one,
    cpuMedian: median(one.cpuSeconds),
    ...{
      median: median(one.seconds),
      min: Math.min(...one.seconds),
      max: Math.max(...one.seconds)
    },
    ...(ours && { toOurs: ratio(one.seconds, ours.seconds) }),
    ...(bound && { toBound: ratio(one.seconds, bound.seconds) })
  }))
}

/** The comparisons as a text table with aligned columns. */
export function tableOf(rows: Comparison[]): string {
  const cells = [
    ['rival', 'seconds', 'min-max', 'CPU s', 'rival / ours', 'rival / bound', 'texts'],
    ...rows.map(cellsOf)
  ]
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((c) => c[column]?.length ?? 0)))
  return cells
    .map((row) => row.map((cell, i) => cell.padEnd(widths?.[i] ?? 0)).join('  '))
    .map((line) => `  ${line.trimEnd()}\n`)
    .join('')
}

/** The median of some numbers. */
export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = sorted.length / 2
  return (
    ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2
  )
}

function ratio(some: number[], others: number[]): Ratio {
  const rounds = some.map((taken, round) => taken / (others[round] ?? Number.NaN))
  const ratio = median(some) / median(others)
  return { ratio, min: Math.min(...rounds), max: Math.max(...rounds) }
}

function cellsOf(row: Comparison): string[] {
  const spread = `${row.min.toFixed(2)}-${row.max.toFixed(2)}`
  return [
    row.rival,
    row.median.toFixed(2),
    spread,
    row.cpuMedian.toFixed(2),
    shown(row.toOurs),
    shown(row.toBound),
    `${row.texts}`
  ]
}

function shown(ratio: Ratio | undefined): string {
  if (ratio === undefined) return '-'
  return `${ratio.ratio.toFixed(2)} (${ratio.min.toFixed(2)}-${ratio.max.toFixed(2)})`
}
