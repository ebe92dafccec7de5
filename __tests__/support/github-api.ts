import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** An issue as GitHub keeps it. */
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

/** What one request is answered with in place of what it asked for, which may be `done` all the same. */
export type Failure =
  | {
      readonly status: number
      readonly message: string
      readonly headers?: object
      readonly done?: true
    }
  | 'silence'
  | 'hang-up'

/** A stand-in for GitHub's API: issues, comments and files of pull requests of the repository octo/scans. */
export interface GitHubApi {
  readonly env: Readonly<Record<'GITHUB_API_URL', string>>
  /** Of the job's own bot; `fork` may only read. */
  readonly tokens: Readonly<Record<'bot' | 'fork', string>>
  readonly issues: Issue[]
  readonly comments: Comment[]
  /** Of every pull request. */
  files: ChangedFile[]
  /** Method and path of every request. */
  readonly requests: string[]
  /** For the next requests, one after the other; null for one that is answered as ever. */
  readonly failures: (Failure | null)[]
  /** Whose the token is; null where GitHub does not say it. */
  viewer: string | null
  addIssue(changes?: Partial<Issue>): Issue
  addComment(issue: number, login: string, body: string): Comment
  stop(): Promise<void>
}

const REPOSITORY = '/repos/octo/scans'
const BOT = 'github-actions[bot]'
const PAGE = 'https://github.com/octo/scans'
/** GitHub's own limits: characters of a body, files of a pull request. */
const LONGEST_BODY = 65_536
const MOST_FILES = 3000

interface Call {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, string>>
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

const ok = (body: unknown): Answer => ({ status: 200, body })
const made = (body: unknown): Answer => ({ status: 201, body })
const refused = (status: number, message: string): Answer => ({
  status,
  body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) }
})

/** Starts the stand-in on loopback. */
export async function startGitHubApi(): Promise<GitHubApi> {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`

  const api: GitHubApi = {
    env: { GITHUB_API_URL: url },
    tokens: { bot: 'ghs_bot', fork: 'ghs_fork' },
    ...{ issues: [], comments: [], files: [], requests: [], failures: [] },
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
    const { status, body } = answerTo(call, failure, request.headers.authorization)
    const { rows, link } = paged(body, call)
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      ...(link === null ? {} : { link }),
      ...failure?.headers
    })
    response.end(JSON.stringify(rows))
  }

  function answerTo(
    call: Call,
    failure: Exclude<Failure, string> | null | undefined,
    authorization: string | undefined
  ): Answer {
    const token = authorization?.replace(/^(token|bearer) /i, '')
    const due = () => forbidden(call, token) ?? route(call)
    if (!failure) return due()
    if (failure.done) due()
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

  function route(call: Call): Answer {
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
      /^\/(issues|pulls|issues\/comments)(?:\/(\d+))?(?:\/(comments|files))?$/.exec(
        path.replace(REPOSITORY, '')
      ) ?? []
    const number = Number(id)
    const issue = api.issues.find((one) => one.number === number)
    const comment = api.comments.find((one) => one.id === number)
    const routes: Readonly<Record<string, () => Answer | undefined>> = {
      'GET issues': () => ok(api.issues.filter((one) => isAsked(one, query)).reverse()),
      'POST issues': () => made(api.addIssue(body)),
      'PATCH issues/:id': () => issue && ok(Object.assign(issue, { state_reason: null }, body)),
      'GET issues/:id/comments': () => ok(api.comments.filter((one) => one.issue === number)),
      'POST issues/:id/comments': () => made(api.addComment(number, BOT, body['body'] ?? '')),
      'PATCH issues/comments/:id': () => comment && ok(Object.assign(comment, body)),
      'GET pulls/:id/files': () => ok(api.files.slice(0, MOST_FILES))
    }
    const name = [`${method} ${what}`, id && ':id', part].filter(Boolean).join('/')
    return routes[name]?.() ?? refused(404, 'Not Found')
  }

  /** A page of a list, and the header that leads to the next one. */
  function paged(body: unknown, { path, query }: Call): { rows: unknown; link: string | null } {
    if (!Array.isArray(body)) return { rows: body, link: null }
    const page = Number(query.get('page') ?? 1)
    const size = Math.min(100, Number(query.get('per_page') ?? 30))
    const next = new URLSearchParams(query)
    next.set('page', String(page + 1))
    const more = body.length > page * size
    return {
      rows: body.slice((page - 1) * size, page * size),
      link: more ? `<${url}${path}?${next}>; rel="next"` : null
    }
  }

  return api
}

const isAsked = ({ state, user }: Issue, query: URLSearchParams): boolean => {
  const [wanted, creator] = [query.get('state') ?? 'open', query.get('creator')]
  return (wanted === 'all' || wanted === state) && (creator === null || creator === user.login)
}
