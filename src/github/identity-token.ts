import * as v from 'valibot'
import type { IdentityToken } from '../backends/azure-batch/identity/credentials.ts'
import { AzureProblem, type ProblemKind } from '../backends/azure-batch/problem.ts'
import { statusKind } from '../lib/http-status.ts'
import { type RetryPolicy, retry, TransientError } from '../lib/retry.ts'

/** Milliseconds for one request. */
const REQUEST_LIMIT = 20_000

/** Five attempts in about a quarter of a minute. */
const RETRIES: RetryPolicy = { firstWait: 1000, longestWait: 8000, limit: 120_000, attempts: 5 }

/** What GitHub answers. */
const Answer = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ value: v.pipe(v.string(), v.minLength(1)) })
)

/**
 * How this job asks GitHub who it is; null where the job may not: without `id-token: write` the runner does not say whom
 * to ask. The toolkit's own `getIDToken` cannot be cancelled. Each token is masked in the log.
 *
 * @param mask hides a token from the runner's log
 */
export function identityToken(
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
      ask(url, bearer, signal).catch((error: unknown) => {
        throw isTransient(error) ? new TransientError(error, null) : error
      })
    )
    mask(token)
    return token
  }
}

const isTransient = (error: unknown): error is AzureProblem =>
  error instanceof AzureProblem && error.kind === 'unavailable'

async function ask(url: URL, bearer: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
    signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_LIMIT)])
  }).catch((error: unknown) => {
    throw problem('unavailable', networkWord(error))
  })
  const body = await response.text().catch((error: unknown) => {
    throw problem('unavailable', networkWord(error))
  })
  if (!response.ok) throw problem(kindOf(response.status), `HTTP ${response.status}`)
  const { success, output } = v.safeParse(Answer, body)
  if (!success) throw problem('unavailable', 'its answer has no token in it')
  return output.value
}

const kindOf = (status: number): ProblemKind =>
  statusKind(status) === 'unavailable' ? 'unavailable' : 'refused'

/** The network's own word, such as `ECONNREFUSED`, which fetch hides in the cause. */
function networkWord(error: unknown): string {
  const { name, cause } = error as Error & { readonly cause?: { readonly code?: string } }
  return cause?.code ?? (name === 'TimeoutError' ? 'no answer in time' : 'no connection')
}

function problem(kind: ProblemKind, reason: string): AzureProblem {
  const remedy =
    kind === 'refused'
      ? 'Check that the job has `permissions: id-token: write`.'
      : 'Try again later; https://www.githubstatus.com tells whether GitHub has a disturbance.'
  return new AzureProblem(kind, '', `GitHub gave this job no identity token (${reason}). ${remedy}`)
}
