import * as v from 'valibot'

const seconds = v.pipe(v.number(), v.minValue(0))
const whole = v.pipe(v.number(), v.integer(), v.minValue(0))
const name = v.pipe(v.string(), v.minLength(1))

/** When a fault is triggered; by default once, at the next opportunity. */
const COMMON = {
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

/** A fault as specified by the user. */
const faultSpecSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('throttled'),
    status: v.optional(v.picklist([429, 503]), 429),
    retryAfterSeconds: v.optional(whole, 1),
    ...COMMON
  }),
  v.strictObject({
    kind: v.literal('server-error'),
    status: v.optional(v.literal(500), 500),
    ...COMMON
  }),
  v.strictObject({ kind: v.literal('cut'), when: v.picklist(['before', 'after']), ...COMMON }),
  v.strictObject({ kind: v.literal('slow'), seconds, ...COMMON }),
  v.strictObject({ kind: v.literal('half-added'), ...COMMON }),
  v.strictObject({ kind: v.literal('token-expired'), ...COMMON }),
  v.strictObject({
    kind: v.literal('start-task-fails'),
    exitCode: v.optional(v.pipe(whole, v.minValue(1), v.maxValue(255)), 1),
    ...COMMON
  }),
  v.strictObject({ kind: v.literal('node-never-ready'), ...COMMON }),
  v.strictObject({
    kind: v.literal('resize-error'),
    code: v.optional(name, 'AccountCoreQuotaReached'),
    message: v.optional(name, 'The specified account has reached core quota.'),
    ...COMMON
  }),
  v.strictObject({
    kind: v.literal('preempted'),
    afterSeconds: v.optional(seconds, 0),
    ...COMMON
  }),
  v.strictObject({ kind: v.literal('upload-fails'), ...COMMON }),
  v.strictObject({ kind: v.literal('sas-expired'), ...COMMON })
])

/** A fault as specified by the user; properties with a default may be omitted. */
export type FaultSpec = v.InferInput<typeof faultSpecSchema>

/** A fault specification is invalid; the message says why. */
export class InvalidFaultSpec extends Error {}

/**
 * Validates fault specifications from any source.
 *
 * @throws InvalidFaultSpec
 */
export function parseFaultSpecs(input: unknown): v.InferOutput<typeof faultSpecSchema>[] {
  const result = v.safeParse(v.array(faultSpecSchema), input)
  if (result.success) return result.output
  throw new InvalidFaultSpec(result.issues.map(sentence).join(' '))
}

function sentence(issue: v.BaseIssue<unknown>): string {
  const where = v.getDotPath(issue) ?? 'A fault'
  return `${where}: ${issue.message}.`
}
