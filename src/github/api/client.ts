import type { getOctokit } from '@actions/github'
import { statusKind } from '../../lib/http-status.ts'
import { type RetryPolicy, retry, TransientError } from '../../lib/retry.ts'

/** Timeout of one request, in milliseconds. */
const REQUEST_LIMIT = 20_000

/** Three attempts. A rate limit that resets only after more than half a minute is an error. */
const RETRIES: RetryPolicy = { firstWait: 1000, longestWait: 4000, limit: 30_000, attempts: 3 }

/** The author of everything that is written with `github.token`. */
const BOT = 'github-actions[bot]'

/** A repository, and the GitHub client to access it. */
export interface Repository {
  readonly octokit: ReturnType<typeof getOctokit>
  readonly owner: string
  readonly repo: string
}

/** Where a text was written to: an issue, or a comment with the number of its pull request. */
export interface WrittenTo {
  readonly number: number
  readonly url: string
}

/**
 * A failed request to GitHub: the token lacks a permission (`forbidden`), the error is temporary (`unavailable`), or it
 * is permanent (`refused`). The message is a whole sentence.
 */
export class GitHubProblem extends Error {
  readonly kind: 'forbidden' | 'unavailable' | 'refused'

  constructor(kind: GitHubProblem['kind'], sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.kind = kind
  }
}

/**
 * Opens the repository of the workflow run. The client reads `GITHUB_API_URL`, and the signal aborts its requests.
 *
 * @throws GitHubProblem outside of GitHub Actions
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
      'GITHUB_REPOSITORY is not set to a repository: this is not a GitHub Actions job.'
    )
  const github = await import('@actions/github')
  const octokit = github.getOctokit(token)
  octokit.hook.before('request', (options) => {
    options.request.signal = AbortSignal.any([signal, AbortSignal.timeout(REQUEST_LIMIT)])
  })
  return { octokit, owner, repo }
}

/**
 * The login of the token's owner, which distinguishes our texts from those of others who copied our marks. The REST API
 * does not report it for the token of a job.
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
 * Makes a request to GitHub, and retries it after a temporary error. `send` must be safe to repeat: it reads what exists
 * before it writes.
 *
 * @param what completes "Could not …"
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
      const sentence = `Could not ${what}: ${messageOf(error)}.`
      const problem = new GitHubProblem(kindOf(error), sentence, { cause: error })
      throw problem.kind === 'unavailable'
        ? new TransientError(problem, retryAfter(error))
        : problem
    }
  })

/** An unsuccessful response, or none, which the client reports as status 500 without a response. */
interface HttpError extends Error {
  readonly status: number
  readonly response?: { readonly headers: Readonly<Record<string, string | number | undefined>> }
}

const isHttpError = (error: unknown): error is HttpError =>
  error instanceof Error && typeof (error as Partial<HttpError>).status === 'number'

function kindOf(error: HttpError): GitHubProblem['kind'] {
  const { status } = error
  // A resource that was just created may not be found yet.
  if (retryAfter(error) !== null || status === 404) return 'unavailable'
  if (statusKind(status) === 'unavailable') return 'unavailable'
  return status === 403 ? 'forbidden' : 'refused'
}

/** Milliseconds until a rate limit resets; null if no rate limit was exceeded. */
function retryAfter({ response }: HttpError): number | null {
  const { headers = {} } = response ?? {}
  if (headers['retry-after'] !== undefined) return Number(headers['retry-after']) * 1000
  if (String(headers['x-ratelimit-remaining']) !== '0') return null
  return Math.max(0, Number(headers['x-ratelimit-reset']) * 1000 - Date.now())
}

/** GitHub's message without the URL of its documentation, and the status if there was a response. */
function messageOf({ message, status, response }: HttpError): string {
  const text = message.replace(/ - https:\/\/\S+$/, '').replace(/\.$/, '')
  return response ? `${text} (HTTP ${status})` : text
}
