/** Our own command, as one of the rivals. */
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { timed } from './clock.ts'
import type { Rival } from './rivals.ts'
import { textsUnder } from './texts.ts'

const command = join(import.meta.dirname, '..', 'dist', 'cli', 'index.js')

/** The built command line without second look and reuse, so that it does the same work as the others. */
export function ours(slots: number): Rival {
  return {
    name: 'ours',
    missing: () => (existsSync(command) ? undefined : 'dist/cli/index.js is not built'),
    async read(corpus, work) {
      const results = join(work, 'results')
      const mode = corpus.segmentation
      const args = [
        ...[command, 'run', basename(corpus.folder), '--no-second-look', '--no-reuse'],
        ...['--results', results, '--slots', String(slots)],
        ...(mode === undefined ? [] : ['--page-segmentation-mode', mode])
      ]
      const cwd = dirname(corpus.folder)
      const taken = await timed({ file: process.execPath, args, env: {}, cwd })
      return { taken, asked: corpus.images, texts: textsUnder(join(results, 'text')) }
    }
  }
}
