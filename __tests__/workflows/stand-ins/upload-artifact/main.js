import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** act runs a copy of this file; GitHub's client lies among the repository's packages. */
const { OCR_TEST_ROOT = '' } = process.env
const program = join(OCR_TEST_ROOT, '__tests__/workflows/stand-ins/upload.js')
await import(pathToFileURL(program).href)
