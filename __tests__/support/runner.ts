import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parse } from 'yaml'
import type { ActionName } from '../../src/settings/actions.ts'
import { type Ended, NODE, ROOT, Running, type Scratch } from './command.ts'
import type { ResultsService } from './results-service.ts'

/** A step that has ended, and what it passed to its runner. */
export interface Step extends Ended {
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly summary: string
  /** The signals that were sent until it ended: after SIGINT alone, SIGTERM was not needed. */
  readonly signals: readonly NodeJS.Signals[]
}

/** How a step is ended from outside: by a cancellation as the runner does it, or by a single signal. */
export interface Ending {
  readonly by: 'cancel' | 'SIGTERM' | 'SIGKILL'
  /** Whether it is time to end the step. */
  readonly when: (running: Running) => boolean
}

/** A job with one step. */
export interface Job {
  readonly scratch: Scratch
  /** The artifact service. Without it, its variables are not set. */
  readonly service?: Pick<ResultsService, 'env'>
  readonly env?: NodeJS.ProcessEnv
  /** The action; the main action by default. */
  readonly action?: Exclude<ActionName, 'run'>
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly runs: { readonly main: string; readonly post: string }
}

/** Actions by their files, each of which is parsed once. */
const actions = new Map<string, Action>()

function actionOf({ action }: Job): Action {
  const file = join(ROOT, action ?? '', 'action.yml')
  const known = actions.get(file) ?? (parse(readFileSync(file, 'utf8')) as Action)
  actions.set(file, known)
  return known
}

/** Runs the step of an action as GitHub's runner does. The workspace is the folder `work` of the scratch folder. */
export function runMain(
  job: Job,
  inputs: Readonly<Record<string, string>>,
  ending?: Ending
): Promise<Step> {
  return runHalf(job, 'main', inputVariables(job, inputs), ending)
}

/** Runs the `post` of an action in a new process, with the state that its step saved and the same inputs. */
export function runPost(
  job: Job,
  main: Step,
  inputs: Readonly<Record<string, string>> = {}
): Promise<Step> {
  const state = Object.entries(main.state).map(([name, value]) => [`STATE_${name}`, value])
  return runHalf(job, 'post', { ...inputVariables(job, inputs), ...Object.fromEntries(state) })
}

function inputVariables(job: Job, given: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { inputs } = actionOf(job)
  const unknown = Object.keys(given).filter((name) => !(name in inputs))
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}.`)
  const values = Object.entries(inputs).map(([name, { default: standard = '' }]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    given[name] ?? standard
  ])
  return Object.fromEntries(values)
}

const FILES = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_PATH']

async function runHalf(
  job: Job,
  half: 'main' | 'post',
  values: NodeJS.ProcessEnv,
  ending?: Ending
): Promise<Step> {
  const { scratch, service, env, action } = job
  const file = join(action ?? '', actionOf(job).runs[half])
  const commands = join(scratch.folder, 'runner', randomUUID())
  mkdirSync(commands, { recursive: true })
  const files = Object.fromEntries(FILES.map((name) => [name, join(commands, name)]))
  for (const path of Object.values(files)) writeFileSync(path, '')
  const running = new Running(NODE, [join(ROOT, file)], {
    cwd: scratch.work,
    env: {
      ...scratch.env,
      ...{ CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: scratch.work },
      ...{ GITHUB_REPOSITORY: 'octo/scans', GITHUB_SERVER_URL: 'https://github.com' },
      ...{ GITHUB_RUN_ID: '4711', GITHUB_RUN_ATTEMPT: '1', GITHUB_JOB: 'read' },
      ...{ GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567', RUNNER_TEMP: scratch.tmp },
      ...{ RUNNER_OS: 'Linux', GITHUB_RETENTION_DAYS: '90' },
      ...files,
      ...service?.env,
      ...values,
      ...env
    }
  })
  const signals = ending ? await endIt(running, ending) : []
  const ended = await running.ended
  const read = (name: string) => readFileSync(files[name] ?? '', 'utf8')
  return {
    ...ended,
    outputs: pairs(read('GITHUB_OUTPUT')),
    state: pairs(read('GITHUB_STATE')),
    summary: read('GITHUB_STEP_SUMMARY'),
    signals
  }
}

/** Sends signals until the program ends, as the runner does (actions/runner, ProcessInvoker: 7.5 s and 2.5 s apart). */
async function endIt(running: Running, { by, when }: Ending): Promise<NodeJS.Signals[]> {
  await running.until('it is time to end it', () => when(running))
  if (by !== 'cancel') {
    running.kill(by)
    return [by]
  }
  const waits = [
    { signal: 'SIGINT', milliseconds: 7500 },
    { signal: 'SIGTERM', milliseconds: 2500 }
  ] as const
  const sent: NodeJS.Signals[] = []
  for (const { signal, milliseconds } of waits) {
    running.kill(signal)
    sent.push(signal)
    const stop = new AbortController()
    const wait = pause(milliseconds, null, { signal: stop.signal }).catch(() => null)
    await Promise.race([running.ended, wait])
    stop.abort()
    if (running.done) return sent
  }
  running.kill('SIGKILL')
  return [...sent, 'SIGKILL']
}

/** Reads a command file of the runner: `name=value`, or `name<<mark` and lines up to the mark. The last value counts. */
function pairs(text: string): Record<string, string> {
  const lines = text.split('\n')
  const found: Record<string, string> = {}
  while (lines.length > 0) {
    const line = lines.shift() ?? ''
    const { name, mark } = /^(?<name>[^=<]+)<<(?<mark>.+)$/.exec(line)?.groups ?? {}
    if (name !== undefined && mark !== undefined) {
      const end = lines.indexOf(mark)
      if (end === -1) throw new Error(`The command file has no end of ${name}.`)
      found[name] = lines
        .splice(0, end + 1)
        .slice(0, -1)
        .join('\n')
    } else if (line.includes('=')) {
      found[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1)
    }
  }
  return found
}

/** A workflow command in a line of the log. */
export interface WorkflowCommand {
  readonly name: string
  readonly properties: string
  readonly message: string
}

/**
 * All workflow commands in a log, by the rules of the runner (ActionCommand.cs): `::name properties::message` at the
 * beginning of a line, and `##[name properties]message` anywhere. After `stop-commands`, only the token counts.
 */
export function commandsIn(log: string): WorkflowCommand[] {
  const found: WorkflowCommand[] = []
  let token: string | null = null
  for (const line of log.split(/\r\n|\r|\n/)) {
    const command = commandOf(line)
    if (token !== null) {
      if (command?.name === token) token = null
      continue
    }
    if (command === null) continue
    found.push(command)
    if (command.name === 'stop-commands') token = command.message
  }
  return found
}

function commandOf(line: string): WorkflowCommand | null {
  const groups =
    /^\s*::(?<name>[^\s:]+)(?:\s+(?<properties>.*?))?::(?<message>.*)$/.exec(line)?.groups ??
    /##\[(?<name>[^\s\]]+)(?:\s+(?<properties>[^\]]*))?\](?<message>.*)$/.exec(line)?.groups
  if (!groups) return null
  const { name = '', properties = '', message = '' } = groups
  return { name, properties, message }
}
