import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { select } from '../../src/images/select.ts'
import { temporaryFolder } from '../support/images.ts'

const top = temporaryFolder('files')
let count = 0

/** A working directory with files; a name that ends in a slash is a folder. */
export function home(...names: readonly string[]): string {
  const folder = join(top, String(++count), 'cwd')
  mkdirSync(folder, { recursive: true })
  for (const name of names) put(join(folder, name))
  return folder
}

/** Makes a file, or a folder if the path ends in a slash. */
export function put(path: string): void {
  mkdirSync(path.endsWith('/') ? path : dirname(path), { recursive: true })
  if (!path.endsWith('/')) writeFileSync(path, 'content')
}

/** The paths of the files that patterns select. */
export const selected = (cwd: string, ...patterns: string[]): string[] =>
  select(patterns, cwd, join(cwd, 'ocr-results')).files.map(({ path }) => path)
