import { setTimeout as pause } from 'node:timers/promises'
import type { getOctokit } from '@actions/github'

/** How often GitHub is asked before its failure is believed. */
const MOST_TRIES = 3
/** Milliseconds that one request may take, and that are waited at most where GitHub asks for patience. */
const REQUEST_LIMIT = 20_000
const LONGEST_WAIT = 30_000

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
 * Asks GitHub for something, and again where it had a disturbance. What is asked looks first at what is there, so that
 * a repetition writes nothing twice.
 *
 * @param what completes "GitHub did not …"
 * @param patience milliseconds before the first repetition; the next one waits twice as long
 * @throws GitHubProblem; the signal's reason
 */
export async function patiently<T>(
  what: string,
  ask: () => Promise<T>,
  signal: AbortSignal,
  patience = 1000
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask()
    } catch (error) {
      signal.throwIfAborted()
      if (!isHttpError(error)) throw error
      const kind = kindOf(error)
      const wait = askedWait(error) ?? patience * 2 ** (tries - 1)
      if (kind !== 'unavailable' || tries === MOST_TRIES || wait > LONGEST_WAIT)
        throw new GitHubProblem(kind, `GitHub did not ${what}: ${wordsOf(error)}.`, {
          cause: error
        })
      await pause(wait, undefined, { signal }).catch(() => signal.throwIfAborted())
    }
  }
}

/** An answer that is none of success, or no answer at all, which the client tells as 500 without a response. */
interface HttpError extends Error {
  readonly status: number
  readonly response?: { readonly headers: Readonly<Record<string, string | number | undefined>> }
}

const isHttpError = (error: unknown): error is HttpError =>
  error instanceof Error && typeof (error as Partial<HttpError>).status === 'number'

function kindOf(error: HttpError): GitHubProblem['kind'] {
  const { status } = error
  if (askedWait(error) !== null || [404, 408, 429].includes(status) || status >= 500)
    return 'unavailable'
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
