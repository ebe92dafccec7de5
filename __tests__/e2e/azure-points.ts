import { type Azure, isReading } from '../support/azure.ts'
import type { Scratch } from '../support/command.ts'
import type { Passage } from '../support/gate.ts'
import type { World } from './azure-world.ts'

/** A point of its way at which a run may be ended. Runs are told apart by how the ids of their jobs begin. */
export interface Point {
  /** Images enough that the run is there for a while. */
  readonly images: number
  /** Puts something in the way that keeps runs there, and gives what takes it away; null where their work keeps them. */
  readonly obstacle: ((azure: Azure, id: string) => () => void) | null
  /** Whether a run has come so far. */
  readonly reached: (azure: Azure, id: string, since: number) => boolean
}

const came = (passed: readonly Passage[], since: number, method: string, path: RegExp): boolean =>
  passed.some((one) => one.at > since && one.method === method && path.test(one.path))

/** Paths of whatever a run has: what stands behind its name. */
const pathOf = (id: string, rest: string): RegExp => new RegExp(`/${id}[^/]*${rest}`)

/** Holds up what runs say to their storage, by verb and what follows the name of the container. */
export const inStorage = (method: string, rest: string): Point => ({
  images: 4,
  obstacle: ({ storage }, id) => {
    const path = pathOf(id, rest)
    return storage.hold('request', (one) => one.method === method && path.test(one.path)).release
  },
  reached: ({ storage }, id, since) => came(storage.passed, since, method, pathOf(id, rest))
})

/** Answers an operation of the Batch service so late that nobody waits for it. */
const slowly =
  (operation: string) =>
  ({ emulator: { faults } }: Azure, id: string): (() => void) => {
    const only = { operation, jobId: `${id}*` }
    const [fault] = faults.set({ kind: 'slow', seconds: 60, only })
    return () => faults.clear(fault?.id)
  }

const isItsJob = ({ path, body }: Passage, id: string): boolean =>
  path === '/jobs' && body.includes(`"${id}`)

/** Its job is asked for. */
export const isAdding: Point['reached'] = ({ batch }, id, since) =>
  batch.passed.some((one) => one.at > since && isItsJob(one, id))

/** It has looked at its job. */
export const isFollowing: Point['reached'] = ({ batch }, id, since) =>
  came(batch.passed, since, 'GET', pathOf(id, '/taskcounts'))

/** A node works for it. */
export const isOnNodes: Point['reached'] = (azure, id) => isReading(azure, id)

/** All points from the first image that goes up to the last result that comes home. */
export const POINTS: Readonly<Record<string, Point>> = {
  'while its images go up': inStorage('PUT', '/in/'),
  'while its job is added': { images: 4, obstacle: slowly('job.add'), reached: isAdding },
  'when its job is added, and nobody has told it yet': {
    images: 4,
    obstacle: ({ batch }, id) => batch.hold('answer', (one) => isItsJob(one, id)).release,
    reached: isAdding
  },
  'while its tasks are added': {
    images: 4,
    obstacle: slowly('task.addCollection'),
    reached: ({ batch }, id, since) =>
      came(batch.passed, since, 'POST', pathOf(id, '/addtaskcollection'))
  },
  'while it waits for nodes': { images: 4, obstacle: null, reached: isFollowing },
  'while its tasks run': { images: 60, obstacle: null, reached: isOnNodes },
  'while results come home': inStorage('GET', '/out/')
}

/** The way of a run that begins now: what is put into it is taken away at the end. */
export class Way implements Disposable {
  readonly #azure: Azure
  readonly #id: string
  readonly #since = performance.now()
  #removals: (() => void)[] = []
  #arrived: number | null = null

  constructor({ azure }: World, id: string) {
    this.#azure = azure
    this.#id = id
  }

  /** Keeps the run at a point. */
  obstruct({ obstacle }: Point): void {
    if (obstacle !== null) this.#removals.push(obstacle(this.#azure, this.#id))
  }

  /** Keeps everybody from saying anything to Azure. */
  silence(): void {
    const { batch, storage } = this.#azure
    for (const gate of [batch, storage])
      this.#removals.push(gate.hold('request', () => true).release)
  }

  clear(): void {
    for (const remove of this.#removals.splice(0)) remove()
  }

  /** Whether the run has come so far; when it is seen there first is the moment from which time counts. */
  has(reached: Point['reached']): boolean {
    const is = reached(this.#azure, this.#id, this.#since)
    if (is) this.#arrived ??= performance.now()
    return is
  }

  /** Milliseconds from that moment to the first request that its job should end; null where there was none. */
  get askedAfter(): number | null {
    const moment = this.#arrived ?? Number.POSITIVE_INFINITY
    const path = new RegExp(`^/jobs/${this.#id}[^/]*(/terminate)?$`)
    const asked = this.#azure.batch.passed.find(
      (one) => one.at >= moment && ['POST', 'DELETE'].includes(one.method) && path.test(one.path)
    )
    return asked === undefined ? null : asked.at - moment
  }

  /** Seconds from that moment on. */
  get secondsSince(): number {
    return (performance.now() - (this.#arrived ?? performance.now())) / 1000
  }

  [Symbol.dispose](): void {
    this.clear()
  }
}

const ASKED = { 'second-look': 'false', nodes: '1', slots: '1', partitions: '2' }

/** A run as a command asks for it, but for the command. */
export const OPTIONS = [
  ...['images', '--backend', 'azure-batch', '--no-second-look'],
  ...['--nodes', '1', '--slots', '1', '--partitions', '2']
]

/** How the ids of jobs begin that commands submit: with the day. */
export const OF_COMMANDS = 'batch-ocr-20'

/** The same run as the step of a workflow run. */
export const stepOf = (run: number, { azure, service }: World, scratch: Scratch) => ({
  /** How the id of its job begins. */
  id: `batch-ocr-scans-${run}-1-`,
  job: { scratch, service, env: { GITHUB_RUN_ID: String(run) } },
  inputs: { ...azure.inputs, ...ASKED, 'artifact-name': `run-${run}` }
})

/** The images that `manyLines` makes. */
export const allOnce = (images: number): string[] =>
  Array.from({ length: images }, (_, n) => `images/line-${String(n).padStart(5, '0')}.png`)
