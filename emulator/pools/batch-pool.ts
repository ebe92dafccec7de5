import { milliseconds } from '../protocol/duration.ts'
import type { Resource } from '../protocol/request.ts'
import { newStamp, now, type Stamp } from '../protocol/stamp.ts'
import { Allocation, type ResizeRequest } from './allocation.ts'
import type { Targets } from './autoscale/evaluate.ts'
import { measured } from './autoscale/measured.ts'
import { bestNode, type Fill } from './best-node.ts'
import { poolBeingDeleted, poolBeingResized } from './errors.ts'
import type { Counts } from './kinds.ts'
import type { PoolNode } from './node.ts'
import type { NodeContext } from './node-context.ts'
import { NodeSet } from './node-set.ts'
import type { ComputeNode, Demand, Pool } from './pool.ts'
import type { Specification } from './pool-body.ts'
import { shownSpecification } from './pool-resource.ts'
import type { FreeCores } from './quota.ts'
import { Scaling } from './scaling.ts'
import { coresOf } from './vm-size.ts'

/** What a pool needs from the account. */
export interface PoolContext extends NodeContext {
  readonly demand: (poolId: string) => Demand
  readonly freeCores: FreeCores
  /** Called whenever a node has free slots, was added or was removed. */
  readonly changed: (poolId: string) => void
  /** Called when the pool has been deleted. */
  readonly gone: (pool: BatchPool) => void
}

/** A pool of the account: its specification, its nodes and its target size. */
export class BatchPool implements Pool {
  readonly id: string
  readonly nodeSet: NodeSet
  readonly allocation: Allocation
  readonly scaling: Scaling
  readonly #context: PoolContext
  readonly #creationTime = now()
  #stamp: Stamp = newStamp()
  #specification: Specification
  #state = 'active'
  #stateTransitionTime = this.#creationTime
  #targets: Counts

  constructor(context: PoolContext, id: string, specification: Specification) {
    this.id = id
    this.#context = context
    this.#specification = specification
    const { targetDedicatedNodes = 0, targetLowPriorityNodes = 0 } = specification
    this.#targets = { dedicated: targetDedicatedNodes, lowPriority: targetLowPriorityNodes }
    const { settings, faults, freeCores } = context
    const changed = () => context.changed(id)
    this.nodeSet = new NodeSet({
      ...context,
      poolId: id,
      specification: () => this.#specification,
      changed,
      preempted: (node) => void this.allocation.replace(node)
    })
    this.allocation = new Allocation({
      poolId: id,
      nodes: this.nodeSet,
      faults,
      allocationSeconds: settings.allocationSeconds,
      leavingSeconds: settings.leavingSeconds,
      cores: () => this.cores,
      freeCores
    })
    this.scaling = new Scaling(
      {
        autoscaleSeconds: settings.autoscaleSeconds,
        since: Date.parse(this.#creationTime),
        measure: () => measured(context.demand(id), this.nodes),
        numbers: new Map([['$TaskSlotsPerNode', this.taskSlotsPerNode]]),
        targets: () => ({ ...this.#targets, deallocation: 'requeue' }),
        apply: (targets) => this.#follow(targets)
      },
      specification.autoScaleEvaluationInterval
    )
  }

  /** Allocates the nodes, or as many as the formula says. @throws BatchError, FormulaError */
  start(): void {
    const { autoScaleFormula, resizeTimeout } = this.#specification
    if (autoScaleFormula !== undefined) this.scaling.enable(autoScaleFormula)
    else
      this.#begin({
        targets: this.#targets,
        timeout: spanOf(resizeTimeout),
        deallocation: 'requeue'
      })
  }

  get state(): string {
    return this.#state
  }

  get stamp(): Stamp {
    return this.#stamp
  }

  get specification(): Specification {
    return this.#specification
  }

  get taskSlotsPerNode(): number {
    return this.#specification.taskSlotsPerNode
  }

  get targets(): Counts {
    return this.#targets
  }

  /** Cores per node. */
  get cores(): number {
    return coresOf(this.#specification.vmSize)
  }

  get nodes(): readonly PoolNode[] {
    return this.nodeSet.all
  }

  nodeWithRoom(slots: number, suits: (node: ComputeNode) => boolean = () => true): PoolNode | null {
    if (this.#state !== 'active') return null
    const { taskSchedulingPolicy, taskSlotsPerNode } = this.#specification
    const fill = taskSchedulingPolicy.nodeFillType as Fill
    return bestNode(this.nodes, slots, taskSlotsPerNode, fill, suits)
  }

  /** The pool as sent over the wire. */
  resource(): Resource {
    const { displayName, ...specification } = shownSpecification(this.#specification)
    const { allocation, nodeSet } = this
    const hasNodes = this.nodes.length > 0
    return {
      id: this.id,
      ...(displayName === undefined ? {} : { displayName }),
      url: `${this.#context.baseUrl()}/pools/${this.id}`,
      ...this.#stamp,
      creationTime: this.#creationTime,
      state: this.#state,
      stateTransitionTime: this.#stateTransitionTime,
      allocationState: allocation.state,
      allocationStateTransitionTime: allocation.transitionTime,
      ...specification,
      ...(allocation.errors.length > 0 ? { resizeErrors: allocation.errors } : {}),
      currentDedicatedNodes: nodeSet.current('dedicated'),
      targetDedicatedNodes: this.#targets.dedicated,
      currentLowPriorityNodes: nodeSet.current('lowPriority'),
      targetLowPriorityNodes: this.#targets.lowPriority,
      ...this.scaling.resource(),
      ...(hasNodes ? { currentNodeCommunicationMode: this.#communication() } : {})
    }
  }

  #communication(): string {
    const { targetNodeCommunicationMode: target = 'default' } = this.#specification
    return target === 'default' ? 'simplified' : target
  }

  /** Changes the specification; existing nodes are not changed. */
  change(specification: Specification): void {
    this.#specification = specification
    this.#stamp = newStamp()
    this.#context.changed(this.id)
  }

  /** @throws BatchError 409 if the pool is being deleted */
  checkActive(): void {
    if (this.#state === 'deleting') throw poolBeingDeleted()
  }

  /** @throws BatchError 409 if the pool is being deleted or resized */
  checkSteady(): void {
    this.checkActive()
    if (this.allocation.state !== 'steady') throw poolBeingResized()
  }

  /** Begins a resize. @throws BatchError 409 if one is in progress */
  resize(order: ResizeRequest): void {
    this.checkSteady()
    this.#stamp = newStamp()
    this.#begin(order)
  }

  #begin(order: ResizeRequest): void {
    this.#targets = order.targets
    this.allocation.begin(order)
  }

  /** Enables autoscaling. @throws FormulaError if the formula is invalid */
  scaleBy(formula: string, interval: string): void {
    this.scaling.enable(formula, interval)
    this.#stamp = newStamp()
  }

  /** Applies the result of the formula; skipped during a resize. */
  #follow({ deallocation, ...targets }: Targets): void {
    const { dedicated, lowPriority } = targets
    const { nodeSet } = this
    const same =
      nodeSet.count('dedicated') === dedicated && nodeSet.count('lowPriority') === lowPriority
    if (this.#state !== 'active' || this.allocation.state !== 'steady') return
    if (same) this.#targets = targets
    else this.#begin({ targets, timeout: Number.POSITIVE_INFINITY, deallocation })
  }

  /** Deletes the pool after its nodes. @throws BatchError 409 if it is already being deleted */
  delete(): void {
    this.checkActive()
    this.#state = 'deleting'
    this.#stateTransitionTime = now()
    this.#stamp = newStamp()
    this.#end()
    void this.#leave().then(() => this.#context.gone(this))
  }

  #end(): void {
    this.scaling.stop()
    this.allocation.close()
  }

  async #leave(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.leave('requeue')))
    await this.nodeSet.close()
  }

  async close(): Promise<void> {
    this.#end()
    await this.nodeSet.close()
  }
}

/** The length of a validated duration. */
const spanOf = (duration: string): number => milliseconds(duration) ?? Number.POSITIVE_INFINITY
