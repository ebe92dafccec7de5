import { afterAll, afterEach, beforeAll, beforeEach, jest } from '@jest/globals'
import { type Certificate, loopbackCertificate, trust } from '../../../support/certificate.ts'
import { type Entra, startEntra } from '../../../support/entra.ts'
import { type GitHubTokens, startGitHubTokens } from '../../../support/github-tokens.ts'
import { temporaryFolder } from '../../../support/images.ts'

/** A signal that never fires. */
export const onward = new AbortController().signal

/** Whom GitHub's tokens speak of, and whom the application trusts. */
export const SUBJECT = 'repo:octo/scans:ref:refs/heads/main'

/** GitHub and Entra, as they stand when a test begins: they trust each other. */
export interface Parties {
  readonly github: GitHubTokens
  readonly entra: Entra
  readonly certificate: Certificate
  /** What a step sees of both. */
  readonly env: NodeJS.ProcessEnv
}

/** Starts the stand-ins of both for the tests of a file. */
export function parties(): () => Parties {
  const folder = temporaryFolder('entra')
  let here: Parties | null = null
  const both = (): Parties => here as Parties
  beforeAll(async () => {
    const certificate = loopbackCertificate(folder)
    trust(certificate)
    const [github, entra] = await Promise.all([
      startGitHubTokens(SUBJECT),
      startEntra(certificate, SUBJECT)
    ])
    const env = { ...github.env, ...entra.env, GITHUB_ACTIONS: 'true' }
    here = { github, entra, certificate, env }
  })
  beforeEach(() => {
    // The masks of the tokens are for the runner's ears.
    jest.spyOn(process.stdout, 'write').mockReturnValue(true)
    const { github, entra } = both()
    Object.assign(github, { subject: SUBJECT, lifetime: 300 })
    Object.assign(entra, { trusted: SUBJECT, lifetime: 3600, refusal: null })
    for (const list of [github.failures, entra.failures]) list.splice(0)
    for (const list of [github.asked, github.given, entra.asked]) (list as unknown[]).splice(0)
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })
  afterAll(async () => {
    await Promise.all([here?.github.stop(), here?.entra.stop()])
  })
  return both
}

/** How a call failed. */
export const failureOf = (call: Promise<unknown>): Promise<Error> =>
  call.then(
    () => new Error('It did not fail.'),
    (error: unknown) => error as Error
  )
