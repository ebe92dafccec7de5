import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { evaluate } from './evaluate.ts'
import { FormulaError } from './formula-error.ts'
import { parse } from './parse.ts'
import { SampleHistory } from './samples.ts'

const NOON = Date.parse('2026-01-05T12:00:00Z')
const MINUTE = 60_000

/** `$PendingTasks` was 2, 4, 6, 8, 10 at noon and the four half minutes before it. */
const history = new SampleHistory(MINUTE / 2)
for (let n = 0; n < 5; n += 1) {
  history.take(NOON - (4 - n) * (MINUTE / 2), { $PendingTasks: 2 * (n + 1) })
}

const environment = (clock = NOON) => ({
  clock,
  targets: { dedicated: 3, lowPriority: 0, deallocation: 'requeue' },
  samples: new Map([
    ['$PendingTasks', history.of('$PendingTasks', { $PendingTasks: 12 })],
    ['$ActiveTasks', new SampleHistory(MINUTE / 2).of('$ActiveTasks', { $ActiveTasks: 0 })]
  ]),
  numbers: new Map([['$TaskSlotsPerNode', 4]])
})

/** The value of `x` after the formula `x = …`, as in the results. */
const worth = (expression: string) =>
  evaluate(`x = ${expression};`, environment()).results.split(';x=')[1]

describe('an autoscale formula', () => {
  test.each([
    ['1 + 2 * 3 - 4 / 2', '5'],
    ['(1 + 2) * 3', '9'],
    ['10 - 3 - 2', '5'],
    ['-2 * -3', '6'],
    ['.5 + 1e2', '100.5'],
    ['1 < 2 && 2 <= 2 && 3 > 2 && 3 >= 3 && 1 != 2 && 1 == 1', '1'],
    ['0 || !5', '0'],
    ['1 > 2 ? 10 : 2 > 1 ? 20 : 30', '20'],
    ['0 ? 1 / 0 : 7', '7'],
    ['"a" < "b"', '1'],
    ['max(1, 7, 3) + min(4, 2)', '9'],
    ['avg($PendingTasks.GetSample(5))', '6'],
    ['sum($PendingTasks.GetSample(2))', '18'],
    ['len($PendingTasks.GetSample(99))', '5'],
    ['val($PendingTasks.GetSample(5), 1)', '4'],
    ['percentile($PendingTasks.GetSample(5), 50)', '6'],
    ['range($PendingTasks.GetSample(5))', '8'],
    ['std($PendingTasks.GetSample(5)) > 2.82', '1'],
    ['norm(3, 4)', '5'],
    ['$PendingTasks.GetSample(3) * 2', '12,16,20'],
    ['$PendingTasks.GetSample(2) + $PendingTasks.GetSample(2)', '16,20'],
    ['ceil(1.2) + floor(1.8) + round(1.5)', '5'],
    ['lg(8) + log(100)', '5'],
    ['ln(1)', '0'],
    ['max(0, $ActiveTasks.GetSample(1))', '0'],
    ['$PendingTasks.GetSamplePercent(TimeInterval_Minute * 2)', '100'],
    ['$PendingTasks.GetSamplePercent(TimeInterval_Minute * 5)', '50'],
    ['$ActiveTasks.GetSamplePercent(TimeInterval_Minute * 5)', '0'],
    ['len($PendingTasks.GetSample(TimeInterval_Minute))', '3'],
    ['len($PendingTasks.GetSample(TimeInterval_Minute * 2, TimeInterval_Minute))', '3'],
    ['len($PendingTasks.GetSample(0 * TimeInterval_Second, TimeInterval_Minute))', '3'],
    ['len($PendingTasks.GetSample(TimeInterval_Minute * 5, 50))', '5'],
    ['$PendingTasks.Count()', '5'],
    ['$PendingTasks.GetSamplePeriod() == 30 * TimeInterval_Second', '1'],
    ['$PendingTasks.HistoryBeginTime() < time()', '1'],
    ['$PendingTasks + 1', '13'],
    ['$TaskSlotsPerNode', '4'],
    ['time()', '2026-01-05T12:00:00.000Z'],
    ['time() - time("2026-01-05T11:00:00Z") == TimeInterval_Hour', '1'],
    ['time("2026-01-05T11:00:00Z") + TimeInterval_Day > time()', '1'],
    ['TimeInterval_Week / 7 - TimeInterval_Day == TimeInterval_Zero', '1'],
    ['time() - time("2026-01-04T10:59:58Z")', '1.01:00:02']
  ])('evaluates %s to %s', (expression, expected) => {
    expect(worth(expression)).toBe(expected)
  })

  test.each([
    ['', '$TargetDedicatedNodes=3;$TargetLowPriorityNodes=0;$NodeDeallocationOption=requeue'],
    [
      '$TargetLowPriorityNodes=3',
      '$TargetDedicatedNodes=3;$TargetLowPriorityNodes=3;$NodeDeallocationOption=requeue'
    ],
    [
      '// half of it\n$TargetDedicatedNodes = $TargetDedicatedNodes / 2; /* or\n more */ $NodeDeallocationOption = taskcompletion;',
      '$TargetDedicatedNodes=1;$TargetLowPriorityNodes=0;$NodeDeallocationOption=taskcompletion'
    ],
    [
      'nodes = -4; $TargetDedicatedNodes = nodes;',
      '$TargetDedicatedNodes=0;$TargetLowPriorityNodes=0;$NodeDeallocationOption=requeue;nodes=-4'
    ]
  ])('%j sets %s', (formula, results) => {
    expect(evaluate(formula, environment()).results).toBe(results)
  })

  test.each([
    ['something_useless', 'Line 1, Col 1: Undefined symbol: something_useless'],
    ['x = 1;\n y = x + nothing;', 'Line 2, Col 10: Undefined symbol: nothing'],
    ['x = toString(1);', 'Line 1, Col 5: Undefined function: toString'],
    ['x = ceil(1, 2);', 'Line 1, Col 5: Wrong number of arguments for function: ceil'],
    ['x = time() + 1;', 'Line 1, Col 12: Operator + does not take values of these types'],
    ['x = 1 / 0;', 'Line 1, Col 7: Division by zero'],
    ['x = $PendingTasks.Guess();', 'Line 1, Col 19: Undefined method: Guess'],
    ['$PendingTasks = 1;', 'Line 1, Col 1: $PendingTasks is read-only'],
    ['$NodeDeallocationOption = "never";', /must be a node deallocation option/],
    ['$TargetDedicatedNodes = "two";', /must be a number/]
  ])('%j cannot be evaluated', (formula, reason) => {
    expect(() => evaluate(formula, environment())).toThrow(
      expect.objectContaining({
        code: 'AutoScalingFormulaEvaluationError',
        message: typeof reason === 'string' ? reason : expect.stringMatching(reason)
      })
    )
  })

  test('that needs more samples than exist reports how many there are', () => {
    const formula = 'x = avg($PendingTasks.GetSample(TimeInterval_Minute * 5, 70));'
    expect(() => evaluate(formula, environment())).toThrow(
      expect.objectContaining({
        code: 'InsufficientSampleData',
        message:
          'Line 1, Col 23: Insufficient data from data set: $PendingTasks wanted 70%, received 50%'
      })
    )
  })

  test.each([
    ['x = ', 'Line 1, Col 5: Unexpected end of formula'],
    ['x = (1;', 'Line 1, Col 7: Unexpected token: ;'],
    ['x = 1 y = 2', 'Line 1, Col 7: Unexpected token: y'],
    ['x = #;', 'Line 1, Col 5: Unexpected character: #']
  ])('%j is a syntax error', (formula, reason) => {
    expect(() => parse(formula)).toThrow(
      expect.objectContaining({ code: 'AutoScalingFormulaSyntaxError', message: reason })
    )
  })

  test.each([
    ['nested too deeply', `x = ${'('.repeat(3000)}`, /nested too deeply/],
    ['negated too often', `x = ${'-'.repeat(3000)}1`, /nested too deeply/],
    ['one very long sum', `x = 1${'+1'.repeat(3000)}`, /statement is too long/],
    ['longer than 8 KB', ' '.repeat(9000), /formula is too long/]
  ])('that is %s is rejected', (_, formula, reason) => {
    expect(() => parse(formula)).toThrow(reason)
  })

  test('of any text is evaluated or rejected with a reason', () => {
    const part = fc.constantFrom(
      ...[
        'x',
        '=',
        '1',
        ';',
        '(',
        ')',
        '+',
        '-',
        '!',
        '?',
        ':',
        'max',
        ',',
        '.',
        '"a"',
        '$PendingTasks'
      ],
      ...['GetSample', 'TimeInterval_Day', 'time', '\n', '&&', '<', '*', '/', '//', 'val']
    )
    void fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        try {
          evaluate(parts.join(' '), environment())
        } catch (error) {
          expect(error).toBeInstanceOf(FormulaError)
        }
      })
    )
  })

  test('of the usual kind starts with its initial size, follows the tasks, and halves when idle', () => {
    const formula = (created: string) => `
      lifespan = time() - time("${created}");
      interval = TimeInterval_Minute * 5;
      $samples = $PendingTasks.GetSamplePercent(interval);
      $tasks = $samples < 70 ? max(0, $PendingTasks.GetSample(1)) : max($PendingTasks.GetSample(1), avg($PendingTasks.GetSample(interval)));
      $targetVMs = $tasks > 0 ? $tasks : max(0, $TargetDedicatedNodes/2);
      targetPoolSize = max(0, min($targetVMs, 8));
      $TargetDedicatedNodes = lifespan < interval ? 2 : targetPoolSize;
      $NodeDeallocationOption = taskcompletion;`
    const size = (created: string, clock = NOON) => {
      const { samples, ...rest } = environment(clock)
      return evaluate(formula(created), { ...rest, samples }).targets
    }
    expect(size('2026-01-05T11:58:00Z')).toEqual({
      dedicated: 2,
      lowPriority: 0,
      deallocation: 'taskcompletion'
    })
    expect(size('2026-01-05T11:00:00Z').dedicated).toBe(8)
    const idle = new SampleHistory(MINUTE / 2)
    idle.take(NOON, { $PendingTasks: 0 })
    const samples = new Map([['$PendingTasks', idle.of('$PendingTasks', { $PendingTasks: 0 })]])
    const after = evaluate(formula('2026-01-05T11:00:00Z'), { ...environment(), samples })
    expect(after.targets.dedicated).toBe(1)
  })
})
