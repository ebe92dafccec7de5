import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { stringify } from 'yaml'
import { exitCodes } from '../src/run/exit-codes.ts'
import { type Input, inputKeys, inputs, kebab } from '../src/settings/inputs.ts'
import { outputs } from '../src/settings/outputs.ts'

/**
 * Makes what the declarations say about the product: `action.yml`, and the README's tables between their marks.
 * With `--check` nothing is written; what differs is told, and the exit code is 1.
 */
const made: Readonly<Record<string, string>> = { 'action.yml': actionYml(), 'README.md': readme() }

const stale = Object.entries(made).filter(
  ([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text
)
if (process.argv.includes('--check')) {
  for (const [file] of stale)
    process.stderr.write(`${file} is not what the sources say; run npm run fix.\n`)
  process.exitCode = stale.length === 0 ? 0 : 1
} else {
  for (const [file, text] of stale) writeFileSync(file, text)
}

function actionYml(): string {
  const described = (description: string, rest: object = {}) => ({ description, ...rest })
  const declared = inputKeys.map((key) => {
    const { meaning, fallback, shownDefault }: Input<unknown> = inputs[key]
    const standard = shownDefault === undefined ? '' : ` Default: ${shownDefault}.`
    return [kebab(key), described(meaning + standard, { required: false, default: fallback })]
  })
  const action = {
    name: 'Batch OCR',
    description:
      'Turns a folder of images into text: a partitioned OCR job, its results as artifacts.',
    author: 'Batch OCR',
    branding: { icon: 'file-text', color: 'blue' },
    inputs: Object.fromEntries(declared),
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([name, meaning]) => [name, described(meaning)])
    ),
    runs: { using: 'node24', main: 'dist/index.js', post: 'dist/index.js' }
  }
  return `# Made by tools/contracts.ts from src/settings; change it there.\n${stringify(action, { lineWidth: 0 })}`
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
  const outputRows = Object.entries(outputs).map(([name, meaning]) => [`\`${name}\``, meaning])
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
    'exit-codes': table(['Exit code', 'Meaning'], codeRows)
  }
  return Object.entries(tables).reduce(
    (text, [name, rows]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`),
        (_, open, close) => `${open}${rows}${close}`
      ),
    readFileSync('README.md', 'utf8')
  )
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('')
}
