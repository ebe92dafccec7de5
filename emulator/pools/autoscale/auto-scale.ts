import type { Resource } from '../../protocol/request.ts'
import { now } from '../../protocol/stamp.ts'
import { evaluate, type Targets } from './evaluate.ts'
import { FormulaError } from './formula-error.ts'
import { type Measured, SampleHistory } from './samples.ts'

/** What autoscaling needs from its pool. */
export interface AutoScaleContext {
  /** The evaluation interval of the pool in milliseconds, in formula time. */
  readonly interval: number
  /** Real milliseconds between two evaluations: fewer, because the emulator is faster than the service. */
  readonly realInterval: number
  /** When the pool was created, in milliseconds since 1970: formula time and real time are equal then. */
  readonly since: number
  /** The current metrics, such as `$PendingTasks`. */
  readonly measure: () => Measured
  /** Constants that are not metrics: `$TaskSlotsPerNode`. */
  readonly numbers: ReadonlyMap<string, number>
  readonly targets: () => Targets
  /** Applies the result of the formula to the pool. */
  readonly apply: (targets: Targets) => void
}

/** The service takes a sample every thirty seconds. */
const SAMPLE_PERIOD = 30_000

/** The shortest sampling period in real milliseconds, however fast the emulator is. */
const SHORTEST_PERIOD = 20

/** Evaluates a formula periodically, over samples of the pool's metrics. */
export class AutoScale {
  readonly formula: string
  readonly #context: AutoScaleContext
  readonly #history: SampleHistory
  readonly #speed: number
  readonly #timers: readonly NodeJS.Timeout[]
  #run: Resource | undefined

  constructor(formula: string, context: AutoScaleContext) {
    this.formula = formula
    this.#context = context
    this.#speed = context.interval / context.realInterval
    const period = Math.max(SHORTEST_PERIOD, SAMPLE_PERIOD / this.#speed)
    this.#history = new SampleHistory(period * this.#speed)
    const sample = () => this.#history.take(this.#clock(), context.measure())
    this.#timers = [
      setInterval(sample, period),
      setInterval(() => this.#runFormula(), context.realInterval)
    ]
  }

  /** The last run; undefined before the first. */
  get lastRun(): Resource | undefined {
    return this.#run
  }

  /** Evaluates the formula for the first time. */
  start(): void {
    this.#runFormula()
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer)
  }

  /**
   * Evaluates any formula over this pool's samples.
   *
   * @returns an `AutoScaleRun`, which contains the error of a failed formula
   */
  evaluate(formula: string): Resource {
    return this.#outcome(formula).run
  }

  /** Checks the formula. @throws FormulaError if it fails for another reason than missing samples */
  check(): void {
    const { error } = this.#outcome(this.formula)
    if (error !== undefined && error.code !== 'InsufficientSampleData') throw error
  }

  #runFormula(): void {
    const { run, targets } = this.#outcome(this.formula)
    this.#run = run
    if (targets !== undefined) this.#context.apply(targets)
  }

  #outcome(formula: string): {
    readonly run: Resource
    readonly targets?: Targets
    readonly error?: FormulaError
  } {
    const { measure, numbers, targets } = this.#context
    const timestamp = now()
    const measured = measure()
    const names = Object.keys(measured)
    const samples = new Map(names.map((name) => [name, this.#history.of(name, measured)]))
    const environment = { clock: this.#clock(), targets: targets(), samples, numbers }
    try {
      const outcome = evaluate(formula, environment)
      return { run: { timestamp, results: outcome.results }, targets: outcome.targets }
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error
      const { results } = evaluate('', environment)
      return { run: { timestamp, results, error: errorOf(error) }, error }
    }
  }

  #clock(): number {
    const { since } = this.#context
    return since + (Date.now() - since) * this.#speed
  }
}

const errorOf = ({ code, general, message }: FormulaError): Resource => ({
  code,
  message: general,
  values: [{ name: 'Message', value: message }]
})
