import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { RepositoryArtifacts } from './github-artifacts.ts'
import {
  type Answer,
  type Call,
  created,
  noContent,
  ok,
  pageOf,
  refused
} from './github-responses.ts'

/** An issue on GitHub. */
export interface Issue {
  readonly number: number
  readonly user: { readonly login: string }
  readonly html_url: string
  title: string
  body: string
  state: 'open' | 'closed'
  state_reason: string | null
  readonly pull_request?: object
}

/** A comment on an issue or a pull request. */
export interface Comment {
  readonly id: number
  readonly issue: number
  readonly user: { readonly login: string }
  readonly html_url: string
  body: string
}

/** A file of a pull request. */
export interface ChangedFile {
  readonly filename: string
  readonly status: 'added' | 'modified' | 'removed' | 'renamed' | 'changed'
}

/** A pull request on GitHub. */
export interface Pull {
  readonly number: number
  readonly html_url: string
  readonly title: string
  readonly head: { readonly ref: string; readonly label: string }
  readonly base: { readonly ref: string }
  state: 'open' | 'closed'
}

/** The response to a request that fails. If `done` is set, the request takes effect nevertheless. */
export type Failure =
  | {
      readonly status: number
      readonly message: string
      readonly headers?: object
      readonly done?: true
    }
  | 'silence'
  | 'hang-up'

/** A stand-in for the GitHub API with issues, comments, pull requests and artifacts of the repository octo/scans. */
export interface GitHubApi {
  readonly env: Readonly<Record<'GITHUB_API_URL', string>>
  /** `bot` is the token of a job; `fork` is read-only. */
  readonly tokens: Readonly<Record<'bot' | 'fork', string>>
  readonly issues: Issue[]
  readonly comments: Comment[]
  readonly pulls: Pull[]
  /** The files of every pull request. */
  files: ChangedFile[]
  readonly artifacts: RepositoryArtifacts
  /** Method and path of every request. */
  readonly requests: string[]
  /** The failures of the next requests, in order; null for a request that succeeds. */
  readonly failures: (Failure | null)[]
  /** The login of the token's owner; null if GitHub does not report it. */
  viewer: string | null
  addIssue(changes?: Partial<Issue>): Issue
  addComment(issue: number, login: string, body: string): Comment
  addPull(head: string, base: string, title?: string): Pull
  stop(): Promise<void>
}

const OWNER = 'octo'
const REPOSITORY = `/repos/${OWNER}/scans`
const BOT = 'github-actions[bot]'
const PAGE = 'https://github.com/octo/scans'
/** Limits of GitHub: characters of a body, and files of a pull request. */
const LONGEST_BODY = 65_536
const MOST_FILES = 3000

/** Starts the stand-in on loopback. */
export async function startGitHubApi(): Promise<GitHubApi> {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`

  const api: GitHubApi = {
    env: { GITHUB_API_URL: url },
    tokens: { bot: 'ghs_bot', fork: 'ghs_fork' },
    ...{ issues: [], comments: [], pulls: [], files: [], requests: [], failures: [] },
    artifacts: new RepositoryArtifacts(),
    viewer: BOT,
    addIssue: (changes = {}) => {
      const number = Math.max(0, ...api.issues.map((issue) => issue.number)) + 1
      const issue: Issue = {
        ...{ number, user: { login: BOT }, html_url: `${PAGE}/issues/${number}` },
        ...{ title: 'An issue', body: '', state: 'open', state_reason: null },
        ...changes
      }
      api.issues.push(issue)
      return issue
    },
    addComment: (issue, login, body) => {
      const id = 100 + api.comments.length
      const page = `${PAGE}/issues/${issue}#issuecomment-${id}`
      const comment = { id, issue, user: { login }, html_url: page, body }
      api.comments.push(comment)
      return comment
    },
    addPull: (head, base, title = 'A pull request') => {
      const number = api.pulls.length + 1
      const branches = { head: { ref: head, label: `${OWNER}:${head}` }, base: { ref: base } }
      const html_url = `${PAGE}/pull/${number}`
      const pull: Pull = { number, html_url, title, ...branches, state: 'open' }
      api.pulls.push(pull)
      return pull
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', url)
    const given = await text(request)
    const call: Call = {
      ...{ method: request.method ?? '', path: pathname, query: searchParams },
      body: given === '' ? {} : JSON.parse(given)
    }
    api.requests.push(`${call.method} ${call.path}`)
    const failure = api.failures.shift()
    if (failure === 'silence') return
    if (failure === 'hang-up') return void request.socket.destroy()
    const answer = await answerTo(call, failure, request.headers.authorization)
    const { body, link } = pageOf(answer, call, url)
    response.writeHead(answer.status, {
      'content-type': 'application/json; charset=utf-8',
      ...(link === null ? {} : { link }),
      ...(answer.location === undefined ? {} : { location: answer.location }),
      ...failure?.headers
    })
    response.end(JSON.stringify(body))
  }

  async function answerTo(
    call: Call,
    failure: Exclude<Failure, string> | null | undefined,
    authorization: string | undefined
  ): Promise<Answer> {
    const token = authorization?.replace(/^(token|bearer) /i, '')
    const respond = () => forbidden(call, token) ?? route(call)
    if (!failure) return respond()
    if (failure.done) await respond()
    return refused(failure.status, failure.message)
  }

  function forbidden({ method, path }: Call, token: string | undefined): Answer | null {
    if (token !== api.tokens.bot && token !== api.tokens.fork)
      return refused(401, 'Bad credentials')
    const writes = method !== 'GET' && path !== '/graphql'
    return writes && token === api.tokens.fork
      ? refused(403, 'Resource not accessible by integration')
      : null
  }

  async function route(call: Call): Promise<Answer> {
    const { method, path, query, body } = call
    if (path === '/graphql') {
      const { viewer: login } = api
      return ok(
        login === null ? { errors: [{ message: 'No viewer' }] } : { data: { viewer: { login } } }
      )
    }
    if ((body['body']?.length ?? 0) > LONGEST_BODY)
      return refused(422, 'Validation Failed: body is too long (maximum is 65536 characters)')
    const [, what, id, part] =
      /^\/(issues|pulls|issues\/comments|actions\/artifacts)(?:\/(\d+))?(?:\/(comments|files|zip))?$/.exec(
        path.replace(REPOSITORY, '')
      ) ?? []
    const number = Number(id)
    const issue = api.issues.find((one) => one.number === number)
    const comment = api.comments.find((one) => one.id === number)
    const routes: Readonly<Record<string, () => Answer | undefined | Promise<Answer | undefined>>> =
      {
        'GET issues': () => ok(api.issues.filter((one) => isListed(one, query)).reverse()),
        'POST issues': () => created(api.addIssue(body)),
        'PATCH issues/:id': () => issue && ok(Object.assign(issue, { state_reason: null }, body)),
        'GET issues/:id/comments': () => ok(api.comments.filter((one) => one.issue === number)),
        'POST issues/:id/comments': () => created(api.addComment(number, BOT, body['body'] ?? '')),
        'PATCH issues/comments/:id': () => comment && ok(Object.assign(comment, body)),
        'GET pulls': () => ok(api.pulls.filter((one) => matches(one, query)).reverse()),
        'POST pulls': () => openPull(body),
        'GET pulls/:id/files': () => ok(api.files.slice(0, MOST_FILES)),
        'GET actions/artifacts': () => ({
          ...ok(api.artifacts.list(query.get('name'))),
          under: 'artifacts'
        }),
        'GET actions/artifacts/:id/zip': async () => {
          const location = await api.artifacts.address(number)
          return location === null ? undefined : { status: 302, body: undefined, location }
        },
        'DELETE actions/artifacts/:id': async () =>
          (await api.artifacts.remove(number)) ? noContent : undefined
      }
    const name = [`${method} ${what}`, id && ':id', part].filter(Boolean).join('/')
    return (await routes[name]?.()) ?? refused(404, 'Not Found')
  }

  function openPull({ head = '', base = '', title }: Call['body']): Answer {
    const open = new URLSearchParams({ head: `${OWNER}:${head}`, base })
    return api.pulls.some((one) => matches(one, open))
      ? refused(422, `Validation Failed: A pull request already exists for ${OWNER}:${head}.`)
      : created(api.addPull(head, base, title))
  }

  return api
}

const isListed = ({ state, user }: Issue, query: URLSearchParams): boolean => {
  const [wanted, creator] = [query.get('state') ?? 'open', query.get('creator')]
  return (wanted === 'all' || wanted === state) && (creator === null || creator === user.login)
}

const matches = ({ state, head, base }: Pull, query: URLSearchParams): boolean => {
  const [wanted, from, into] = [query.get('state') ?? 'open', query.get('head'), query.get('base')]
  return (
    (wanted === 'all' || wanted === state) &&
    (from === null || from === head.label) &&
    (into === null || into === base.ref)
  )
}
