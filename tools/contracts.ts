import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { stringify } from 'yaml'
import { exitCodes } from '../src/lib/exit-codes.ts'
import {
  type ActionDeclaration,
  type ActionName,
  actionInputs,
  actionNames,
  actions,
  isRequired
} from '../src/settings/actions.ts'
import type { Input } from '../src/settings/input.ts'
import { inputKeys, inputs, kebab } from '../src/settings/inputs.ts'
import { runOutputs } from '../src/settings/outputs.ts'
import { OCR_WORKFLOW, ocrWorkflow } from './ocr-workflow.ts'

/**
 * Makes what the declarations say about the product: the `action.yml` of each face, and, between their marks, the
 * inputs and outputs of the reusable workflow and the README's tables. With `--check` nothing is written; what differs
 * is told, and the exit code is 1.
 */
const made: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    actionNames.map((face) => [
      face === 'run' ? 'action.yml' : `${face}/action.yml`,
      actionYml(face)
    ])
  ),
  [OCR_WORKFLOW]: ocrWorkflow(),
  'README.md': readme()
}

const stale = Object.entries(made).filter(
  ([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text
)
if (process.argv.includes('--check')) {
  for (const [file] of stale)
    process.stderr.write(`${file} is not what the sources say; run npm run fix.\n`)
  process.exitCode = stale.length === 0 ? 0 : 1
} else {
  for (const [file, text] of stale) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

function actionYml(face: ActionName): string {
  const { title, description, inputs: keys, own, outputs: given }: ActionDeclaration = actions[face]
  const bundle = face === 'run' ? 'dist/index.js' : '../dist/index.js'
  const action = {
    name: title,
    description,
    author: 'Batch OCR',
    branding: { icon: 'file-text', color: 'blue' },
    inputs: Object.fromEntries([
      ...own.map((key) => declared(key, actionInputs[key], isRequired(key))),
      ...keys.map((key) => declared(key, inputs[key], false)),
      ...(face === 'run' ? [] : [commandInput(face)])
    ]),
    outputs: Object.fromEntries(
      Object.entries(given).map(([name, meaning]) => [name, { description: meaning }])
    ),
    runs: { using: 'node24', main: bundle, post: bundle }
  }
  return `# Made by tools/contracts.ts from src/settings; change it there.\n${stringify(action, { lineWidth: 0, schema: 'yaml-1.1' })}`
}

function declared(
  key: string,
  { meaning, fallback, shownDefault }: Input<unknown>,
  required: boolean
) {
  const standard = shownDefault === undefined ? '' : ` Default: ${shownDefault}.`
  const rest = required ? { required } : { required, default: fallback }
  return [kebab(key), { description: meaning + standard, ...rest }] as const
}

/** All actions are one program; this tells it which one it is. */
function commandInput(face: ActionName) {
  const description = 'Names this face; leave it as it is.'
  return ['command', { description, required: false, default: face }] as const
}

function readme(): string {
  const inputRows = inputKeys.map((key) => {
    const { meaning, fallback, shownDefault }: Input<unknown> = inputs[key]
    return [
      `\`${kebab(key)}\``,
      shownDefault ?? (fallback === '' ? '' : `\`${fallback}\``),
      meaning
    ]
  })
  const outputRows = Object.entries(runOutputs).map(([name, meaning]) => [`\`${name}\``, meaning])
  const codes: Readonly<Record<keyof typeof exitCodes, string>> = {
    done: 'done',
    imagesFailed: 'images failed, by `fail-on`',
    badInput: 'bad usage or input; nothing started',
    runFailed: 'the run failed',
    cancelled: 'cancelled'
  }
  const codeRows = Object.entries(exitCodes).map(([name, code]) => [
    String(code),
    codes[name as keyof typeof exitCodes]
  ])
  const tables = {
    inputs: table(['Input', 'Default', 'Meaning'], inputRows),
    outputs: table(['Output', 'Meaning'], outputRows),
    actions: table(['ActionName', 'What it does', 'Inputs', 'Outputs'], actionNames.map(faceRow)),
    'exit-codes': table(['Exit code', 'Meaning'], codeRows)
  }
  return Object.entries(tables).reduce(withTable, readFileSync('README.md', 'utf8'))
}

function withTable(page: string, [name, rows]: readonly [string, string]): string {
  const marks = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`)
  if (!marks.test(page)) throw new Error(`README.md has no marks for the table ${name}.`)
  return page.replace(marks, (_, open, close) => `${open}${rows}${close}`)
}

function faceRow(face: ActionName): string[] {
  const { description, inputs: keys, own, outputs: given }: ActionDeclaration = actions[face]
  const special = own.map((key) => {
    const { fallback, shownDefault }: Input<unknown> = actionInputs[key]
    const standard = shownDefault ?? `\`${fallback}\``
    return `\`${kebab(key)}\`${isRequired(key) ? '' : ` (${standard})`}`
  })
  return [
    face === 'run' ? 'the action itself' : `\`${face}\``,
    description,
    [...special, among(inputKeys.map(kebab), keys.map(kebab))].join(', '),
    among(Object.keys(runOutputs), Object.keys(given))
  ]
}

/** Some of all names, as a cell of a table says it in the fewest words. */
function among(all: readonly string[], some: readonly string[]): string {
  const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ')
  const absent = all.filter((name) => !some.includes(name))
  if (absent.length === 0) return 'all'
  return absent.length < some.length ? `all but ${code(absent)}` : code(some)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('')
}
