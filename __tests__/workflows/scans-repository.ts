import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { actionNames } from '../../src/settings/actions.ts'
import { type Ended, NODE, onPath, ROOT, Running, Scratch } from '../support/command.ts'
import type { ResultsService } from '../support/results-service.ts'
import { exampleWorkflow, replacements, reusableWorkflow, US } from './for-act.ts'

/** nektos/act, which `.ci/run` installs; null where it is not there. */
export const ACT = onPath('act')

const WORKFLOWS = '.github/workflows'

/** What starts a workflow. */
export interface Start {
  readonly event: 'push' | 'schedule' | 'workflow_dispatch' | 'pull_request'
  /** What GitHub tells of the event. */
  readonly payload?: object
  readonly workflow: string
  /** Where its artifacts go: one service is one run's. */
  readonly service: ResultsService
  readonly inputs?: Readonly<Record<string, string>>
  /** The repository's variables. */
  readonly variables?: Readonly<Record<string, string>>
  /** What the runner's environment has beside. */
  readonly env?: Readonly<Record<string, string>>
  /** GitHub's id of the run, by which its results are kept. */
  readonly id?: number
}

/**
 * Somebody's repository with images and some of our examples as its workflows; the committed bundle beside it. What
 * outlasts a run lies there too: the remote that is pushed to.
 */
export class ScansRepository implements Disposable {
  readonly #scratch = new Scratch()
  readonly #action = this.folder('action')
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

  /** Everything that GitHub would need of us, and no packages: act copies the folder for each step. */
  #copyAction(): void {
    const actions = actionNames.map((face) => join(face === 'run' ? '' : face, 'action.yml'))
    for (const path of [...actions, 'dist'])
      cpSync(join(ROOT, path), join(this.#action, path), { recursive: true })
  }

  /** A path beside the repository, removed with it. */
  folder(name: string): string {
    return join(this.#scratch.folder, name)
  }

  write(path: string, content: string | Buffer): void {
    const file = join(this.#scratch.work, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }

  /** Puts some of our samples among the images. */
  add(...samples: readonly string[]): void {
    for (const sample of samples) this.addAs(`images/${sample}`, sample)
  }

  /** Puts one of our samples somewhere. */
  addAs(path: string, sample: string): void {
    this.write(path, readFileSync(join(ROOT, 'samples', sample)))
  }

  /** Makes a symbolic link. */
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

  /** Commits all there is and runs a workflow on it to its end. */
  run(start: Start): Promise<Ended> {
    const { event, payload, workflow, service, inputs = {}, variables = {} } = start
    const { env = {}, id = 1 } = start
    this.git('add', '--all')
    this.git('commit', '--quiet', '--allow-empty', '--message', 'Scans')
    const given = {
      OCR_TEST_ROOT: ROOT,
      GITHUB_RUN_ID: String(id),
      GITHUB_REPOSITORY: 'octo/scans',
      // Of GitHub itself nothing is to be reached, but for a stand-in.
      GITHUB_API_URL: 'http://127.0.0.1:1',
      // act's own artifact server, which knows no artifacts of today, stays off.
      ...service.env,
      ...env
    }
    const args = [
      ...[event, '--workflows', `${WORKFLOWS}/${workflow}`],
      ...['--platform', 'ubuntu-24.04=-self-hosted', '--container-daemon-socket', '-'],
      ...['--secret', 'GITHUB_TOKEN=ghs_bot', ...this.#told(payload)],
      ...['--no-cache-server', '--action-cache-path', this.folder('act')],
      ...each('--env', given),
      ...each('--var', variables),
      ...each('--input', inputs),
      ...[`${US}=${this.#action}`, ...this.#replaced].flatMap((one) => ['--local-repository', one])
    ]
    const around = {
      ...this.#scratch.env,
      PATH: `${dirname(NODE)}${delimiter}${process.env['PATH']}`,
      HOME: this.folder('home')
    }
    return new Running(ACT ?? 'act', args, { cwd: this.#scratch.work, env: around }).ended
  }

  /** With a file of the event act forgets the inputs. */
  #told(payload: object | undefined): string[] {
    if (payload === undefined) return []
    writeFileSync(this.folder('event.json'), JSON.stringify(payload))
    return ['--eventpath', this.folder('event.json')]
  }

  [Symbol.dispose](): void {
    this.#scratch[Symbol.dispose]()
  }
}

/** An option of act's, once for each value. */
const each = (option: string, values: Readonly<Record<string, string>>): string[] =>
  Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`])
