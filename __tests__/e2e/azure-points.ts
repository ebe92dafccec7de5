import { type Azure, isReading } from '../support/azure.ts'
import type { Scratch } from '../support/command.ts'
import type { Passage } from '../support/gate.ts'
import type { World } from './azure-world.ts'

/** A point at which a run can be ended. A run is identified by the beginning of its job ID. */
export interface Point {
  /** Enough images to keep the run at this point for a while. */
  readonly images: number
  /** Holds runs at this point and returns what releases them; null if their work keeps them there. */
  readonly obstacle: ((azure: Azure, id: string) => () => void) | null
  /** Whether a run has reached this point. */
  readonly reached: (azure: Azure, id: string, since: number) => boolean
}

const hasPassed = (
  passed: readonly Passage[],
  since: number,
  method: string,
  path: RegExp
): boolean => passed.some((one) => one.at > since && one.method === method && path.test(one.path))

/** Paths of the resources of a run, by what follows its name. */
const pathOf = (id: string, rest: string): RegExp => new RegExp(`/${id}[^/]*${rest}`)

/** Holds requests of runs to their storage, by method and what follows the name of the container. */
export const inStorage = (method: string, rest: string): Point => ({
  images: 4,
  obstacle: ({ storage }, id) => {
    const path = pathOf(id, rest)
    return storage.hold('request', (one) => one.method === method && path.test(one.path)).release
  },
  reached: ({ storage }, id, since) => hasPassed(storage.passed, since, method, pathOf(id, rest))
})

/** Delays the answer to an operation of the Batch service beyond all timeouts. */
const slowly =
  (operation: string) =>
  ({ emulator: { faults } }: Azure, id: string): (() => void) => {
    const only = { operation, jobId: `${id}*` }
    const [fault] = faults.set({ kind: 'slow', seconds: 60, only })
    return () => faults.clear(fault?.id)
  }

const isItsJob = ({ path, body }: Passage, id: string): boolean =>
  path === '/jobs' && body.includes(`"${id}`)

/** It has requested its job. */
export const isAdding: Point['reached'] = ({ batch }, id, since) =>
  batch.passed.some((one) => one.at > since && isItsJob(one, id))

/** It has polled its job. */
export const isFollowing: Point['reached'] = ({ batch }, id, since) =>
  hasPassed(batch.passed, since, 'GET', pathOf(id, '/taskcounts'))

/** A node runs one of its tasks, and does not end it. */
export const ON_NODES: Point = {
  images: 8,
  obstacle: ({ holdEngines }) => holdEngines(),
  reached: (azure, id) => isReading(azure, id)
}

/** All points from the first upload to the last download. */
export const POINTS: Readonly<Record<string, Point>> = {
  'While its images are uploaded': inStorage('PUT', '/in/'),
  'While its job is added': { images: 4, obstacle: slowly('job.add'), reached: isAdding },
  'When its job is added, but the answer is not received': {
    images: 4,
    obstacle: ({ batch }, id) => batch.hold('answer', (one) => isItsJob(one, id)).release,
    reached: isAdding
  },
  'While its tasks are added': {
    images: 4,
    obstacle: slowly('task.addCollection'),
    reached: ({ batch }, id, since) =>
      hasPassed(batch.passed, since, 'POST', pathOf(id, '/addtaskcollection'))
  },
  'While it waits for nodes': { images: 4, obstacle: null, reached: isFollowing },
  'While its tasks run': ON_NODES,
  'While results are downloaded': inStorage('GET', '/out/')
}

/** Follows a run that begins now, and can hold it at a point. Everything is released at the end. */
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

  /** Holds the run at a point. */
  obstruct({ obstacle }: Point): void {
    if (obstacle !== null) this.#removals.push(obstacle(this.#azure, this.#id))
  }

  /** Holds all requests to Azure. */
  silence(): void {
    const { batch, storage } = this.#azure
    for (const gate of [batch, storage])
      this.#removals.push(gate.hold('request', () => true).release)
  }

  clear(): void {
    for (const remove of this.#removals.splice(0)) remove()
  }

  /** Whether the run has reached a point. Times count from the first call that returns true. */
  has(reached: Point['reached']): boolean {
    const is = reached(this.#azure, this.#id, this.#since)
    if (is) this.#arrived ??= performance.now()
    return is
  }

  /** Milliseconds until the first request to end its job; null if there was none. */
  get endRequestedAfter(): number | null {
    const moment = this.#arrived ?? Number.POSITIVE_INFINITY
    const path = new RegExp(`^/jobs/${this.#id}[^/]*(/terminate)?$`)
    const asked = this.#azure.batch.passed.find(
      (one) => one.at >= moment && ['POST', 'DELETE'].includes(one.method) && path.test(one.path)
    )
    return asked === undefined ? null : asked.at - moment
  }

  [Symbol.dispose](): void {
    this.clear()
  }
}

const ASKED = { 'second-look': 'false', nodes: '1', slots: '1', partitions: '2' }

/** Arguments of a command that starts a run. */
export const OPTIONS = [
  ...['images', '--backend', 'azure-batch', '--no-second-look'],
  ...['--nodes', '1', '--slots', '1', '--partitions', '2']
]

/** The beginning of the job IDs of commands, which contain the date. */
export const OF_COMMANDS = 'batch-ocr-20'

/** The same run as the step of a workflow run. */
export const stepOf = (run: number, { azure, service }: World, scratch: Scratch) => ({
  /** The beginning of its job ID. */
  id: `batch-ocr-scans-${run}-1-`,
  job: { scratch, service, env: { GITHUB_RUN_ID: String(run) } },
  inputs: { ...azure.inputs, ...ASKED, 'artifact-name': `run-${run}` }
})
