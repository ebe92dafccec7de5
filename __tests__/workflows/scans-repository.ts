import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { actionNames } from '../../src/settings/actions.ts'
import { type Ended, NODE, onPath, ROOT, Running, Scratch } from '../support/command.ts'
import type { ResultsService } from '../support/results-service.ts'
import { scriptedEngine } from '../support/scripted-engine.ts'
import { ACTION_REPOSITORY, exampleWorkflow, replacements, reusableWorkflow } from './for-act.ts'

/** Path of nektos/act, which `.ci/run` installs; null if it is not installed. */
export const ACT = onPath('act')

/** How long a test with act may take, in milliseconds: it runs up to four workflows, and each starts many programs. */
export const ACT_LIMIT = 300_000

const WORKFLOWS = '.github/workflows'

/** How to start a workflow. */
export interface Start {
  readonly event: 'push' | 'schedule' | 'workflow_dispatch' | 'pull_request'
  /** The payload of the event. */
  readonly payload?: object
  readonly workflow: string
  /** The artifact service of this run. */
  readonly service: ResultsService
  readonly inputs?: Readonly<Record<string, string>>
  /** The variables of the repository. */
  readonly variables?: Readonly<Record<string, string>>
  /** Additional variables of the runner's environment. */
  readonly env?: Readonly<Record<string, string>>
  /** GitHub's ID of the run, under which its results are saved. */
  readonly id?: number
  /** The job to run with those that it needs; all by default. */
  readonly job?: string
  /** Who reads the images; by default, a program that reads the same text on every image, even on a broken one. */
  readonly engine?: 'tesseract' | 'scripted'
}

/**
 * A user's repository with images and some of our examples as workflows, together with the committed bundle and the
 * remote repository to which workflows push.
 */
export class ScansRepository implements Disposable {
  readonly #scratch = new Scratch()
  readonly #action = this.folder('action')
  readonly #bundle = this.folder('bundle')
  readonly #replaced: readonly string[]
  readonly remote = this.folder('remote.git')

  constructor(...examples: readonly string[]) {
    mkdirSync(this.folder('home'))
    this.#copyAction()
    const workflows = new Map(examples.map((name) => [name, exampleWorkflow(name)]))
    workflows.set('ocr.yml', reusableWorkflow())
    for (const [name, text] of workflows) this.write(`${WORKFLOWS}/${name}`, text)
    this.#replaced = replacements([...workflows.values()])
    this.git('init', '--quiet', '--initial-branch', 'main')
    this.git('init', '--quiet', '--bare', this.remote)
    this.git('remote', 'add', 'origin', this.remote)
  }

  /** Copies what GitHub needs. act copies the folder for each step, so the bundle is behind a symbolic link. */
  #copyAction(): void {
    const actions = actionNames.map((name) => join(name === 'run' ? '' : name, 'action.yml'))
    for (const path of actions)
      cpSync(join(ROOT, path), join(this.#action, path), { recursive: true })
    const filter = (path: string) => path !== join(ROOT, 'dist/cli')
    cpSync(join(ROOT, 'dist'), this.#bundle, { recursive: true, filter })
    symlinkSync(this.#bundle, join(this.#action, 'dist'))
  }

  /** A path next to the repository, removed with it. */
  folder(name: string): string {
    return join(this.#scratch.folder, name)
  }

  write(path: string, content: string | Buffer): void {
    const file = join(this.#scratch.work, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }

  /** Adds samples to the images. */
  add(...samples: readonly string[]): void {
    for (const sample of samples) this.addAs(`images/${sample}`, sample)
  }

  /** Adds a sample at a path. */
  addAs(path: string, sample: string): void {
    this.write(path, readFileSync(join(ROOT, 'samples', sample)))
  }

  remove(path: string): void {
    rmSync(join(this.#scratch.work, path))
  }

  /** Creates a symbolic link. */
  link(path: string, target: string): void {
    symlinkSync(target, join(this.#scratch.work, path))
  }

  git(...args: readonly string[]): string {
    const { PATH } = process.env
    const [name, email] = ['A', 'a@example.org']
    const author = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email }
    const committer = { GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email }
    const env = { PATH, HOME: this.folder('home'), ...author, ...committer }
    return execFileSync('git', args, { cwd: this.#scratch.work, env, encoding: 'utf8' })
  }

  /** Commits everything, and runs a workflow to its end. */
  run(start: Start): Promise<Ended> {
    const { event, payload, workflow, service, inputs = {}, variables = {} } = start
    const { env = {}, id = 1, job, engine = 'scripted' } = start
    this.git('add', '--all')
    this.git('commit', '--quiet', '--allow-empty', '--message', 'Scans')
    const variablesOfRunner = {
      OCR_TEST_ROOT: ROOT,
      GITHUB_RUN_ID: String(id),
      GITHUB_REPOSITORY: 'octo/scans',
      // Tests never access GitHub itself, only a stand-in.
      GITHUB_API_URL: 'http://127.0.0.1:1',
      // act's own artifact server does not support current artifacts, so it is not used.
      ...service.env,
      ...env
    }
    const args = [
      ...[event, '--workflows', `${WORKFLOWS}/${workflow}`],
      ...(job === undefined ? [] : ['--job', job]),
      ...['--platform', 'ubuntu-24.04=-self-hosted', '--container-daemon-socket', '-'],
      ...['--secret', 'GITHUB_TOKEN=ghs_bot', ...this.#payloadOptions(payload)],
      ...['--no-cache-server', '--action-cache-path', this.folder('act')],
      ...each('--env', variablesOfRunner),
      ...each('--var', variables),
      ...each('--input', inputs),
      ...[`${ACTION_REPOSITORY}=${this.#action}`, ...this.#replaced].flatMap((one) => [
        '--local-repository',
        one
      ])
    ]
    const { PATH } = engine === 'scripted' ? scriptedEngine(this.#scratch) : process.env
    const around = {
      ...this.#scratch.env,
      PATH: `${dirname(NODE)}${delimiter}${PATH}`,
      HOME: this.folder('home')
    }
    return new Running(ACT ?? 'act', args, { cwd: this.#scratch.work, env: around }).ended
  }

  /** Only if there is a payload, because act ignores inputs with an event file. */
  #payloadOptions(payload: object | undefined): string[] {
    if (payload === undefined) return []
    writeFileSync(this.folder('event.json'), JSON.stringify(payload))
    return ['--eventpath', this.folder('event.json')]
  }

  [Symbol.dispose](): void {
    this.#scratch[Symbol.dispose]()
  }
}

/** An option of act, once for each value. */
const each = (option: string, values: Readonly<Record<string, string>>): string[] =>
  Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`])
