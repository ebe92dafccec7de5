import * as v from 'valibot'
import { BatchError, type ErrorDetail } from './batch-error.ts'
import type { BatchRequest } from './request.ts'

/** Issues with a value of the right type. For these, the service names the property. */
const VALUE_ISSUES = new Set(['picklist', 'literal', 'enum', 'union', 'variant'])

/**
 * Validates the body of a request. A missing body counts as an empty object, because some operations accept both.
 *
 * @throws BatchError if the service would reject the body
 */
export function bodyOf<S extends v.GenericSchema>(
  request: BatchRequest,
  schema: S
): v.InferOutput<S> {
  // valibot accepts an array where an object is expected.
  if (Array.isArray(request.body)) throw notSyntacticallyValid('The body is not a JSON object.')
  const result = v.safeParse(schema, request.body ?? {}, { abortPipeEarly: true })
  if (!result.success) throw errorFor(result.issues[0])
  return result.output
}

function errorFor(issue: v.BaseIssue<unknown>): BatchError {
  const keys = issue.path?.map(({ key }) => String(key)) ?? []
  const property = keys.filter((key) => !/^\d+$/.test(key)).at(-1)
  if (property === undefined) return notSyntacticallyValid(issue.message)
  if (issue.expected === 'never') {
    return notSyntacticallyValid(
      `The property '${property}' does not exist. Make sure to only use property names that are defined by the type.`
    )
  }
  if (issue.kind === 'schema' && issue.input === undefined) return missingProperty(property)
  if (issue.kind === 'schema' && !VALUE_ISSUES.has(issue.type)) {
    return notSyntacticallyValid(`The property '${property}' is invalid. ${issue.message}`)
  }
  return invalidProperty(property, issue.input, issue.message)
}

/** The error for a body that is not JSON or does not match the operation's schema. */
export const notSyntacticallyValid = (reason: string): BatchError =>
  new BatchError(
    400,
    'InvalidRequestBody',
    'The specified Request Body is not syntactically valid.',
    [{ key: 'Reason', value: reason }]
  )

/** The error for a body without a required property. */
export const missingProperty = (name: string): BatchError =>
  new BatchError(
    400,
    'MissingRequiredProperty',
    'A required property was not specified in the request body.',
    [{ key: 'PropertyName', value: name }]
  )

/** The error for an invalid property value. The service quotes the value only if it is a scalar. */
export function invalidProperty(name: string, value: unknown, reason: string): BatchError {
  const plain = typeof value !== 'object' && value !== undefined
  const shown: ErrorDetail[] = plain ? [{ key: 'PropertyValue', value: String(value) }] : []
  return new BatchError(
    400,
    'InvalidPropertyValue',
    'The value provided for one of the properties in the request body is invalid.',
    [{ key: 'PropertyName', value: name }, ...shown, { key: 'Reason', value: reason }]
  )
}
