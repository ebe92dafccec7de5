import {
  type ActionInputKey,
  accountInputs,
  actions,
  identityInputs
} from '../../settings/actions.ts'
import { type InputKey, inputKeys } from '../../settings/inputs.ts'
import type { CommandContext } from '../context.ts'
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
  /** Its arguments: images, one or several of another kind, or none. */
  readonly takes:
    | 'images'
    | { readonly name: string; readonly meaning: string; readonly several?: true }
    | null
  readonly inputs: readonly InputKey[]
  readonly own: readonly ActionInputKey[]
  /** It works on Azure Batch only, so `--backend` is not needed. */
  readonly azure: boolean
  /** Accounts are required only in some cases, which the command checks itself. */
  readonly accountsLater?: true
  /** Runs it and returns the exit code. */
  readonly body: (context: CommandContext) => Promise<number>
}

const HANDLE = {
  name: 'handle',
  meaning: 'the handle that submit printed, or the path of its file'
}

/** Inputs for a new pool: its size, its machines, and what is installed on them. */
const poolInputs: readonly InputKey[] = [
  ...(['vmSize', 'vmImage', 'nodes', 'spotNodes'] as const),
  ...(['slots', 'languages'] as const)
]

/** What a command has in common with the action of the same name. */
const fromAction = (name: 'run' | 'submit' | 'sweep') => {
  const { inputs, own, azure } = actions[name]
  return { inputs, own, azure }
}

/** Every command, in the order of the help. */
export const commands: readonly CommandDeclaration[] = [
  {
    name: 'run',
    summary: 'Read the images and write the results folder.',
    takes: 'images',
    ...fromAction('run'),
    body: runCommand
  },
  {
    name: 'plan',
    summary: 'Show how the images would be divided into tasks, without reading them.',
    takes: 'images',
    inputs: inputKeys,
    own: [],
    azure: false,
    accountsLater: true,
    body: planCommand
  },
  {
    name: 'doctor',
    summary: 'Check what is ready and what is missing, on this machine or on Azure.',
    takes: 'images',
    inputs: inputKeys,
    own: [],
    azure: false,
    body: doctorCommand
  },
  {
    name: 'submit',
    summary: 'Submit the images to Azure Batch, without waiting for the results.',
    takes: 'images',
    ...fromAction('submit'),
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
    summary: 'Cancel a submitted run and remove its resources from Azure.',
    takes: HANDLE,
    inputs: identityInputs,
    own: [],
    azure: true,
    body: cancelCommand
  },
  {
    name: 'sweep',
    summary: 'Remove the resources that lost runs left on Azure.',
    takes: null,
    ...fromAction('sweep'),
    body: sweepCommand
  },
  {
    name: 'merge',
    summary: 'Merge the results folders of the shards of a run into one.',
    takes: {
      name: 'folders',
      meaning: 'results folders, or folders that contain them',
      several: true
    },
    inputs: ['results', 'failOn'],
    own: [],
    azure: false,
    body: mergeCommand
  },
  {
    name: 'pool create',
    summary: 'Create a pool that scales with its load, for runs that pass its ID as --pool.',
    takes: { name: 'id', meaning: "the pool's ID" },
    inputs: [...accountInputs, ...identityInputs, ...poolInputs],
    own: [],
    azure: true,
    body: poolCreateCommand
  },
  {
    name: 'sample',
    summary: "Run Microsoft's sample parallel task: numbered tasks, distributed over nodes.",
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
