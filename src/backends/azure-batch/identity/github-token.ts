import * as v from 'valibot'
import { statusKind } from '../../../lib/http-status.ts'
import { type RetryPolicy, retry, TransientError } from '../../../lib/retry.ts'
import { AzureProblem, type ProblemKind } from '../problem.ts'
import type { IdentityToken } from './identity-token.ts'

/** Timeout of one request, in milliseconds. */
const REQUEST_LIMIT = 20_000

/** Five attempts within about 15 seconds. */
const RETRIES: RetryPolicy = { firstWait: 1000, longestWait: 8000, limit: 120_000, attempts: 5 }

/** The response of GitHub's OIDC provider. */
const Answer = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ value: v.pipe(v.string(), v.minLength(1)) })
)

/**
 * Gives the function that requests the job's OIDC tokens; null without the permission `id-token: write`, because the
 * runner then passes no URL to request them from. `getIDToken` of the toolkit cannot be cancelled.
 *
 * @param mask masks a token in the log
 */
export function githubIdentityToken(
  env: NodeJS.ProcessEnv,
  mask: (token: string) => void,
  policy = RETRIES
): IdentityToken | null {
  const address = env['ACTIONS_ID_TOKEN_REQUEST_URL']
  const bearer = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']
  if (!address || !bearer) return null
  return async (audience, signal) => {
    const url = new URL(address)
    url.searchParams.set('audience', audience)
    const token = await retry(policy, signal, () =>
      requestToken(url, bearer, signal).catch((error: unknown) => {
        throw isTransient(error) ? new TransientError(error, null) : error
      })
    )
    mask(token)
    return token
  }
}

const isTransient = (error: unknown): error is AzureProblem =>
  error instanceof AzureProblem && error.kind === 'unavailable'

async function requestToken(url: URL, bearer: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
    signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_LIMIT)])
  }).catch((error: unknown) => {
    throw problem('unavailable', networkError(error))
  })
  const body = await response.text().catch((error: unknown) => {
    throw problem('unavailable', networkError(error))
  })
  if (!response.ok) throw problem(kindOf(response.status), `HTTP ${response.status}`)
  const { success, output } = v.safeParse(Answer, body)
  if (!success) throw problem('unavailable', 'the response has no token in it')
  return output.value
}

const kindOf = (status: number): ProblemKind =>
  statusKind(status) === 'unavailable' ? 'unavailable' : 'refused'

/** The error code of the network, such as `ECONNREFUSED`, which `fetch` puts into the cause. */
function networkError(error: unknown): string {
  const { name, cause } = error as Error & { readonly cause?: { readonly code?: string } }
  return cause?.code ?? (name === 'TimeoutError' ? 'timeout' : 'no connection')
}

function problem(kind: ProblemKind, reason: string): AzureProblem {
  const remedy =
    kind === 'refused'
      ? 'Check that the job has `permissions: id-token: write`.'
      : 'Try again later; https://www.githubstatus.com shows whether GitHub has an incident.'
  return new AzureProblem(
    kind,
    '',
    `GitHub did not issue an identity token for this job (${reason}). ${remedy}`
  )
}
