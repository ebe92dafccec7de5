import type { ClientAssertionCredentialOptions } from '@azure/identity'
import * as v from 'valibot'
import type { EntraRefusal } from './entra-problem.ts'

type Policy = NonNullable<ClientAssertionCredentialOptions['additionalPolicies']>[number]
type Response = Awaited<ReturnType<Policy['policy']['sendRequest']>>

/** The requests of one of Microsoft's credentials, overheard. */
export interface EntraLine {
  /** Stands before the credential's own steps, of which one repeats what failed. */
  readonly policy: Policy
  /** What was refused last; null where nothing was. */
  refusal(): EntraRefusal | null
}

/** A request to Entra may take this long with all its repetitions, in milliseconds. */
const LIMIT = 60_000

/**
 * A step among a credential's requests that does what the credential itself does not: it cancels them with our signal,
 * and keeps what Entra really said, of which the credential's error tells only a part.
 *
 * @param limit milliseconds
 */
export function lineToEntra(signal: AbortSignal, limit = LIMIT): EntraLine {
  let refusal: EntraRefusal | null = null
  return {
    refusal: () => refusal,
    policy: {
      position: 'perCall',
      policy: {
        name: 'line-to-entra',
        sendRequest: async (request, next) => {
          // Not the request's own timeout: its timer lives on after a failure, and the process with it.
          const late = AbortSignal.timeout(limit)
          request.abortSignal = AbortSignal.any([signal, late])
          try {
            const response = await next(request)
            refusal = response.status < 400 ? null : refusalIn(response)
            return response
          } catch (error) {
            const { code, message } = error as Error & { readonly code?: string }
            const word = late.aborted ? 'ETIMEDOUT' : (code ?? '')
            refusal = { status: null, code: word, description: message }
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

/** Entra answers so; what stands between us and it may answer anything. */
const Answer = v.pipe(v.string(), v.parseJson(), v.object({ error_description: v.string() }))

function descriptionIn(body: string): string {
  const { success, output } = v.safeParse(Answer, body)
  return success ? output.error_description : ''
}
