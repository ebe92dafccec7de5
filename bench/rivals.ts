/** The other ways to read a folder of images that our command is compared with. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, type Taken, timed } from './clock.ts'
import type { Corpus } from './corpus.ts'
import { textsOfFeed, textsUnder } from './texts.ts'

/** The result of reading a corpus once. */
export interface Reading {
  taken: Taken
  /** The images to read: the whole corpus, or the sample that the times are scaled up from. */
  asked: string[]
  /** The text of each image by name, decoded as latin1 to keep its bytes. */
  texts: Map<string, string>
}

/** One way to read a corpus. */
export interface Rival {
  name: string
  /** Why this rival cannot run here; undefined if it can. */
  missing(): string | undefined
  /** Reads a corpus, using a new and empty folder for its files. */
  read(corpus: Corpus, work: string): Promise<Reading>
}

const oneThread = { OMP_THREAD_LIMIT: '1' }

/** A bash loop: one process per image, one at a time. */
export function loop(): Rival {
  return perImage('loop', (list, out, options) => bashLoop(list, out, options, oneThread))
}

/** The loop with Tesseract's own threads, timed on an evenly spread sample of images and scaled up. */
export function loopWithThreads(sample: number): Rival {
  const all = perImage('loop-default', (list, out, options) => bashLoop(list, out, options, {}))
  return {
    ...all,
    async read(corpus, work) {
      const step = Math.max(1, Math.floor(corpus.images.length / sample))
      const images = corpus.images.filter((_, i) => i % step === 0).slice(0, sample)
      const reading = await all.read({ ...corpus, images }, work)
      return { ...reading, taken: times(reading.taken, corpus.images.length / images.length) }
    }
  }
}

/** `xargs -P`: one process per image. */
export function xargs(slots: number): Rival {
  return perImage('xargs', (list, out, options) => {
    const each = ['tesseract', '{}', join(out, '{}'), ...options]
    return {
      file: 'xargs',
      args: ['-0', '-a', list, `-P${slots}`, '-I{}', ...each],
      env: oneThread
    }
  })
}

/** GNU parallel: one process per image. */
export function parallel(slots: number): Rival {
  const rival = perImage('parallel', (list, out, options) => {
    const each = ['tesseract', '{}', join(out, '{}'), ...options]
    return { file: 'parallel', args: ['-0', '-a', list, `-j${slots}`, ...each], env: oneThread }
  })
  return {
    ...rival,
    missing: () => (isGnuParallel() ? undefined : 'GNU parallel is not installed')
  }
}

/**
 * The bound: the time that one warm engine takes for all images, without loading its model, divided by the slots. It
 * makes texts and TSV, like our command, which needs TSV for the confidence.
 */
export function warm(slots: number, loading: Taken): Rival {
  return {
    name: 'warm',
    missing: () => undefined,
    async read(corpus, work) {
      const total = await feed(corpus.folder, corpus.images, work, segmentation(corpus))
      const texts = textsOfFeed(join(work, 'all.txt'), corpus.images)
      const taken = { wall: (total.wall - loading.wall) / slots, cpu: total.cpu - loading.cpu }
      return { taken, asked: corpus.images, texts }
    }
  }
}

/**
 * What the machine can do: one warm engine per slot, all at once, each with a fixed share of the images. Engines that run
 * side by side share memory bandwidth and clock speed, so each is slower than the one that gives the bound.
 */
export function engines(slots: number): Rival {
  return {
    name: 'engines',
    missing: () => undefined,
    async read(corpus, work) {
      const shares = Array.from({ length: slots }, (_, slot) =>
        corpus.images.filter((_, i) => i % slots === slot)
      )
      const fed = await Promise.all(
        shares.map(async (images, slot) => {
          const own = join(work, String(slot))
          mkdirSync(own)
          const taken = await feed(corpus.folder, images, own, segmentation(corpus))
          return { taken, texts: textsOfFeed(join(own, 'all.txt'), images) }
        })
      )
      const wall = Math.max(...fed.map(({ taken }) => taken.wall))
      const cpu = fed.reduce((sum, { taken }) => sum + taken.cpu, 0)
      const texts = new Map(fed.flatMap(({ texts }) => [...texts]))
      return { taken: { wall, cpu }, asked: corpus.images, texts }
    }
  }
}

/** Feeds images to one engine and returns the time to read them all. */
export async function feed(
  folder: string,
  images: string[],
  work: string,
  options: string[]
): Promise<Taken> {
  const stream = ['-', join(work, 'all'), '-c', 'stream_filelist=true']
  const args = [...stream, ...options, 'txt', 'tsv']
  const input = images.map((image) => `${image}\n`).join('')
  return timed({ file: 'tesseract', args, env: oneThread, cwd: folder, input })
}

function perImage(
  name: string,
  command: (list: string, out: string, options: string[]) => Command
): Rival {
  return {
    name,
    missing: () => undefined,
    async read(corpus, work) {
      const [list, out] = [join(work, 'list'), join(work, 'texts')]
      mkdirSync(out)
      writeFileSync(list, corpus.images.map((image) => `${image}\0`).join(''))
      const run = command(list, out, segmentation(corpus))
      const taken = await timed({ ...run, cwd: corpus.folder })
      return { taken, asked: corpus.images, texts: textsUnder(out) }
    }
  }
}

function bashLoop(
  list: string,
  out: string,
  options: string[],
  env: Record<string, string>
): Command {
  return { file: 'bash', args: [join(import.meta.dirname, 'loop.sh'), list, out, ...options], env }
}

function times({ wall, cpu }: Taken, factor: number): Taken {
  return { wall: wall * factor, cpu: cpu * factor }
}

function segmentation(corpus: Corpus): string[] {
  return corpus.segmentation === undefined ? [] : ['--psm', corpus.segmentation]
}

function isGnuParallel(): boolean {
  const { stdout } = spawnSync('parallel', ['--version'], { encoding: 'utf8' })
  return stdout?.includes('GNU parallel') ?? false
}
