import { type Input, input } from './input.ts'
import { type InputKey, inputKeys, kebab, readingKeys } from './inputs.ts'
import {
  changedOutputs,
  checkUnchangedOutputs,
  outputs,
  reportOutputs,
  runOutputs,
  submitOutputs,
  sweepOutputs
} from './outputs.ts'
import { InputProblem, lines, oneOf, type Parser, text, wholeNumber, yesNo } from './parse.ts'
import { age } from './parse-azure.ts'
import { readInput } from './read.ts'
import { SettingsError } from './settings.ts'

/** Inputs that name the accounts. */
export const accountInputs: readonly InputKey[] = [
  'batchEndpoint',
  'batchAccount',
  'storageEndpoint'
]

/** Inputs that authenticate requests to the accounts, and the API version of these requests. */
export const identityInputs: readonly InputKey[] = [
  ...(['tenantId', 'clientId'] as const),
  ...(['batchAccountKey', 'storageAccountKey'] as const),
  'batchApiVersion'
]

/** Inputs without effect on a submission: nodes install their own programs, and `collect` delivers the results. */
const notForSubmission: readonly InputKey[] = [
  ...(['backend', 'wait', 'install'] as const),
  ...(['artifactName', 'artifactRetentionDays', 'failOn'] as const)
]

/** A token: a secret, so it is not repeated in messages. An expression that was not evaluated is not a token. */
const token: Parser<string> = (given) => {
  if (/^\S+$/.test(given.trim())) return given.trim()
  throw new InputProblem('is not a token: it contains white space.')
}

/** Inputs that belong to a single action or command, by their names in the code. */
export const actionInputs = {
  handle: input({
    fallback: '',
    placeholder: 'handle',
    meaning: 'Output `handle` of a submission, or the path of its handle file.',
    parse: text
  }),
  folders: input({
    fallback: '',
    shownDefault: 'the artifacts of the shards of this workflow run, which the action downloads',
    placeholder: 'folders',
    meaning: 'Results folders of shards, or folders that contain them, one per line.',
    parse: lines
  }),
  olderThan: input({
    fallback: '24h',
    placeholder: 'age',
    meaning:
      'Minimum age of resources to remove: `90m`, `12h`, `2d`, or a number of hours. Newer resources are kept, because a run may still use them.',
    parse: age
  }),
  dryRun: input({
    fallback: 'false',
    meaning: 'List the resources without removing them.',
    parse: yesNo
  }),
  to: input({
    fallback: '',
    placeholder: 'where',
    meaning:
      'Where to report. `issue`: one issue that lists the failed images, updated in place and closed when no images fail (`permissions: issues: write`); `pull-request`: one comment with the summary, updated in place (`permissions: pull-requests: write`).',
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
    meaning: 'Token for the GitHub API.',
    parse: token
  }),
  cacheKey: input({
    fallback: '',
    shownDefault: 'the results are not saved',
    placeholder: 'key',
    meaning:
      'Output `key` of the action `check-unchanged`: the results are saved in the cache under this key, for later runs.',
    parse: text
  }),
  skipUnchanged: input({
    fallback: 'true',
    meaning:
      'Check whether an earlier run has read exactly these images, and link to it in the log and the summary. `false`: only compute the cache key.',
    parse: yesNo
  }),
  /** For the command `sample`, which is not an action. */
  tasks: input({
    fallback: '10',
    placeholder: 'number',
    meaning: 'Number of tasks of the sample.',
    parse: wholeNumber(1, 10_000)
  })
} as const

/** The name in the code of an input that belongs to a single action or command. */
export type ActionInputKey = keyof typeof actionInputs

/** The keys of all inputs that belong to a single action or command. */
export const actionInputKeys = Object.keys(actionInputs) as ActionInputKey[]

/** The texts of an action's own inputs. An absent or blank text means the default. */
export type ActionInputTexts = { readonly [K in ActionInputKey]?: string }

/** Whether an action's own input is required. */
export const isRequired = (key: ActionInputKey): boolean => {
  const { fallback, shownDefault }: Input<unknown> = actionInputs[key]
  return fallback === '' && shownDefault === undefined
}

/**
 * Reads the value of an action's own input.
 *
 * @throws SettingsError if it is invalid or missing
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

/** The declaration of an action, from which its `action.yml` is generated. */
export interface ActionDeclaration {
  /** The name that GitHub shows. */
  readonly title: string
  readonly description: string
  /** The action works with Azure Batch only, so it has no input `backend`. */
  readonly azure: boolean
  /** The general inputs that the action has. */
  readonly inputs: readonly InputKey[]
  /** The inputs that only this action has. */
  readonly own: readonly ActionInputKey[]
  /** Descriptions by name. */
  readonly outputs: Readonly<Record<string, string>>
}

const action = <A extends ActionDeclaration>(declaration: A): A => declaration

/** The actions of the product. `run` is at the top of the repository, each of the others in a folder of its name. */
export const actions = {
  run: action({
    title: 'Batch OCR',
    description:
      'Turns a folder of images into text with a partitioned OCR job, and uploads the results as artifacts.',
    azure: false,
    inputs: inputKeys,
    own: [],
    outputs: runOutputs
  }),
  submit: action({
    title: 'Batch OCR: submit',
    description:
      'Submits an OCR job to Azure Batch and returns. The action collect fetches the results.',
    azure: true,
    inputs: inputKeys.filter((key) => !notForSubmission.includes(key)),
    own: [],
    outputs: submitOutputs
  }),
  collect: action({
    title: 'Batch OCR: collect',
    description: 'Waits for a submitted OCR job and uploads its results as artifacts.',
    azure: true,
    // The handle names the accounts, and the job has its own settings.
    inputs: ['results', 'artifactName', 'artifactRetentionDays', 'failOn', ...identityInputs],
    own: ['handle'],
    outputs
  }),
  sweep: action({
    title: 'Batch OCR: sweep',
    description: 'Removes jobs, pools and containers that interrupted OCR runs left on Azure.',
    azure: true,
    inputs: [...accountInputs, ...identityInputs],
    own: ['olderThan', 'dryRun'],
    outputs: sweepOutputs
  }),
  merge: action({
    title: 'Batch OCR: merge',
    description:
      'Merges the results of the shards of an OCR job and delivers them as those of a single run.',
    azure: false,
    inputs: ['results', 'artifactName', 'artifactRetentionDays', 'failOn'],
    own: ['folders', 'cacheKey'],
    outputs
  }),
  'check-unchanged': action({
    title: 'Batch OCR: check unchanged',
    description:
      'Checks whether an earlier run has read exactly these images with the same settings, by the names and digests that Git has recorded.',
    azure: false,
    inputs: ['images', ...readingKeys, 'results'],
    own: ['skipUnchanged'],
    outputs: checkUnchangedOutputs
  }),
  report: action({
    title: 'Batch OCR: report',
    description: 'Reports an OCR job in an issue, or in a comment on a pull request.',
    azure: false,
    inputs: ['results'],
    own: ['to', 'title', 'token'],
    outputs: reportOutputs
  }),
  changed: action({
    title: 'Batch OCR: changed',
    description: 'Lists the images that a pull request adds or changes.',
    azure: false,
    // Images in the results folder are never selected.
    inputs: ['images', 'results'],
    own: ['token'],
    outputs: changedOutputs
  })
} as const

/** The name of an action. */
export type ActionName = keyof typeof actions

/** The names of the actions, `run` first. */
export const actionNames = Object.keys(actions) as ActionName[]
