import { type Input, input } from './input.ts'
import { type InputKey, inputKeys, kebab, readingKeys } from './inputs.ts'
import {
  changedOutputs,
  lookOutputs,
  outputs,
  reportOutputs,
  runOutputs,
  submitOutputs,
  sweepOutputs
} from './outputs.ts'
import { InputProblem, lines, oneOf, type Parser, text, wholeNumber, yesNo } from './parse.ts'
import { age } from './parse-azure.ts'
import { readInput, SettingsError } from './settings.ts'

/** Inputs by which an account is named and entered. */
export const accountInputs: readonly InputKey[] = [
  'batchEndpoint',
  'batchAccount',
  'storageEndpoint'
]
export const identityInputs: readonly InputKey[] = [
  ...(['tenantId', 'clientId'] as const),
  ...(['batchAccountKey', 'storageAccountKey'] as const),
  'batchApiVersion'
]

/** Inputs that say nothing to whoever submits and leaves: nodes bring their own programs, and others deliver. */
const afterwards: readonly InputKey[] = [
  ...(['backend', 'wait', 'install'] as const),
  ...(['artifactName', 'artifactRetentionDays', 'failOn'] as const)
]

/** A token; the default, should a step hand it on as it stands, is none. Never quoted: it is a secret. */
const token: Parser<string> = (given) => {
  if (/^\S+$/.test(given.trim())) return given.trim()
  throw new InputProblem('is no token: it is empty, or there is white space in it.')
}

/** Inputs of a single face or command, by their names in the code. */
export const actionInputs = {
  handle: input({
    fallback: '',
    placeholder: 'handle',
    meaning: "A submission's output `handle`, or the path of its file.",
    parse: text
  }),
  folders: input({
    fallback: '',
    shownDefault: "the shards' artifacts of this workflow run, which the step downloads itself",
    placeholder: 'folders',
    meaning: 'Folders with what shards left, or with such folders in them, one a line.',
    parse: lines
  }),
  olderThan: input({
    fallback: '24h',
    placeholder: 'age',
    meaning:
      'What is younger stays: it may be the work of a run that goes on. `90m`, `12h`, `2d`, or plain hours.',
    parse: age
  }),
  dryRun: input({
    fallback: 'false',
    meaning: 'Only show what would be removed.',
    parse: yesNo
  }),
  to: input({
    fallback: '',
    placeholder: 'where',
    meaning:
      '`issue`: one issue with what failed, updated in place and closed when nothing fails any more (`permissions: issues: write`); `pull-request`: the summary as one comment, updated in place (`permissions: pull-requests: write`).',
    parse: oneOf('issue', 'pull-request')
  }),
  title: input({
    fallback: 'Images that could not be read',
    placeholder: 'title',
    meaning: 'Title of a new issue.',
    parse: text
  }),
  token: input({
    // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's own expression, for action.yml.
    fallback: '${{ github.token }}',
    placeholder: 'token',
    secret: true,
    meaning: 'By which GitHub is asked.',
    parse: token
  }),
  keepAs: input({
    fallback: '',
    shownDefault: 'they are not kept',
    placeholder: 'name',
    meaning:
      'Keeps the results for the next run in the cache, under the name that the action `look` gave as its output `key`.',
    parse: text
  }),
  skipUnchanged: input({
    fallback: 'true',
    meaning:
      'Look whether an earlier run has read just these images, and say in log and summary where it has; `false`: only name them.',
    parse: yesNo
  }),
  /** Of the command `sample` alone, which is no action. */
  tasks: input({
    fallback: '10',
    placeholder: 'number',
    meaning: 'Tasks of the sample.',
    parse: wholeNumber(1, 10_000)
  })
} as const

/** The name in the code of an input of a single face. */
export type ActionInputKey = keyof typeof actionInputs

/** The keys of all inputs of a single face or command. */
export const actionInputKeys = Object.keys(actionInputs) as ActionInputKey[]

/** The texts of a face's own inputs; an absent or blank one means the default. */
export type ActionInputTexts = { readonly [K in ActionInputKey]?: string }

/** Whether a face's input has to be given. */
export const isRequired = (key: ActionInputKey): boolean => {
  const { fallback, shownDefault }: Input<unknown> = actionInputs[key]
  return fallback === '' && shownDefault === undefined
}

/**
 * Reads a face's own input.
 *
 * @throws SettingsError where it is wrong, or missing
 */
export function readActionInput<K extends ActionInputKey>(
  key: K,
  texts: ActionInputTexts
): ReturnType<(typeof actionInputs)[K]['parse']> {
  const { fallback, meaning, parse }: Input<unknown> = actionInputs[key]
  const given = texts[key]?.trim() || fallback
  if (given === '' && isRequired(key))
    throw new SettingsError([`Input \`${kebab(key)}\` is missing. ${meaning}`])
  return readInput(kebab(key), { parse }, given) as ReturnType<(typeof actionInputs)[K]['parse']>
}

/** One of the product's actions: an action with an `action.yml` of its own, and a command. */
export interface ActionDeclaration {
  /** What GitHub shows. */
  readonly title: string
  readonly description: string
  /** It makes sense on Azure Batch alone, so nobody has to say `backend`. */
  readonly azure: boolean
  /** The declared inputs that mean something here. */
  readonly inputs: readonly InputKey[]
  readonly own: readonly ActionInputKey[]
  /** Name and meaning. */
  readonly outputs: Readonly<Record<string, string>>
}

const face = <F extends ActionDeclaration>(declaration: F): F => declaration

/** The actions of the product. `run` stands at the top of the repository, every other one in a folder of its name. */
export const actions = {
  run: face({
    title: 'Batch OCR',
    description:
      'Turns a folder of images into text: a partitioned OCR job, its results as artifacts.',
    azure: false,
    inputs: inputKeys,
    own: [],
    outputs: runOutputs
  }),
  submit: face({
    title: 'Batch OCR: submit',
    description: 'Submits an OCR job to Azure Batch and leaves; collect fetches its results.',
    azure: true,
    inputs: inputKeys.filter((key) => !afterwards.includes(key)),
    own: [],
    outputs: submitOutputs
  }),
  collect: face({
    title: 'Batch OCR: collect',
    description: 'Waits for a submitted OCR job and delivers its results as artifacts.',
    azure: true,
    // The handle names the accounts, and the job knows what it was asked for.
    inputs: ['results', 'artifactName', 'artifactRetentionDays', 'failOn', ...identityInputs],
    own: ['handle'],
    outputs
  }),
  sweep: face({
    title: 'Batch OCR: sweep',
    description: 'Removes the jobs, pools and containers that lost OCR runs left on Azure.',
    azure: true,
    inputs: [...accountInputs, ...identityInputs],
    own: ['olderThan', 'dryRun'],
    outputs: sweepOutputs
  }),
  merge: face({
    title: 'Batch OCR: merge',
    description: 'Merges what the shards of an OCR job left, and delivers it as that of one run.',
    azure: false,
    inputs: ['results', 'artifactName', 'artifactRetentionDays', 'failOn'],
    own: ['folders', 'keepAs'],
    outputs
  }),
  look: face({
    title: 'Batch OCR: look',
    description:
      'Looks whether an earlier run has read just these images in this way, by names and contents as git knows them.',
    azure: false,
    inputs: ['images', ...readingKeys, 'results'],
    own: ['skipUnchanged'],
    outputs: lookOutputs
  }),
  report: face({
    title: 'Batch OCR: report',
    description: 'Tells of an OCR job in an issue, or in a comment on a pull request.',
    azure: false,
    inputs: ['results'],
    own: ['to', 'title', 'token'],
    outputs: reportOutputs
  }),
  changed: face({
    title: 'Batch OCR: changed',
    description: 'Finds the images that a pull request adds or changes.',
    azure: false,
    // The results folder is never read, wherever it lies.
    inputs: ['images', 'results'],
    own: ['token'],
    outputs: changedOutputs
  })
} as const

/** The name of a face. */
export type ActionName = keyof typeof actions

/** The actions' names, `run` first. */
export const actionNames = Object.keys(actions) as ActionName[]
