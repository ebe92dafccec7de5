import { milliseconds } from '../protocol/duration.ts'
import type { Resource } from '../protocol/request.ts'
import { AutoScale, type AutoScaleContext } from './autoscale/auto-scale.ts'

/** What autoscaling needs from the pool; intervals are known only when a formula is set. */
export interface ScalingContext extends Omit<AutoScaleContext, 'interval' | 'realInterval'> {
  /** Real seconds between two evaluations; null for the interval of the pool. */
  readonly autoscaleSeconds: number | null
}

/** The autoscaling of a pool. */
export class Scaling {
  readonly #context: ScalingContext
  #autoScale: AutoScale | undefined
  #interval: string

  constructor(context: ScalingContext, interval = 'PT15M') {
    this.#context = context
    this.#interval = interval
  }

  /** The formula; undefined if autoscaling is disabled. */
  get formula(): string | undefined {
    return this.#autoScale?.formula
  }

  get interval(): string {
    return this.#interval
  }

  /** Evaluates any formula; undefined if autoscaling is disabled. */
  evaluate(formula: string): Resource | undefined {
    return this.#autoScale?.evaluate(formula)
  }

  /** Lets a formula say how many nodes there shall be. @throws FormulaError where it makes no sense */
  enable(formula: string, interval = this.#interval): void {
    const span = milliseconds(interval) ?? Number.POSITIVE_INFINITY
    const { autoscaleSeconds } = this.#context
    const realInterval = autoscaleSeconds === null ? span : autoscaleSeconds * 1000
    const autoScale = new AutoScale(formula, { ...this.#context, interval: span, realInterval })
    try {
      autoScale.check()
    } catch (error) {
      autoScale.stop()
      throw error
    }
    this.stop()
    this.#autoScale = autoScale
    this.#interval = interval
    autoScale.start()
  }

  stop(): void {
    this.#autoScale?.stop()
    this.#autoScale = undefined
  }

  /** The properties of the pool resource. */
  resource(): Resource {
    if (this.#autoScale === undefined) return { enableAutoScale: false }
    const { formula, lastRun } = this.#autoScale
    return {
      enableAutoScale: true,
      autoScaleFormula: formula,
      autoScaleEvaluationInterval: this.#interval,
      ...(lastRun === undefined ? {} : { autoScaleRun: lastRun })
    }
  }
}
