import {
  type ActionInputKey,
  accountInputs,
  actions,
  identityInputs
} from '../../settings/actions.ts'
import { type InputKey, inputKeys } from '../../settings/inputs.ts'
import type { CommandContext } from '../main.ts'
import { cancelCommand } from './cancel.ts'
import { collectCommand } from './collect.ts'
import { doctorCommand } from './doctor.ts'
import { mergeCommand } from './merge.ts'
import { planCommand } from './plan.ts'
import { poolCreateCommand } from './pool.ts'
import { runCommand } from './run.ts'
import { sampleCommand } from './sample.ts'
import { submitCommand } from './submit.ts'
import { sweepCommand } from './sweep.ts'

/** A command of the command line. */
export interface CommandDeclaration {
  /** One word, or two of which the first is shared with others. */
  readonly name: string
  readonly summary: string
  /** What stands behind the name: images, one thing or several, or nothing. */
  readonly takes:
    | 'images'
    | { readonly name: string; readonly meaning: string; readonly several?: true }
    | null
  readonly inputs: readonly InputKey[]
  readonly own: readonly ActionInputKey[]
  /** It makes sense on Azure Batch alone, so nobody has to say `--backend`. */
  readonly azure: boolean
  /** It asks for accounts itself, and only where it needs them. */
  readonly accountsLater?: true
  /** Does it, and gives the exit code. */
  readonly body: (context: CommandContext) => Promise<number>
}

const HANDLE = { name: 'handle', meaning: 'what submit printed, or the path of its file' }

/** Of a pool that we make: its size, its machines and what is installed there. */
const poolInputs: readonly InputKey[] = [
  ...(['vmSize', 'vmImage', 'nodes', 'spotNodes'] as const),
  ...(['slots', 'languages'] as const)
]

/** Every command, in the order of the help. */
export const commands: readonly CommandDeclaration[] = [
  {
    name: 'run',
    summary: 'Read the images and write the results folder.',
    takes: 'images',
    inputs: inputKeys,
    own: [],
    azure: false,
    body: runCommand
  },
  {
    name: 'plan',
    summary: 'Show how the images would be divided, and read none.',
    takes: 'images',
    inputs: inputKeys,
    own: [],
    azure: false,
    accountsLater: true,
    body: planCommand
  },
  {
    name: 'doctor',
    summary: 'Say what is ready and what is missing, here or on Azure.',
    takes: 'images',
    inputs: inputKeys,
    own: [],
    azure: false,
    body: doctorCommand
  },
  {
    name: 'submit',
    summary: 'Submit the images to Azure Batch and leave.',
    takes: 'images',
    inputs: actions.submit.inputs,
    own: [],
    azure: true,
    body: submitCommand
  },
  {
    name: 'collect',
    summary: 'Wait for a submitted run and write its results folder.',
    takes: HANDLE,
    inputs: actions.collect.inputs,
    own: [],
    azure: true,
    body: collectCommand
  },
  {
    name: 'cancel',
    summary: 'End a submitted run and remove what it has on Azure.',
    takes: HANDLE,
    inputs: identityInputs,
    own: [],
    azure: true,
    body: cancelCommand
  },
  {
    name: 'sweep',
    summary: 'Remove what lost runs left on Azure.',
    takes: null,
    inputs: actions.sweep.inputs,
    own: actions.sweep.own,
    azure: true,
    body: sweepCommand
  },
  {
    name: 'merge',
    summary: 'Make one results folder of those that the shards of a run left.',
    takes: {
      name: 'folders',
      meaning: 'results folders, or folders that hold some',
      several: true
    },
    inputs: ['results', 'failOn'],
    own: [],
    azure: false,
    body: mergeCommand
  },
  {
    name: 'pool create',
    summary: 'Make a pool that stays and sizes itself, for runs that name it.',
    takes: { name: 'id', meaning: "the pool's id" },
    inputs: [...accountInputs, ...identityInputs, ...poolInputs],
    own: [],
    azure: true,
    body: poolCreateCommand
  },
  {
    name: 'sample',
    summary: "Run Microsoft's sample parallel task: numbered tasks, shared among nodes.",
    takes: null,
    inputs: [
      ...(['backend', 'pool'] as const),
      ...[...accountInputs, ...identityInputs, ...poolInputs],
      ...(['taskRetries', 'taskTimeout', 'jobTimeout'] as const)
    ],
    own: ['tasks'],
    azure: false,
    body: sampleCommand
  }
]
