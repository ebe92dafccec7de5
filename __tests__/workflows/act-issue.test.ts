import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { rowsOf } from '../e2e/folders.ts'
import type { Azurite } from '../support/azurite.ts'
import { type GitHubApi, startGitHubApi } from '../support/github-api.ts'
import { startResultsService } from '../support/results-service.ts'
import { storageAccount } from '../support/shared-azurite.ts'
import { exampleWorkflow } from './for-act.ts'
import { ACT, ACT_LIMIT, ScansRepository, type Start } from './scans-repository.ts'

jest.setTimeout(ACT_LIMIT)

const NIGHTLY = exampleWorkflow('nightly.yml')

/** act starts no job after a called workflow that failed, so failed images must not fail it. */
function withoutFailing(workflow: string): string {
  const images = /^( +)images: images\n +shards: "4"\n/m
  if (!images.test(workflow)) throw new Error('The workflow does not set `images` and `shards`.')
  return workflow.replace(images, '$1images: images\n$1shards: "2"\n$1fail-on: never\n')
}

/** What a nightly run has done. */
interface Night {
  readonly log: string
  readonly artifacts: readonly string[]
  /** The path and the status of each image. */
  readonly statuses: readonly unknown[]
}

const byAct = ACT === null ? describe.skip : describe

byAct('The nightly run and its issue of failures, run by act', () => {
  let azurite: Azurite
  let scans: ScansRepository
  let github: GitHubApi
  beforeAll(async () => {
    azurite = await storageAccount()
  })
  beforeEach(async () => {
    scans = new ScansRepository('nightly.yml')
    github = await startGitHubApi()
  })
  afterEach(async () => {
    await github.stop()
    scans[Symbol.dispose]()
  })

  async function night(
    id: number,
    nightly: string,
    engine: Start['engine'] = 'scripted'
  ): Promise<Night> {
    scans.write('.github/workflows/nightly.yml', nightly)
    const service = await startResultsService(azurite)
    try {
      const event = { event: 'schedule', workflow: 'nightly.yml' } as const
      const { code, stdout, stderr } = await scans.run({
        ...event,
        service,
        env: github.env,
        id,
        engine
      })
      const log = stdout + stderr
      if (code !== 0) throw new Error(`act ended with ${code}:\n${log}`)
      const folder = scans.folder(`results-${id}`)
      await service.download('ocr-text', folder)
      const statuses = rowsOf(folder).map(({ image, status }) => [image, status])
      return { log, artifacts: [...service.artifacts.keys()], statuses }
    } finally {
      await service.stop()
    }
  }

  test('opens the issue if an image fails, and closes it when a run has read the images in shards', async () => {
    scans.add('clean.png', 'truncated.png')
    await night(7, withoutFailing(NIGHTLY), 'tesseract')
    expect(github.issues).toMatchObject([{ state: 'open', title: 'Images that could not be read' }])
    expect(github.issues[0]?.body).toContain('images/truncated.png')
    expect(github.issues[0]?.body).not.toContain('images/clean.png')

    scans.addAs('images/truncated.png', 'screen.webp')
    const { log, artifacts, statuses } = await night(8, NIGHTLY)
    expect(github.issues).toMatchObject([{ number: 1, state: 'closed' }])
    expect(github.comments).toMatchObject([{ issue: 1 }])

    // The example itself reads the folder in shards, and sweeps nothing without an account.
    expect(artifacts).toContain('ocr-text-4-of-4')
    expect(statuses).toEqual([
      ['images/clean.png', 'recognized'],
      ['images/truncated.png', 'recognized']
    ])
    expect(log).not.toContain('Remove leftovers from Azure')
  })
})
