import { EndedByUser, type Machine, NodeGone } from '../machine/machine.ts'
import type { Resource } from '../protocol/request.ts'
import { now } from '../protocol/stamp.ts'
import { boot } from './boot.ts'
import type { NodeContext } from './node-context.ts'
import { nodeResource } from './node-resource.ts'
import { Occupancy } from './occupancy.ts'
import { pause } from './pause.ts'
import type { ComputeNode } from './pool.ts'
import type { Specification } from './pool-body.ts'
import { runStartTask } from './start-task.ts'

/** A node as its pool creates it. */
export interface NodeOptions {
  readonly id: string
  readonly poolId: string
  readonly dedicated: boolean
  /** Its index in the pool, from which addresses and ports are derived. */
  readonly index: number
  /** The current specification of the pool; a node runs the start task that is defined when it starts. */
  readonly specification: () => Specification
  /** Called whenever the node has changed. */
  readonly changed: () => void
  /** Called when the node was preempted. */
  readonly preempted: () => void
}

/** States in which a node accepts tasks. */
const AT_WORK = new Set(['idle', 'running'])

/** A node of a pool, from state `creating` to its removal. */
export class PoolNode implements ComputeNode {
  readonly id: string
  readonly poolId: string
  readonly dedicated: boolean
  readonly index: number
  readonly affinityId: string
  readonly allocationTime = now()
  readonly occupancy = new Occupancy()
  schedulingEnabled = true
  lastBootTime: string | undefined
  startTask: Specification['startTask']
  startTaskInfo: Resource | undefined
  /** The error of an `unusable` node. */
  error: string | undefined

  readonly #context: NodeContext
  readonly #options: NodeOptions
  readonly #gone = new AbortController()
  /** Aborted when the emulator stops: delays are skipped. */
  readonly #closing = new AbortController()
  readonly #lifecycle: Promise<void>
  #state = 'creating'
  #stateTransitionTime = this.allocationTime
  #machine: Machine | undefined
  #leaving = false
  #ended: Promise<void> | undefined
  #preemption: NodeJS.Timeout | undefined

  constructor(context: NodeContext, options: NodeOptions) {
    this.id = options.id
    this.poolId = options.poolId
    this.dedicated = options.dedicated
    this.index = options.index
    this.affinityId = `TVM:${options.id}`
    this.#context = context
    this.#options = options
    this.#lifecycle = this.#boot().catch((error: unknown) => {
      if (!this.gone.aborted) this.#become('unusable', error)
    })
  }

  get url(): string {
    return `${this.#context.baseUrl()}/pools/${this.poolId}/nodes/${this.id}`
  }

  get gone(): AbortSignal {
    return this.#gone.signal
  }

  get state(): string {
    return this.#state
  }

  get stateTransitionTime(): string {
    return this.#stateTransitionTime
  }

  get runningTasks(): number {
    return this.occupancy.tasks
  }

  get takenSlots(): number {
    return this.occupancy.slots
  }

  get specification(): Specification {
    return this.#options.specification()
  }

  /** Whether tasks may be scheduled on it. */
  get takesTasks(): boolean {
    return AT_WORK.has(this.#state) && this.schedulingEnabled && !this.#leaving
  }

  /** Whether it is being removed, or was. */
  get ending(): boolean {
    return this.#ended !== undefined
  }

  /** Null until the node has booted. */
  get openedMachine(): Machine | null {
    return this.#machine ?? null
  }

  get machine(): Machine {
    if (this.#machine === undefined) throw new Error(`Node ${this.id} has no machine yet.`)
    return this.#machine
  }

  resource(): Resource {
    return nodeResource(this)
  }

  /** Enables or disables scheduling; running tasks continue. */
  schedule(enabled: boolean): void {
    this.schedulingEnabled = enabled
    this.#options.changed()
  }

  occupy(slots: number, task: () => Resource): () => void {
    const release = this.occupancy.take(slots, task, () => this.#released())
    if (this.#state === 'idle') this.#become('running')
    this.#maybePreempt(task)
    return release
  }

  #released(): void {
    if (this.runningTasks === 0 && this.#state === 'running') this.#become('idle')
    else this.#options.changed()
  }

  /** Preempts a spot node a while after it was given a task, if a fault says so. */
  #maybePreempt(task: () => Resource): void {
    if (this.dedicated || this.#preemption !== undefined) return
    const { id: nodeId, poolId } = this
    const { jobId, taskId } = task() as { readonly jobId?: string; readonly taskId?: string }
    const fault = this.#context.faults.trigger(['preempted'], {
      poolId,
      nodeId,
      ...(jobId === undefined ? {} : { jobId }),
      ...(taskId === undefined ? {} : { taskId })
    })
    if (fault === undefined) return
    this.#preemption = setTimeout(() => this.preempt(), fault.afterSeconds * 1000)
  }

  /** Preempts the node without warning: its tasks and its disk are lost. */
  preempt(): void {
    if (this.gone.aborted) return
    this.#leaving = true
    this.#become('preempted')
    this.#gone.abort(new NodeGone('The spot node was preempted.'))
    void this.#removeMachine().then(() => this.#options.preempted())
  }

  /**
   * Leaves the pool as the deallocation option says: `requeue` at once, `terminate` after its tasks were terminated,
   * `taskcompletion` and `retaineddata` after they have completed.
   *
   * @param stop cancels waiting for tasks, so that the node stays
   */
  async leave(option: string, stop?: AbortSignal): Promise<void> {
    this.#leaving = true
    if (option === 'terminate' && this.runningTasks > 0) {
      this.#gone.abort(new EndedByUser('The node leaves the pool; its tasks are terminated.'))
    }
    // Termination of the tasks has begun and cannot be stopped.
    const wait = option === 'terminate' ? undefined : stop
    if (option !== 'requeue' && !(await this.occupancy.empty(wait))) {
      this.#leaving = false
      this.#options.changed()
      return
    }
    await this.end(this.#context.settings.leavingSeconds)
  }

  /** Removes the node and its folder; idempotent. */
  end(leavingSeconds: number): Promise<void> {
    this.#ended ??= this.#end(leavingSeconds)
    return this.#ended
  }

  async #end(leavingSeconds: number): Promise<void> {
    clearTimeout(this.#preemption)
    this.#leaving = true
    if (this.#state !== 'preempted') {
      this.#become('leavingpool')
      this.#gone.abort(new NodeGone('The node has left its pool.'))
      await pause(leavingSeconds, this.#closing.signal).catch(() => {})
    }
    await this.#removeMachine()
  }

  /** Removes the node without delays when the emulator stops. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.end(0)
  }

  /** Ignores errors: the emulator's folder is removed in the end. */
  async #removeMachine(): Promise<void> {
    await this.#lifecycle
    await this.#machine?.remove().catch(() => {})
  }

  async #boot(): Promise<void> {
    const { settings, faults } = this.#context
    const { id: nodeId, poolId, gone } = this
    await pause(settings.creatingSeconds, gone)
    this.#become('starting')
    if (faults.trigger(['node-never-ready'], { poolId, nodeId }) !== undefined) return
    await pause(settings.startingSeconds, gone)
    this.#machine = await boot(this.#context, this)
    this.lastBootTime = now()
    if (!gone.aborted) await this.#start()
  }

  /** Runs the start task. The node accepts tasks after it succeeded, or at once if the pool does not wait for it. */
  async #start(): Promise<void> {
    const task = this.specification.startTask
    if (task === undefined) return this.#become('idle')
    this.startTask = task
    this.#become(task.waitForSuccess ? 'waitingforstarttask' : 'idle')
    const succeeded = await runStartTask(task, {
      machine: this.machine,
      faults: this.#context.faults,
      poolId: this.poolId,
      nodeId: this.id,
      signal: this.gone,
      show: (info) => {
        this.startTaskInfo = info
        this.#options.changed()
      }
    })
    if (task.waitForSuccess) this.#become(succeeded ? 'idle' : 'starttaskfailed')
  }

  #become(state: string, error?: unknown): void {
    this.#state = state
    this.#stateTransitionTime = now()
    if (error !== undefined) this.error = error instanceof Error ? error.message : String(error)
    this.#options.changed()
  }
}
