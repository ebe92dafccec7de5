import type { getOctokit } from '@actions/github'
import { statusKind } from '../../lib/http-status.ts'
import { type RetryPolicy, retry, TransientError } from '../../lib/retry.ts'

/** Milliseconds for one request. */
const REQUEST_LIMIT = 20_000

/** Three attempts; a rate limit that resets later than in half a minute is an error. */
const RETRIES: RetryPolicy = { firstWait: 1000, longestWait: 4000, limit: 30_000, attempts: 3 }

/** Where github.token's issues and comments come from, should GitHub not say whose the token is. */
const BOT = 'github-actions[bot]'

/** A repository, and GitHub's own client that speaks of it. */
export interface Repository {
  readonly octokit: ReturnType<typeof getOctokit>
  readonly owner: string
  readonly repo: string
}

/** Where people find what was written: an issue, or a comment and the number of its pull request. */
export interface Told {
  readonly number: number
  readonly url: string
}

/**
 * Why GitHub did not do what it was asked: the token may not (`forbidden`); it had a disturbance, or does not know the
 * thing, which passes (`unavailable`); or it never will (`refused`). The message is a whole sentence.
 */
export class GitHubProblem extends Error {
  readonly kind: 'forbidden' | 'unavailable' | 'refused'

  constructor(kind: GitHubProblem['kind'], sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.kind = kind
  }
}

/**
 * Opens the repository of the workflow run. The client finds the server by `GITHUB_API_URL`; every request of its ends
 * with the signal.
 *
 * @throws GitHubProblem where the environment names no repository
 */
export async function openRepository(
  env: NodeJS.ProcessEnv,
  token: string,
  signal: AbortSignal
): Promise<Repository> {
  const [owner, repo] = env['GITHUB_REPOSITORY']?.split('/') ?? []
  if (!owner || !repo)
    throw new GitHubProblem(
      'refused',
      'GITHUB_REPOSITORY names no repository: this is no job of GitHub.'
    )
  const github = await import('@actions/github')
  const octokit = github.getOctokit(token)
  octokit.hook.before('request', (options) => {
    options.request.signal = AbortSignal.any([signal, AbortSignal.timeout(REQUEST_LIMIT)])
  })
  return { octokit, owner, repo }
}

/**
 * The login in whose name the token writes. What others wrote is never taken for ours, whatever stands in it. Of the
 * token of a job, REST does not say whose it is.
 */
export async function loginOf({ octokit }: Repository): Promise<string> {
  try {
    const { viewer } = await octokit.graphql<{ readonly viewer: { readonly login: string } }>(
      'query { viewer { login } }'
    )
    return viewer.login
  } catch (error) {
    if ((error as Error).name === 'GraphqlResponseError') return BOT
    throw error
  }
}

/**
 * Makes a request to GitHub, and repeats it while GitHub reports a temporary error. A request first reads what is there,
 * so that repeating it never writes anything twice.
 *
 * @param what completes "GitHub did not …"
 * @throws GitHubProblem; the signal's reason
 */
export const request = <T>(
  what: string,
  send: () => Promise<T>,
  signal: AbortSignal,
  policy: RetryPolicy = RETRIES
): Promise<T> =>
  retry(policy, signal, async () => {
    try {
      return await send()
    } catch (error) {
      if (!isHttpError(error)) throw error
      const problem = new GitHubProblem(
        kindOf(error),
        `GitHub did not ${what}: ${wordsOf(error)}.`,
        {
          cause: error
        }
      )
      throw problem.kind === 'unavailable' ? new TransientError(problem, askedWait(error)) : problem
    }
  })

/** An answer that is none of success, or no answer at all, which the client tells as 500 without a response. */
interface HttpError extends Error {
  readonly status: number
  readonly response?: { readonly headers: Readonly<Record<string, string | number | undefined>> }
}

const isHttpError = (error: unknown): error is HttpError =>
  error instanceof Error && typeof (error as Partial<HttpError>).status === 'number'

function kindOf(error: HttpError): GitHubProblem['kind'] {
  const { status } = error
  // A resource that was just created may not be found yet.
  if (askedWait(error) !== null || status === 404) return 'unavailable'
  if (statusKind(status) === 'unavailable') return 'unavailable'
  return status === 403 ? 'forbidden' : 'refused'
}

/** Milliseconds that GitHub asks to wait for, where a limit of requests is used up; null where it does not. */
function askedWait({ response }: HttpError): number | null {
  const { headers = {} } = response ?? {}
  if (headers['retry-after'] !== undefined) return Number(headers['retry-after']) * 1000
  if (String(headers['x-ratelimit-remaining']) !== '0') return null
  return Math.max(0, Number(headers['x-ratelimit-reset']) * 1000 - Date.now())
}

/** GitHub's own words without the address of a manual page, and the status where there was an answer. */
function wordsOf({ message, status, response }: HttpError): string {
  const words = message.replace(/ - https:\/\/\S+$/, '').replace(/\.$/, '')
  return response ? `${words} (HTTP ${status})` : words
}
