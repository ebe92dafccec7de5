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
const actions = actionNames.map((face) => (face === 'run' ? 'action.yml' : `${face}/action.yml`))

/** Ours, wherever the examples say that it lies. */
const getFileContent = async () => ({ name: REUSABLE, content: read(REUSABLE) })

test.each([...actions, ...workflows])('%s is what GitHub accepts', async (file) => {
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
  const told = workflow(file)

  test('grants nothing to all jobs, and to each what it asks for', () => {
    const asking = Object.entries(told.jobs).filter(([, { permissions }]) => permissions)
    // Jobs of a workflow that is called have what the caller grants, unless they ask for less.
    if (isCalled(told)) return expect(asking.map(([name]) => name)).toEqual(['plan', 'merge'])
    expect(told.permissions).toEqual({})
    expect(asking.map(([name]) => name)).toEqual(Object.keys(told.jobs))
  })

  test('has no job that runs for ever', () => {
    for (const { uses, 'timeout-minutes': minutes } of Object.values(told.jobs))
      if (!uses) expect(String(minutes)).toMatch(/^\d+$|^\$\{\{ inputs.timeout-minutes \}\}$/)
  })

  test('says which runs wait for which, unless it is called', () => {
    expect(told.concurrency === undefined).toBe(isCalled(told))
  })

  test('pins every action by its commit and says which version that is', () => {
    const uses = read(file).match(/^\s*(- )?uses:.*$/gm) ?? []
    const pinned = /uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$/
    const own = /uses: (\.\/|\$\/)|uses: OWNER\/batch-ocr\S*@COMMIT # the commit of a release$/
    for (const line of uses) expect(pinned.test(line) || own.test(line) ? '' : line).toBe('')
  })
})
