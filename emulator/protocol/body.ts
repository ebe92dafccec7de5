import * as v from 'valibot'
import { BatchError, type ErrorDetail } from './batch-error.ts'
import type { BatchRequest } from './request.ts'

/** Kinds of issues that are about a value of the right type: the service names the property for these. */
const VALUE_ISSUES = new Set(['picklist', 'literal', 'enum', 'union', 'variant'])

/**
 * The body of a request, checked. No body at all counts as one without properties: some operations take either.
 *
 * @throws BatchError where the service would not take it
 */
export function bodyOf<S extends v.GenericSchema>(
  request: BatchRequest,
  schema: S
): v.InferOutput<S> {
  // An array would pass for an object.
  if (Array.isArray(request.body)) throw notSyntacticallyValid('The body is not a JSON object.')
  const result = v.safeParse(schema, request.body ?? {}, { abortPipeEarly: true })
  if (!result.success) throw refusal(result.issues[0])
  return result.output
}

function refusal(issue: v.BaseIssue<unknown>): BatchError {
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

/** The refusal of a body that is no JSON, or not of the shape that the operation takes. */
export const notSyntacticallyValid = (reason: string): BatchError =>
  new BatchError(
    400,
    'InvalidRequestBody',
    'The specified Request Body is not syntactically valid.',
    [{ key: 'Reason', value: reason }]
  )

/** The refusal of a body that lacks what it must have. */
export const missingProperty = (name: string): BatchError =>
  new BatchError(
    400,
    'MissingRequiredProperty',
    'A required property was not specified in the request body.',
    [{ key: 'PropertyName', value: name }]
  )

/** The refusal of a property's value; the service shows it only where it is a plain one. */
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
