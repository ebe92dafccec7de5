import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { licences } from './licences.ts'

/** The three doors: where each one's bundle goes, below `dist`. The action's stands at the top, as `action.yml` names it. */
const doors = { action: '.', cli: 'cli', node: 'node' } as const

const ncc = join(
  createRequire(import.meta.url).resolve('@vercel/ncc/package.json'),
  '../dist/ncc/cli.js'
)
const run = (command: string, args: readonly string[]) =>
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })

rmSync('build', { recursive: true, force: true })
rmSync('dist', { recursive: true, force: true })
run(join('node_modules', '.bin', 'tsc'), ['-p', 'tsconfig.build.json'])
const stats: string[] = []
for (const [door, place] of Object.entries(doors)) {
  const made = join('build', 'bundles', door)
  const told = join('build', `${door}.stats.json`)
  run(process.execPath, [
    ncc,
    'build',
    join('build', `${door}.js`),
    '-o',
    made,
    '--stats-out',
    told
  ])
  mkdirSync(join('dist', place), { recursive: true })
  // A script of a library that opens browsers: we never do.
  for (const file of readdirSync(made).filter((name) => name !== 'xdg-open'))
    cpSync(join(made, file), join('dist', place, file), { recursive: true })
  stats.push(told)
}
licences(stats, join('dist', 'licenses.txt'))
