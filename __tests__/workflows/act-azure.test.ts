import { readdirSync, readFileSync } from 'node:fs'
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
import { type Azure, eventually, NOTHING, startAzure } from '../support/azure.ts'
import { type ResultsService, startResultsService } from '../support/results-service.ts'
import { ACT, ACT_LIMIT, ScansRepository, type Start } from './scans-repository.ts'

jest.setTimeout(ACT_LIMIT)

/** The workflows that use Azure Batch, run by act against our emulator. Keys replace the sign-in with GitHub's token. */
const byAct = ACT === null ? describe.skip : describe

byAct('Run by act on the emulator', () => {
  let azure: Azure
  let scans: ScansRepository
  let service: ResultsService
  beforeAll(async () => {
    azure = await startAzure()
  })
  afterAll(() => azure.stop())
  beforeEach(async () => {
    scans = new ScansRepository('dispatch.yml', 'nightly.yml', 'submit-collect.yml')
    service = await startResultsService(azure.azurite)
    scans.add('clean.png', 'screen.webp')
  })
  afterEach(async () => {
    await service.stop()
    scans[Symbol.dispose]()
  })

  async function run(
    event: 'schedule' | 'workflow_dispatch',
    workflow: string,
    more: Pick<Start, 'inputs' | 'job'> = {}
  ): Promise<string> {
    const { inputs: names } = azure
    const variables = {
      BATCH_ENDPOINT: names['batch-endpoint'] ?? '',
      STORAGE_ENDPOINT: names['storage-endpoint'] ?? ''
    }
    const [AZURE_BATCH_ACCESS_KEY = '', AZURE_STORAGE_KEY = ''] = azure.keys
    const env = {
      ...{ AZURE_BATCH_ACCESS_KEY, AZURE_STORAGE_KEY },
      AZURE_BATCH_ACCOUNT: names['batch-account'] ?? ''
    }
    const ended = await scans.run({ ...more, event, workflow, service, variables, env })
    const log = ended.stdout + ended.stderr
    if (ended.code !== 0) throw new Error(`act ended with ${ended.code}:\n${log}`)
    return log
  }
  const statuses = async () => {
    const folder = scans.folder('results')
    await service.download('ocr-text', folder)
    return rowsOf(folder).map(({ image, status, node }) => [image, status, node?.slice(0, 3)])
  }
  const onNodes = [
    ['images/clean.png', 'recognized', 'tvm'],
    ['images/screen.webp', 'recognized', 'tvm']
  ]

  test('a manual run reads images on nodes', async () => {
    await run('workflow_dispatch', 'dispatch.yml', {
      inputs: { backend: 'azure-batch', nodes: '1' }
    })
    expect(await statuses()).toEqual(onNodes)
    await eventually(
      'nothing is left on Azure',
      azure.remains,
      (remains) => JSON.stringify(remains) === JSON.stringify(NOTHING)
    )
  })

  test('a job collects the results of the job that another job submitted', async () => {
    const log = await run('workflow_dispatch', 'submit-collect.yml', { inputs: { collect: 'now' } })
    expect(log).toContain('Run Main Collect')
    expect(await statuses()).toEqual(onNodes)
    expect(service.artifacts.has('ocr-handle')).toBe(false)
  })

  test('a job to be collected later leaves its handle, and is not swept before', async () => {
    const log = await run('workflow_dispatch', 'submit-collect.yml', {
      inputs: { collect: 'later' }
    })
    expect(log).not.toContain('Run Main Collect')
    await service.download('ocr-handle', scans.folder('handle'))
    const [name = ''] = readdirSync(scans.folder('handle'))
    const handle = JSON.parse(readFileSync(join(scans.folder('handle'), name), 'utf8'))
    expect((await azure.remains()).jobs).toContain(handle.jobId)

    expect(await run('schedule', 'nightly.yml', { job: 'sweep' })).toContain(
      'Remove leftovers from Azure'
    )
    expect((await azure.remains()).jobs).toContain(handle.jobId)
  })
})
