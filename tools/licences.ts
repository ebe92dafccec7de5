import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Module {
  readonly nameForCondition?: string
  readonly modules?: readonly Module[]
}

/**
 * Writes the license of every package in the bundles. The bundler's own list misses packages that it concatenates, so
 * the packages are read from its statistics.
 *
 * @param stats the bundler's statistics, one file per bundle
 */
export function licences(stats: readonly string[], out: string): void {
  const folders = new Set<string>()
  const visit = (modules: readonly Module[] = []) => {
    for (const module of modules) {
      const folder = /^.*(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(
        module.nameForCondition ?? ''
      )?.[1]
      if (folder) folders.add(folder)
      visit(module.modules)
    }
  }
  for (const file of stats) visit((JSON.parse(readFileSync(file, 'utf8')) as Module).modules)
  const texts = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8')
    )
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
    const text = file
      ? readFileSync(join(folder, file), 'utf8').trim()
      : 'The package has no license file.'
    return `${name} ${version} (${license})\n\n${text}`
  })
  writeFileSync(out, `${[...new Set(texts)].sort().join(`\n\n${'-'.repeat(72)}\n\n`)}\n`)
}
