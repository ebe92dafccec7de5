import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validate } from '@actions/languageservice'
import { expect, test } from '@jest/globals'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { parse } from 'yaml'
import { faceNames } from '../src/settings/faces.ts'

const root = join(import.meta.dirname, '..')
const folder = '.github/workflows'
const workflows = readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const actions = faceNames.map((face) => (face === 'run' ? 'action.yml' : `${face}/action.yml`))

test.each([...actions, ...workflows])('%s is what GitHub accepts', async (file) => {
  const document = TextDocument.create(`file:///${file}`, 'yaml', 1, read(file))
  const found = await validate(document)
  expect(found.map(({ range, message }) => `${range.start.line + 1}: ${message}`)).toEqual([])
})

interface Workflow {
  readonly permissions: object
  readonly jobs: Readonly<
    Record<string, { readonly 'timeout-minutes'?: number; readonly permissions?: object }>
  >
}

test.each(workflows)(
  '%s grants no more than each job asks for, and no job runs for ever',
  (file) => {
    const { permissions, jobs } = parse(read(file)) as Workflow
    expect(permissions).toEqual({})
    for (const job of Object.values(jobs)) {
      expect(job.permissions).toBeDefined()
      expect(job['timeout-minutes']).toBeGreaterThan(0)
    }
  }
)

test.each(workflows)(
  '%s pins every action by its commit and says which version that is',
  (file) => {
    for (const line of read(file)
      .split('\n')
      .filter((text) => /^\s*(- )?uses:/.test(text)))
      expect(line).toMatch(/uses: (\.\/|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$)/)
  }
)
