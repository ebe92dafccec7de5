import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import type { IdentityToken } from '../backends/azure-batch/identity/credentials.ts'
import { AzureProblem, type ProblemKind } from '../backends/azure-batch/problem.ts'

/** How often GitHub is asked before its failure is believed, and how long one request may take, in milliseconds. */
const MOST_TRIES = 5
const REQUEST_LIMIT = 20_000

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
 * @param patience milliseconds before the first repetition; each later one waits twice as long
 */
export function identityToken(
  env: NodeJS.ProcessEnv,
  mask: (token: string) => void,
  patience = 1000
): IdentityToken | null {
  const address = env['ACTIONS_ID_TOKEN_REQUEST_URL']
  const bearer = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']
  if (!address || !bearer) return null
  return async (audience, signal) => {
    const url = new URL(address)
    url.searchParams.set('audience', audience)
    for (let tries = 1; ; tries++) {
      try {
        const token = await ask(url, bearer, signal)
        mask(token)
        return token
      } catch (error) {
        signal.throwIfAborted()
        if (tries === MOST_TRIES || !isPassing(error)) throw error
        await pause(patience * 2 ** (tries - 1), undefined, { signal }).catch(() =>
          signal.throwIfAborted()
        )
      }
    }
  }
}

const isPassing = (error: unknown): boolean =>
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
  status === 408 || status === 429 || status >= 500 ? 'unavailable' : 'refused'

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
