import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** As actions/cache/save does it: the path under its key. Entries are counted, so the newest is known. */
const { OCR_TEST_CACHE = '' } = process.env
const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? ''

const entry = join(OCR_TEST_CACHE, String(readdirSync(OCR_TEST_CACHE).length + 1))
mkdirSync(entry)
cpSync(input('path'), join(entry, 'content'), { recursive: true })
writeFileSync(join(entry, 'about.json'), JSON.stringify({ key: input('key'), path: input('path') }))
process.stdout.write(`Cache saved with key: ${input('key')}\n`)
