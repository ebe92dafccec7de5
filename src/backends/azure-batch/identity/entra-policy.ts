import type { ClientAssertionCredentialOptions } from '@azure/identity'
import * as v from 'valibot'
import type { EntraRefusal } from './entra-problem.ts'

type Policy = NonNullable<ClientAssertionCredentialOptions['additionalPolicies']>[number]
type Response = Awaited<ReturnType<Policy['policy']['sendRequest']>>

/** A policy in the request pipeline of a credential of `@azure/identity`. */
export interface EntraPolicy {
  /** Runs before the credential's own policies, one of which repeats failed requests. */
  readonly policy: Policy
  /** The last failure; null if the last request succeeded. */
  refusal(): EntraRefusal | null
}

/** Milliseconds for one request, including its retries. */
const TIMEOUT = 60_000

/**
 * Adds what the credentials lack: requests are cancelled by our signal, and the full response of Entra is kept, of which
 * the credential's error contains only a part.
 *
 * @param timeout milliseconds
 */
export function entraPolicy(signal: AbortSignal, timeout = TIMEOUT): EntraPolicy {
  let refusal: EntraRefusal | null = null
  return {
    refusal: () => refusal,
    policy: {
      position: 'perCall',
      policy: {
        name: 'entra-policy',
        sendRequest: async (request, next) => {
          // The request's own timeout is not used: after a failure its timer would keep the process alive.
          const timedOut = AbortSignal.timeout(timeout)
          request.abortSignal = AbortSignal.any([signal, timedOut])
          try {
            const response = await next(request)
            refusal = response.status < 400 ? null : refusalIn(response)
            return response
          } catch (error) {
            const { code = '', message } = error as Error & { readonly code?: string }
            refusal = {
              status: null,
              code: timedOut.aborted ? 'ETIMEDOUT' : code,
              description: message
            }
            throw error
          }
        }
      }
    }
  }
}

function refusalIn({ status, bodyAsText }: Response): EntraRefusal {
  const description = descriptionIn(bodyAsText ?? '')
  const code = /\bAADSTS\d+/.exec(description)?.[0] ?? ''
  return { status, code, description: description || `HTTP ${status}` }
}

/** Entra's error response. A proxy may respond with anything. */
const errorSchema = v.pipe(v.string(), v.parseJson(), v.object({ error_description: v.string() }))

function descriptionIn(body: string): string {
  const { success, output } = v.safeParse(errorSchema, body)
  return success ? output.error_description : ''
}
