import { join } from 'node:path'
import type { AzureAccount } from '../../../../src/backends/azure-batch/account.ts'
import { type AzurePlace, azureBackend } from '../../../../src/backends/azure-batch/backend.ts'
import type { ChosenPool } from '../../../../src/backends/azure-batch/pool/choose.ts'
import type {
  Backend,
  Job,
  JobEvent,
  JobOrder,
  JobResults
} from '../../../../src/backends/backend.ts'
import { discover } from '../../../../src/images/discover.ts'
import { plan } from '../../../../src/plan/plan.ts'
import { ResultsFolder } from '../../../../src/results/folder.ts'
import type { Row } from '../../../../src/results/row.ts'
import { readSettings } from '../../../../src/settings/read.ts'
import type { InputTexts } from '../../../../src/settings/settings.ts'
import { unread } from '../../../../src/task/task.ts'
import { ROOT, type Scratch } from '../../../support/command.ts'
import { onward, QUICK } from '../live-account.ts'

/** The committed bundle of the program for nodes. */
export const NODE_PROGRAM = join(ROOT, 'dist/node/index.js')

/** A pool of the job, by default of two nodes with two slots; all programs are installed, so it needs no start task. */
export const pool = (
  size: { dedicated?: number; spot?: number } = {},
  slots = 2,
  startTask: string | null = null
): ChosenPool => {
  const { dedicated = 2, spot = 0 } = size
  return {
    pool: {
      prefix: 'batch-ocr-run-',
      ofJob: {
        id: '',
        vmSize: 'Standard_D2s_v5',
        image: {
          publisher: 'canonical',
          offer: 'ubuntu-24_04-lts',
          sku: 'server',
          nodeAgent: 'batch.node.ubuntu 24.04'
        },
        slots,
        size: { dedicated, spot },
        startTask: startTask === null ? null : { commandLine: startTask, retries: 0 },
        metadata: { 'batch-ocr': 'run' }
      }
    },
    nodes: dedicated + spot,
    slots,
    vmSize: 'Standard_D2s_v5',
    warnings: []
  }
}

/** A place on an emulated account, which is polled quickly. */
export const place = (account: AzureAccount, changes: Partial<AzurePlace> = {}): AzurePlace => ({
  account,
  name: 'batch-ocr-test',
  chosen: pool(),
  limits: { nodeIdentity: null, taskRetries: 0, taskTimeout: 5, jobTimeout: 30 },
  nodeProgram: NODE_PROGRAM,
  pollInterval: QUICK,
  ...changes
})

/** The same as a backend. */
export const backend = (account: AzureAccount, changes: Partial<AzurePlace> = {}): Backend =>
  azureBackend(place(account, changes))

/** An order to read the folder `images` in the given number of partitions. */
export async function orderOf(
  { work }: Scratch,
  partitions: number,
  texts: InputTexts = {}
): Promise<JobOrder> {
  const settings = readSettings({ secondLook: 'false', ...texts }, false)
  const folder = new ResultsFolder(join(work, 'ocr-results'))
  const ask = { patterns: ['images'], cwd: work, results: folder.path, maxPixels: 1e9 }
  const { images } = await discover(ask, onward)
  const known = images.map((image) => ({ ...image, key: null, columns: {} }))
  const readable = known.filter(({ problem }) => problem === null)
  return {
    origin: {
      ...{ id: 'test', backend: 'azure-batch', start: new Date().toISOString(), settings: {} },
      ...{ groups: [], otherFiles: 0, repository: null, commit: null, workflowRun: null }
    },
    known: known.filter(({ problem }) => problem !== null).map(unread),
    plan: plan(readable, { partitions, slots: 4 }),
    images: new Map(known.map((image) => [image.path, image])),
    settings,
    imageTimeout: 60,
    folder
  }
}

/** The events and results of a job. */
export interface Followed {
  readonly events: readonly JobEvent[]
  readonly rows: readonly Row[]
  readonly warnings: readonly string[]
  readonly results: JobResults
}

/** Follows a job to its end and removes it. */
export async function toTheEnd(job: Job): Promise<Followed> {
  const events: JobEvent[] = []
  try {
    for await (const event of job.follow()) events.push(event)
    const rows = events.flatMap((event) => (event.kind === 'row' ? [event.row] : []))
    const warnings = events.flatMap((event) =>
      event.kind === 'message' && event.warning ? [event.sentence] : []
    )
    return { events, rows, warnings, results: await job.results() }
  } finally {
    await job.close()
  }
}
