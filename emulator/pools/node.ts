import type { Faults } from '../faults/faults.ts'
import { EndedByUser, type Machine, type MachineTools, NodeGone } from '../machine/machine.ts'
import type { Resource } from '../protocol/request.ts'
import { now } from '../protocol/stamp.ts'
import type { EmulatorSettings } from '../settings.ts'
import { boot } from './boot.ts'
import { nodeResource } from './node-resource.ts'
import { Occupancy } from './occupancy.ts'
import { pause } from './pause.ts'
import type { ComputeNode } from './pool.ts'
import type { Specification } from './pool-body.ts'
import { runStartTask } from './start-task.ts'

/** What nodes need of the context. */
export interface NodeContext {
  readonly settings: EmulatorSettings
  readonly faults: Faults
  readonly machineTools: MachineTools
  readonly baseUrl: () => string
}

/** What a node is in its pool. */
export interface NodeOptions {
  readonly id: string
  readonly poolId: string
  readonly dedicated: boolean
  /** Its options among the pool's nodes: decides addresses and ports. */
  readonly index: number
  /** The pool as it is now; a node takes the start task that is there when it starts. */
  readonly specification: () => Specification
  /** Hears whenever the node changed. */
  readonly changed: () => void
  /** Hears that the node was taken away. */
  readonly preempted: () => void
}

/** States in which a node takes tasks. */
const AT_WORK = new Set(['idle', 'running'])

/** A node of a pool: from `creating` to gone. */
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
  /** What went wrong with an `unusable` node. */
  error: string | undefined

  readonly #context: NodeContext
  readonly #options: NodeOptions
  readonly #gone = new AbortController()
  /** Fires when the emulator closes: nobody waits any more. */
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

  /** Whether tasks may be placed on it. */
  get takesTasks(): boolean {
    return AT_WORK.has(this.#state) && this.schedulingEnabled && !this.#leaving
  }

  /** On its way out for good, or gone. */
  get ending(): boolean {
    return this.#ended !== undefined
  }

  /** Null before the node has booted. */
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

  /** Lets tasks be placed on the node, or none any more; those that run go on. */
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

  /** A spot node may be taken away, some time after it was given a task. */
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

  /** Takes the node away without a warning: its tasks and its disk are lost. */
  preempt(): void {
    if (this.gone.aborted) return
    this.#leaving = true
    this.#become('preempted')
    this.#gone.abort(new NodeGone('The spot node was preempted.'))
    void this.#removeMachine().then(() => this.#options.preempted())
  }

  /**
   * Leaves the pool, as the deallocation option says: `requeue` at once, `terminate` once its tasks are ended,
   * `taskcompletion` and `retaineddata` once they have run.
   *
   * @param stop gives up waiting for tasks: the node stays
   */
  async leave(option: string, stop?: AbortSignal): Promise<void> {
    this.#leaving = true
    if (option === 'terminate' && this.runningTasks > 0) {
      this.#gone.abort(new EndedByUser('The node leaves the pool; its tasks are terminated.'))
    }
    // Nothing stops what has begun to end the node's tasks.
    const wait = option === 'terminate' ? undefined : stop
    if (option !== 'requeue' && !(await this.occupancy.empty(wait))) {
      this.#leaving = false
      this.#options.changed()
      return
    }
    await this.end(this.#context.settings.leavingSeconds)
  }

  /** Ends the node and removes its folder; once, however often it is asked to. */
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

  /** Ends the node without any wait: the emulator closes. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.end(0)
  }

  /** What cannot be removed now goes with the emulator's own folder. */
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

  /** Runs the start task, and takes tasks when it has succeeded, or at once where the pool does not wait for it. */
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
