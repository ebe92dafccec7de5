import * as v from 'valibot'

const seconds = v.pipe(v.number(), v.minValue(0))
const whole = v.pipe(v.number(), v.integer(), v.minValue(0))
const name = v.pipe(v.string(), v.minLength(1))

/** Where and how often a fault is to strike; without any of it, once and at the next occasion. */
const STRIKES = {
  times: v.optional(
    v.union([v.pipe(v.number(), v.integer(), v.minValue(1)), v.literal('always')]),
    1
  ),
  after: v.optional(whole, 0),
  probability: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 1),
  only: v.optional(
    v.strictObject({
      operation: v.exactOptional(name),
      poolId: v.exactOptional(name),
      jobId: v.exactOptional(name),
      taskId: v.exactOptional(name),
      nodeId: v.exactOptional(name)
    }),
    {}
  )
}

/** A fault as it is asked for. */
const orderSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('throttled'),
    status: v.optional(v.picklist([429, 503]), 429),
    retryAfterSeconds: v.optional(whole, 1),
    ...STRIKES
  }),
  v.strictObject({
    kind: v.literal('server-error'),
    status: v.optional(v.literal(500), 500),
    ...STRIKES
  }),
  v.strictObject({ kind: v.literal('cut'), when: v.picklist(['before', 'after']), ...STRIKES }),
  v.strictObject({ kind: v.literal('slow'), seconds, ...STRIKES }),
  v.strictObject({ kind: v.literal('half-added'), ...STRIKES }),
  v.strictObject({ kind: v.literal('token-expired'), ...STRIKES }),
  v.strictObject({
    kind: v.literal('start-task-fails'),
    exitCode: v.optional(v.pipe(whole, v.minValue(1), v.maxValue(255)), 1),
    ...STRIKES
  }),
  v.strictObject({ kind: v.literal('node-never-ready'), ...STRIKES }),
  v.strictObject({
    kind: v.literal('resize-error'),
    code: v.optional(name, 'AccountCoreQuotaReached'),
    message: v.optional(name, 'The specified account has reached core quota.'),
    ...STRIKES
  }),
  v.strictObject({
    kind: v.literal('preempted'),
    afterSeconds: v.optional(seconds, 0),
    ...STRIKES
  }),
  v.strictObject({ kind: v.literal('upload-fails'), ...STRIKES }),
  v.strictObject({ kind: v.literal('sas-expired'), ...STRIKES })
])

/** A fault as it is asked for: all but its kind may be left out where there is something usual. */
export type Order = v.InferInput<typeof orderSchema>

/** An order that was not understood; its message says why. */
export class NotUnderstood extends Error {}

/**
 * Reads orders from anywhere.
 *
 * @throws NotUnderstood
 */
export function readOrders(asked: unknown): v.InferOutput<typeof orderSchema>[] {
  const result = v.safeParse(v.array(orderSchema), asked)
  if (result.success) return result.output
  throw new NotUnderstood(result.issues.map(sentence).join(' '))
}

function sentence(issue: v.BaseIssue<unknown>): string {
  const where = v.getDotPath(issue) ?? 'A fault'
  return `${where}: ${issue.message}.`
}
