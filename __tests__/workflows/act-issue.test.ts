import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { Azurite } from '../support/azurite.ts'
import { type GitHubApi, startGitHubApi } from '../support/github-api.ts'
import { startResultsService } from '../support/results-service.ts'
import { storageAccount } from '../support/shared-azurite.ts'
import { exampleWorkflow } from './for-act.ts'
import { ACT, ACT_LIMIT, ScansRepository } from './scans-repository.ts'

jest.setTimeout(ACT_LIMIT)

/** act starts no job after a called workflow that failed, so failed images must not fail it. */
function withoutFailing(workflow: string): string {
  const images = /^( +)images: images\n/m
  if (!images.test(workflow)) throw new Error('The workflow does not set `images`.')
  return workflow.replace(images, '$&$1fail-on: never\n')
}

const byAct = ACT === null ? describe.skip : describe

byAct('The issue of failures, run by act', () => {
  let azurite: Azurite
  let scans: ScansRepository
  let github: GitHubApi
  beforeAll(async () => {
    azurite = await storageAccount()
  })
  beforeEach(async () => {
    scans = new ScansRepository('nightly.yml')
    scans.write('.github/workflows/nightly.yml', withoutFailing(exampleWorkflow('nightly.yml')))
    github = await startGitHubApi()
  })
  afterEach(async () => {
    await github.stop()
    scans[Symbol.dispose]()
  })

  async function night(id: number): Promise<void> {
    const service = await startResultsService(azurite)
    try {
      const event = { event: 'schedule', workflow: 'nightly.yml' } as const
      const { code, stdout, stderr } = await scans.run({ ...event, service, env: github.env, id })
      if (code !== 0) throw new Error(`act ended with ${code}:\n${stdout}${stderr}`)
    } finally {
      await service.stop()
    }
  }

  test('is opened by the run in which an image fails, and closed by the run that reads it', async () => {
    scans.add('clean.png', 'truncated.png')
    await night(7)
    expect(github.issues).toMatchObject([{ state: 'open', title: 'Images that could not be read' }])
    expect(github.issues[0]?.body).toContain('images/truncated.png')
    expect(github.issues[0]?.body).not.toContain('images/clean.png')

    scans.addAs('images/truncated.png', 'screen.webp')
    await night(8)
    expect(github.issues).toMatchObject([{ number: 1, state: 'closed' }])
    expect(github.comments).toMatchObject([{ issue: 1 }])
  })
})
