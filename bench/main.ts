/** Compares our command with the usual ways to read a folder: `npm run bench -- --help`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { draw, plainPng } from '../samples/drawing.ts'
import type { Taken } from './clock.ts'
import { corpusNames, makeCorpus } from './corpus.ts'
import { ours } from './ours.ts'
import {
  engines,
  feed,
  loop,
  loopWithThreads,
  parallel,
  type Rival,
  warm,
  xargs
} from './rivals.ts'
import { newFolder, reference, timesOf } from './rounds.ts'
import { type Comparison, compared, median, tableOf } from './table.ts'

const usage = `npm run bench -- [--rounds 3] [--slots CORES] [--quick] [--json FILE]
                 [--corpus lines|forms|pages]... [--with-default-threads]
`

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    slots: { type: 'string', default: String(availableParallelism()) },
    corpus: { type: 'string', multiple: true, default: [...corpusNames] },
    quick: { type: 'boolean', default: false },
    'with-default-threads': { type: 'boolean', default: false },
    json: { type: 'string' },
    help: { type: 'boolean', default: false }
  }
})

const [rounds, slots] = [atLeastOne('rounds', options.rounds), atLeastOne('slots', options.slots)]

async function bench(root: string): Promise<void> {
  say(`${slots} slots, ${rounds} rounds, ${cpus()[0]?.model}, load ${load()}\n`)
  if ((loadavg()[0] ?? 0) > 0.5) {
    say('This machine is busy with other work: CPU seconds are more reliable than wall time.\n')
  }
  const rivals = present(rivalsHere(await modelLoading(root)))
  const found: Record<string, { images: number; rivals: Comparison[] }> = {}
  for (const name of corpusNames.filter((name) => options.corpus.includes(name))) {
    const corpus = makeCorpus(name, root, options.quick)
    const rows = compared(await timesOf(rivals, corpus, rounds, root))
    say(
      `\n${name}, ${corpus.images.length} images, load ${load()}\n${tableOf(rows)}  ${verdict(rows)}\n`
    )
    if (rows.some(({ differing }) => differing.length > 0)) process.exitCode = 1
    found[name] = { images: corpus.images.length, rivals: rows }
  }
  if (options.json) {
    const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version }
    writeFileSync(options.json, `${JSON.stringify({ machine, slots, rounds, corpora: found })}\n`)
  }
}

function rivalsHere(loading: Taken): Rival[] {
  const all = [
    ours(slots),
    warm(slots, loading),
    engines(slots),
    xargs(slots),
    parallel(slots),
    loop()
  ]
  return options['with-default-threads'] ? [...all, loopWithThreads(options.quick ? 1 : 2)] : all
}

function present(rivals: Rival[]): Rival[] {
  return rivals.filter((rival) => {
    const why = rival.missing()
    if (why) say(`${rival.name} is skipped: ${why}\n`)
    return why === undefined
  })
}

/** Says whether all texts of each rival equal those of the reference, byte for byte, in every round. */
function verdict(rows: Comparison[]): string {
  const others = rows.filter(({ differing }) => differing.length > 0)
  if (others.length === 0)
    return `Every text equals that of ${reference}, byte for byte, in each round.`
  return others
    .map(({ rival, differing }) => `${rival} differs from ${reference}: ${differing.join(' ')}`)
    .join('\n  ')
}

async function modelLoading(root: string): Promise<Taken> {
  const image = 'one-pixel.png'
  draw(['-size', '1x1', 'xc:white', ...plainPng(join(root, image))])
  const taken: Taken[] = []
  for (let i = 0; i < 5; i++) {
    taken.push(await feed(root, [image], newFolder(root), []))
  }
  const wall = median(taken.map((one) => one.wall))
  const cpu = median(taken.map((one) => one.cpu))
  say(`start of an engine and loading of its model: ${wall.toFixed(3)} s\n`)
  return { wall, cpu }
}

function atLeastOne(name: string, value: string): number {
  const number = Number(value)
  if (Number.isInteger(number) && number > 0) return number
  throw new Error(`--${name} must be a whole number of at least 1, not ${value}`)
}

function load(): string {
  return loadavg()[0]?.toFixed(1) ?? 'unknown'
}

function say(text: string): void {
  process.stdout.write(text)
}

if (options.help) {
  say(usage)
} else {
  const root = mkdtempSync(join(tmpdir(), 'bench-'))
  process.once('exit', () => rmSync(root, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130))
  await bench(root)
}
