import { readFileSync } from 'node:fs'
import { stringify } from 'yaml'
import { actions } from '../src/settings/actions.ts'
import type { Input } from '../src/settings/input.ts'
import { type InputKey, inputKeys, inputs, kebab } from '../src/settings/inputs.ts'
import { outputs, runOutputs } from '../src/settings/outputs.ts'

/** Path of the reusable workflow. */
export const OCR_WORKFLOW = '.github/workflows/ocr.yml'

/** Set by the matrix, from `shards`. */
const byMatrix: readonly InputKey[] = ['shard']

/** Paths on a runner that no longer exists when the caller reads the outputs. */
const localPaths: readonly string[] = ['results', 'handle-file']

const declared = (key: InputKey): Input<unknown> => inputs[key]
const passedOn = inputKeys.filter((key) => !byMatrix.includes(key))
const isSecret = (key: InputKey) => declared(key).secret === true

/**
 * The reusable workflow, with inputs, secrets and outputs generated from the declarations between the marks `# name` and
 * `# /name`. The rest is written by hand.
 *
 * @throws Error if a mark is missing
 */
export function ocrWorkflow(): string {
  return Object.entries(regions()).reduce(withRegion, readFileSync(OCR_WORKFLOW, 'utf8'))
}

function regions(): Readonly<Record<string, object>> {
  const given = Object.keys(runOutputs).filter((name) => !localPaths.includes(name))
  return {
    inputs: object(passedOn.filter((key) => !isSecret(key)).map(inputOf)),
    secrets: object(passedOn.filter(isSecret).map(secretOf)),
    outputs: object(given.map(outputOf)),
    'outputs of the step': object(given.map(stepOutput)),
    'outputs of the merge': object(given.filter((name) => name in outputs).map(stepOutput)),
    'inputs of the check': object(actions['check-unchanged'].inputs.map(passed)),
    'inputs of the step': object(inputKeys.map(ofStep))
  }
}

/** `fail-on` applies to the merge of all shards, not to a single shard. */
function ofStep(key: InputKey): Entry {
  if (key === 'shard') return ['shard', expression('matrix.shard')]
  if (key === 'failOn')
    return ['fail-on', expression("inputs.shards == '1' && inputs.fail-on || 'never'")]
  return passed(key)
}

type Entry = readonly [name: string, value: unknown]

const object = (entries: readonly Entry[]): object => Object.fromEntries(entries)
const expression = (text: string) => `\${{ ${text} }}`

/** Boolean inputs are boolean here too. All others are strings, as in actions, and an empty string means the default. */
function inputOf(key: InputKey): Entry {
  const { fallback, placeholder } = declared(key)
  const isBoolean = placeholder === undefined && fallback !== ''
  const standard = isBoolean ? fallback === 'true' : fallback
  const description = meaningOf(key)
  return [
    kebab(key),
    { description, type: isBoolean ? 'boolean' : 'string', required: false, default: standard }
  ]
}

const secretOf = (key: InputKey): Entry => [
  kebab(key),
  { description: meaningOf(key), required: false }
]

const outputOf = (name: string): Entry => {
  const ofMerge = name in outputs ? `jobs.merge.outputs.${name} || ` : ''
  const description = runOutputs[name as keyof typeof runOutputs]
  return [name, { description, value: expression(`${ofMerge}jobs.read.outputs.${name}`) }]
}

const stepOutput = (name: string): Entry => [name, expression(`steps.ocr.outputs.${name}`)]

const passed = (key: InputKey): Entry => [
  kebab(key),
  expression(`${isSecret(key) ? 'secrets' : 'inputs'}.${kebab(key)}`)
]

function meaningOf(key: InputKey): string {
  const { meaning, shownDefault } = declared(key)
  return meaning + (shownDefault === undefined ? '' : ` Default: ${shownDefault}.`)
}

function withRegion(workflow: string, [name, values]: readonly [string, object]): string {
  const marks = new RegExp(`^( *)# ${name}\n[\\s\\S]*?^ *# /${name}$`, 'gm')
  if (!marks.test(workflow)) throw new Error(`${OCR_WORKFLOW} has no marks for ${name}.`)
  return workflow.replace(marks, (_, indent: string) => {
    const lines = stringify(values, { lineWidth: 0, schema: 'yaml-1.1' }).trimEnd().split('\n')
    const own = lines.map((line) => indent + line).join('\n')
    return `${indent}# ${name}\n${own}\n${indent}# /${name}`
  })
}
