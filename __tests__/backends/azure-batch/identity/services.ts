import { afterAll, afterEach, beforeAll, beforeEach, jest } from '@jest/globals'
import { type Certificate, loopbackCertificate, trust } from '../../../support/certificate.ts'
import { type Entra, startEntra } from '../../../support/entra.ts'
import { type GitHubTokens, startGitHubTokens } from '../../../support/github-tokens.ts'
import { temporaryFolder } from '../../../support/images.ts'

/** The subject of GitHub's identity tokens, which the application trusts. */
export const SUBJECT = 'repo:octo/scans:ref:refs/heads/main'

/** Stand-ins for GitHub's token service and for Entra, reset before each test. */
export interface IdentityServices {
  readonly github: GitHubTokens
  readonly entra: Entra
  readonly certificate: Certificate
  /** The environment variables of a step that uses both. */
  readonly env: NodeJS.ProcessEnv
}

/** Starts the stand-ins for all tests of a file. */
export function identityServices(): () => IdentityServices {
  const folder = temporaryFolder('entra')
  let services: IdentityServices | null = null
  const running = (): IdentityServices => services as IdentityServices
  beforeAll(async () => {
    const certificate = loopbackCertificate(folder)
    trust(certificate)
    const [github, entra] = await Promise.all([
      startGitHubTokens(SUBJECT),
      startEntra(certificate, SUBJECT)
    ])
    const env = { ...github.env, ...entra.env, GITHUB_ACTIONS: 'true' }
    services = { github, entra, certificate, env }
  })
  beforeEach(() => {
    // Commands that mask tokens would be executed by a runner that runs the tests.
    jest.spyOn(process.stdout, 'write').mockReturnValue(true)
    const { github, entra } = running()
    Object.assign(github, { subject: SUBJECT, lifetime: 300 })
    Object.assign(entra, { trusted: SUBJECT, lifetime: 3600, refusal: null })
    for (const list of [github.failures, entra.failures]) list.splice(0)
    for (const list of [github.asked, github.given, entra.asked]) (list as unknown[]).splice(0)
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })
  afterAll(async () => {
    await Promise.all([services?.github.stop(), services?.entra.stop()])
  })
  return running
}
