import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
import { rowsOf } from '../e2e/folders.ts'
import { type Azure, startAzure } from '../support/azure.ts'
import { type Certificate, loopbackCertificate } from '../support/certificate.ts'
import { NODE, onPath, ROOT, Running, Scratch } from '../support/command.ts'
import { GH, type GhProxy, startGhProxy } from '../support/gh.ts'
import { type GitHubApi, startGitHubApi } from '../support/github-api.ts'
import { type ResultsService, startResultsService } from '../support/results-service.ts'
import { ACT, ACT_LIMIT, ScansRepository, type Start } from './scans-repository.ts'

jest.setTimeout(ACT_LIMIT)

/** The workflows that use gh, run by act with the real gh against our stand-in for GitHub's API. */
const byGh = [ACT, GH, onPath('jq')].includes(null) ? describe.skip : describe

byGh('Run by act with gh', () => {
  let scratch: Scratch
  let certificate: Certificate
  let azure: Azure
  let scans: ScansRepository
  let github: GitHubApi
  let proxy: GhProxy
  beforeAll(async () => {
    scratch = new Scratch()
    certificate = loopbackCertificate(scratch.folder)
    azure = await startAzure()
  })
  afterAll(async () => {
    await azure.stop()
    scratch[Symbol.dispose]()
  })
  beforeEach(async () => {
    scans = new ScansRepository('submit-collect.yml', 'collect-open.yml', 'text-back.yml')
    github = await startGitHubApi()
    proxy = await startGhProxy(github, certificate)
  })
  afterEach(async () => {
    for (const service of github.artifacts.runs.values()) await service.stop()
    await proxy.close()
    await github.stop()
    scans[Symbol.dispose]()
  })

  /** The artifact service of a run, whose artifacts GitHub's API lists. */
  async function serviceOf(id: number): Promise<ResultsService> {
    const service = await startResultsService(azure.azurite)
    github.artifacts.runs.set(id, service)
    return service
  }

  async function run(
    start: Omit<Start, 'service' | 'env'> & { readonly id: number },
    expected: 0 | 1 = 0
  ): Promise<{ readonly log: string; readonly service: ResultsService }> {
    const [AZURE_BATCH_ACCESS_KEY = '', AZURE_STORAGE_KEY = ''] = azure.keys
    const env = {
      ...{ AZURE_BATCH_ACCESS_KEY, AZURE_STORAGE_KEY },
      AZURE_BATCH_ACCOUNT: azure.inputs['batch-account'] ?? '',
      ...github.env,
      ...proxy.env
    }
    const service = await serviceOf(start.id)
    const { code, stdout, stderr } = await scans.run({ ...start, service, env })
    const log = stdout + stderr
    if (code !== expected) throw new Error(`act ended with ${code}, not ${expected}:\n${log}`)
    return { log, service }
  }

  describe('open handles', () => {
    const collectOpen = { event: 'schedule', workflow: 'collect-open.yml' } as const

    async function submit(id: number): Promise<ResultsService> {
      const variables = {
        BATCH_ENDPOINT: azure.inputs['batch-endpoint'] ?? '',
        STORAGE_ENDPOINT: azure.inputs['storage-endpoint'] ?? ''
      }
      const manual = { event: 'workflow_dispatch', workflow: 'submit-collect.yml' } as const
      const { service } = await run({ ...manual, inputs: { collect: 'later' }, variables, id })
      return service
    }

    /** Uploads a handle of a job that no longer exists on Azure. */
    async function uploadStrayHandle(from: ResultsService, id: number): Promise<void> {
      await from.download('ocr-handle', scans.folder('handle'))
      const [name = ''] = readdirSync(scans.folder('handle'))
      const path = join(scans.folder('handle'), name)
      const handle = JSON.parse(readFileSync(path, 'utf8'))
      const lost = 'batch-ocr-lost'
      writeFileSync(path, JSON.stringify({ ...handle, jobId: lost, container: lost }))
      const upload = join(ROOT, '__tests__/workflows/stand-ins/upload.js')
      const input = { INPUT_NAME: 'ocr-handle', INPUT_PATH: path }
      const { env } = await serviceOf(id)
      const around = { ...scratch.env, ...env, ...input }
      const uploading = new Running(NODE, [upload], { cwd: ROOT, env: around })
      expect(await uploading.ended).toMatchObject({ code: 0 })
    }

    const open = () => github.artifacts.list('ocr-handle').map((one) => one.workflow_run.id)

    test('are collected every hour, and closed when their results are collected', async () => {
      scans.add('clean.png', 'truncated.png')
      await uploadStrayHandle(await submit(7), 8)
      expect(open()).toEqual([8, 7])

      const first = await run({ ...collectOpen, id: 9 }, 1)
      expect([...first.service.artifacts.keys()].sort()).toEqual(['ocr-7-metadata', 'ocr-7-text'])
      await first.service.download('ocr-7-text', scans.folder('results'))
      expect(rowsOf(scans.folder('results')).map(({ image, status }) => [image, status])).toEqual([
        ['images/clean.png', 'recognized'],
        ['images/truncated.png', 'failed']
      ])
      expect(open()).toEqual([8])

      github.artifacts.expired.add(8)
      const second = await run({ ...collectOpen, id: 10 })
      expect(second.log).toContain('handles=[]')
      expect(second.log).not.toContain('Download the handle')
      expect(second.service.artifacts.size).toBe(0)
    })

    test('make the step fail if GitHub cannot list them', async () => {
      github.failures.push({ status: 502, message: 'Server Error' })
      const { log } = await run({ ...collectOpen, id: 9 }, 1)
      // The error message of gh is not checked: act sometimes loses the last lines of a step.
      expect(github.failures).toEqual([])
      expect(log).toContain('Failure - Main List handles')
      expect(log).not.toContain('Download the handle')
      expect(log).not.toContain('handles=')
    })
  })

  test('a pull request with the texts is opened only if none is open', async () => {
    const push = { event: 'push', workflow: 'text-back.yml' } as const
    const variables = { OCR_PULL_REQUEST: 'true' }
    github.addPull('another', 'main')
    github.addPull('ocr-text', 'main').state = 'closed'
    scans.add('clean.png')
    await run({ ...push, variables, id: 7 })
    const opened = { state: 'open', head: { ref: 'ocr-text' }, base: { ref: 'main' } }
    expect(github.pulls.slice(2)).toMatchObject([{ ...opened, title: 'Text of the images' }])

    scans.add('screen.webp')
    const { log } = await run({ ...push, variables, id: 8 })
    expect(log).toContain('Success - Main Open a pull request if none is open')
    const openings = github.requests.filter((request) => request === 'POST /repos/octo/scans/pulls')
    expect(openings).toHaveLength(1)
  })
})
