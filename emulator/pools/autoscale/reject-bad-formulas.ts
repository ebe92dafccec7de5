import { BatchError } from '../../protocol/batch-error.ts'
import { FormulaError } from './formula-error.ts'

/** Runs a function and turns a FormulaError into a BatchError 400. */
export function rejectBadFormulas<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    const details = [{ key: 'Message', value: error.message }]
    if (error.code !== 'AutoScalingFormulaEvaluationError') {
      throw new BatchError(400, error.code, error.general, details)
    }
    const message = 'The specified auto-scaling settings are not valid.'
    throw new BatchError(400, 'InvalidAutoScalingSettings', message, details)
  }
}
