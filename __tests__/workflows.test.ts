import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validate } from '@actions/languageservice'
import { describe, expect, test } from '@jest/globals'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { parse } from 'yaml'
import { actionNames } from '../src/settings/actions.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const inFolder = (folder: string) =>
  readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)

const REUSABLE = '.github/workflows/ocr.yml'
const ours = inFolder('.github/workflows')
const workflows = [...ours, ...inFolder('examples')]
const actions = actionNames.map((name) => (name === 'run' ? 'action.yml' : `${name}/action.yml`))

/** Finds the reusable workflow for the examples, which refer to a published repository. */
const getFileContent = async () => ({ name: REUSABLE, content: read(REUSABLE) })

test.each([...actions, ...workflows])('%s is valid for GitHub', async (file) => {
  const document = TextDocument.create(`file:///${file}`, 'yaml', 1, read(file))
  const found = await validate(document, { fileProvider: { getFileContent } })
  expect(found.map(({ range, message }) => `${range.start.line + 1}: ${message}`)).toEqual([])
})

interface Job {
  readonly uses?: string
  readonly permissions?: object
  readonly 'timeout-minutes'?: number | string
}

interface Workflow {
  readonly on: object
  readonly permissions?: object
  readonly concurrency?: object
  readonly jobs: Readonly<Record<string, Job>>
}

const workflow = (file: string) => parse(read(file)) as Workflow
const isCalled = ({ on }: Workflow) => Object.keys(on).join() === 'workflow_call'

describe.each(workflows)('%s', (file) => {
  const content = workflow(file)

  test('grants permissions to each job separately', () => {
    const granted = Object.entries(content.jobs).filter(([, { permissions }]) => permissions)
    // Jobs of a called workflow have the permissions of the caller, unless they request fewer.
    if (isCalled(content)) return expect(granted.map(([name]) => name)).toEqual(['plan', 'merge'])
    expect(content.permissions).toEqual({})
    expect(granted.map(([name]) => name)).toEqual(Object.keys(content.jobs))
  })

  test('has a timeout for every job', () => {
    for (const { uses, 'timeout-minutes': minutes } of Object.values(content.jobs))
      if (!uses) expect(String(minutes)).toMatch(/^\d+$|^\$\{\{ inputs.timeout-minutes \}\}$/)
  })

  test('has a concurrency group, unless it is called', () => {
    expect(content.concurrency === undefined).toBe(isCalled(content))
  })

  test('pins every action to a commit and names its version', () => {
    const uses = read(file).match(/^\s*(- )?uses:.*$/gm) ?? []
    const pinned = /uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$/
    const own = /uses: (\.\/|\$\/)|uses: OWNER\/batch-ocr\S*@COMMIT # the commit of a release$/
    for (const line of uses) expect(pinned.test(line) || own.test(line) ? '' : line).toBe('')
  })
})
