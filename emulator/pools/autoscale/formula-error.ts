/** A position in a formula; both numbers start at 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** The error messages of the service. */
const MESSAGES = {
  AutoScalingFormulaSyntaxError: 'The specified auto-scaling formula has a syntax error.',
  AutoScaleFormulaTooLong: 'The specified auto-scaling formula exceeds lengths limit.',
  AutoScalingFormulaEvaluationError: 'The specified auto-scaling formula has evaluation error',
  InsufficientSampleData: 'Autoscale evaluation failed due to insufficient sample data'
} as const

/** A formula has a syntax error, or its evaluation failed. */
export class FormulaError extends Error {
  readonly code: keyof typeof MESSAGES
  /** The general message of the service; details are in `message`. */
  readonly general: string

  constructor(code: keyof typeof MESSAGES, position: Position, reason: string) {
    super(`Line ${position.line}, Col ${position.column}: ${reason}`)
    this.code = code
    this.general = MESSAGES[code]
  }
}

export const syntaxError = (position: Position, reason: string): FormulaError =>
  new FormulaError('AutoScalingFormulaSyntaxError', position, reason)

export const evaluationError = (position: Position, reason: string): FormulaError =>
  new FormulaError('AutoScalingFormulaEvaluationError', position, reason)

export const tooLong = (): FormulaError =>
  new FormulaError('AutoScaleFormulaTooLong', { line: 1, column: 1 }, 'The formula is too long')
