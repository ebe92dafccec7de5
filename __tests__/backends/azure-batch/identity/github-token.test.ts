import { setSecret } from '@actions/core'
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  jest,
  test
} from '@jest/globals'
import { githubIdentityToken } from '../../../../src/backends/azure-batch/identity/github-token.ts'
import { AzureProblem } from '../../../../src/backends/azure-batch/problem.ts'
import { type GitHubTokens, startGitHubTokens } from '../../../support/github-tokens.ts'
import { fieldsOf } from '../../../support/json-web-token.ts'
import { until } from '../../../support/poll.ts'

const RETRIES = { firstWait: 1, longestWait: 16, limit: 60_000, attempts: 5 }

const SUBJECT = 'repo:octo/scans:pull_request'
const AUDIENCE = 'api://AzureADTokenExchange'
const onward = new AbortController().signal

let github: GitHubTokens
beforeAll(async () => {
  github = await startGitHubTokens(SUBJECT)
})
afterAll(() => github.stop())

/** The log of the step. */
let log = ''
beforeEach(() => {
  log = ''
  github.failures.splice(0)
  ;(github.asked as string[]).splice(0)
  ;(github.given as string[]).splice(0)
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    log += text
    return true
  })
})
afterEach(() => {
  jest.restoreAllMocks()
})

const ask = (signal = onward, env: NodeJS.ProcessEnv = github.env) =>
  githubIdentityToken(env, setSecret, RETRIES)?.(AUDIENCE, signal) ??
  Promise.reject(new Error('no identity tokens'))

test.each([
  ['neither variable', {}],
  ['no URL', { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' }],
  ['no token', { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:1' }],
  ['empty ones', { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }]
])('A job with %s cannot request tokens', (_, env) => {
  expect(githubIdentityToken(env, setSecret)).toBeNull()
})

test('A token identifies the job, and is masked in the log', async () => {
  const token = await ask()
  expect(fieldsOf(token)).toMatchObject({ sub: SUBJECT, aud: AUDIENCE })
  expect(github.asked).toEqual([AUDIENCE])
  expect(log).toBe(`::add-mask::${token}\n`)
})

test('Each call requests a new token', async () => {
  expect(await ask()).not.toBe(await ask())
})

test('Temporary errors of GitHub are retried', async () => {
  github.failures.push(503, 'hang-up', 'nonsense', 429)
  expect(fieldsOf(await ask())).toMatchObject({ sub: SUBJECT })
  expect(github.asked).toHaveLength(5)
})

describe('If GitHub issues no token, the error has a remedy:', () => {
  test.each([
    ['a persistent error', [500, 500, 500, 500, 500], 'unavailable', 5, /HTTP 500.*githubstatus/],
    [
      'a broken connection',
      Array(5).fill('hang-up'),
      'unavailable',
      5,
      /UND_ERR_SOCKET|ECONNRESET/
    ],
    ['a response without a token', Array(5).fill('nonsense'), 'unavailable', 5, /no token in it/],
    ['a refusal', [403], 'refused', 1, /HTTP 403.*id-token: write/]
  ] as const)('%s', async (_, failures, kind, attempts, message) => {
    github.failures.push(...failures)
    const problem = await ask().catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(AzureProblem)
    expect(problem).toMatchObject({ kind, message: expect.stringMatching(message) })
    expect(github.asked).toHaveLength(attempts)
  })

  test('an invalid request token', async () => {
    const env = { ...github.env, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'not-the-runners' }
    const problem = await ask(onward, env).catch((error: unknown) => error as Error)
    expect(problem).toMatchObject({ kind: 'refused' })
    expect((problem as Error).message).not.toContain('not-the-runners')
  })
})

test('A cancelled call rejects with the reason of the signal', async () => {
  github.failures.push('silence')
  const stop = new AbortController()
  const call = ask(stop.signal).catch((error: unknown) => error)
  await until(() => github.asked.length === 1, 'a request to GitHub')
  stop.abort(new Error('cancelled'))
  expect(await call).toBe(stop.signal.reason)
  expect(github.asked).toHaveLength(1)
})
