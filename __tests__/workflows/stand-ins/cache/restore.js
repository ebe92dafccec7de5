import { appendFileSync, cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** As actions/cache/restore does it: the key itself, else the newest whose key begins with one of `restore-keys`. */
const { OCR_TEST_CACHE = '', GITHUB_OUTPUT = '' } = process.env
const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? ''

const saved = readdirSync(OCR_TEST_CACHE)
  .map((entry) => ({
    entry,
    ...JSON.parse(readFileSync(join(OCR_TEST_CACHE, entry, 'about.json'), 'utf8'))
  }))
  .filter(({ path }) => path === input('path'))
  .sort((one, other) => Number(other.entry) - Number(one.entry))
const prefixes = input('restore-keys')
  .split('\n')
  .map((key) => key.trim())
  .filter(Boolean)
const found =
  saved.find(({ key }) => key === input('key')) ??
  prefixes.map((prefix) => saved.find(({ key }) => key.startsWith(prefix))).find(Boolean)

if (found && input('lookup-only') !== 'true')
  cpSync(join(OCR_TEST_CACHE, found.entry, 'content'), input('path'), { recursive: true })
process.stdout.write(found ? `Cache restored from key: ${found.key}\n` : 'Cache not found\n')
appendFileSync(
  GITHUB_OUTPUT,
  `cache-primary-key=${input('key')}\ncache-matched-key=${found?.key ?? ''}\ncache-hit=${found?.key === input('key')}\n`
)
