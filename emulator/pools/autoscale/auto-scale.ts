import type { Resource } from '../../protocol/request.ts'
import { now } from '../../protocol/stamp.ts'
import { evaluate, type Targets } from './evaluate.ts'
import { FormulaError } from './formula-error.ts'
import { type Measured, SampleHistory } from './samples.ts'

/** What an autoscale formula can see and do. */
export interface AutoScaleContext {
  /** Milliseconds between two runs, as the pool asks for them; the formula's time counts in these. */
  readonly interval: number
  /** Milliseconds between two runs by the clock: less where the emulator is faster than the service. */
  readonly realInterval: number
  /** When the pool was made, in milliseconds since 1970: the formula's time and the clock agree there. */
  readonly since: number
  /** What there is now, by metric: `$PendingTasks` and the like. */
  readonly measure: () => Measured
  /** Numbers that are no metrics: `$TaskSlotsPerNode`. */
  readonly numbers: ReadonlyMap<string, number>
  readonly targets: () => Targets
  /** Asks the pool to become what the formula says. */
  readonly apply: (targets: Targets) => void
}

/** The service takes a sample every thirty seconds. */
const SAMPLE_PERIOD = 30_000

/** So often at most by the clock, however fast the emulator is. */
const SHORTEST_PERIOD = 20

/** A formula that runs again and again on a pool, over samples of what the pool is asked to do. */
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

  /** Runs for the first time; the next runs come by themselves. */
  start(): void {
    this.#runFormula()
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer)
  }

  /**
   * Works any formula out on this pool's samples.
   *
   * @returns an `AutoScaleRun`; a formula that fails is told in it
   */
  evaluate(formula: string): Resource {
    return this.#outcome(formula).run
  }

  /** Works the pool's own formula out. @throws FormulaError where it cannot be, for another reason than missing samples */
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
