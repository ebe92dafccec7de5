import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { licences } from './licences.ts'

/** The entry points, and the folder of each bundle below `dist`. `action.yml` expects the action's bundle at the top. */
const entryPoints = { action: '.', cli: 'cli', node: 'node' } as const

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
for (const [entryPoint, folder] of Object.entries(entryPoints)) {
  const bundle = join('build', 'bundles', entryPoint)
  const statsFile = join('build', `${entryPoint}.stats.json`)
  run(process.execPath, [
    ncc,
    'build',
    join('build', `${entryPoint}.js`),
    '-o',
    bundle,
    '--stats-out',
    statsFile
  ])
  mkdirSync(join('dist', folder), { recursive: true })
  // A script that a library uses to open browsers, which this product never does.
  for (const file of readdirSync(bundle).filter((name) => name !== 'xdg-open'))
    cpSync(join(bundle, file), join('dist', folder, file), { recursive: true })
  stats.push(statsFile)
}
licences(stats, join('dist', 'licenses.txt'))
