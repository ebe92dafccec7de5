import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as v from 'valibot'
import type { AzureAccount } from '../backends/azure-batch/account.ts'
import {
  foreignAddresses,
  type Handle,
  handleSchema,
  manifestAt
} from '../backends/azure-batch/job/handle.ts'
import { AzureJob } from '../backends/azure-batch/job/job.ts'
import { type Manifest, taskImageOf } from '../backends/azure-batch/job/manifest.ts'
import { PACE, type Pace } from '../backends/azure-batch/job/poll.ts'
import { removeRun } from '../backends/azure-batch/job/remove.ts'
import { azureAccount, azureName, azurePlace } from '../backends/azure-batch/place.ts'
import type { Listener } from '../lib/listener.ts'
import { count } from '../lib/text.ts'
import { ResultsFolder } from '../results/folder.ts'
import { rounded } from '../results/totals.ts'
import { type Settings, SettingsError } from '../settings/settings.ts'
import type { Environment } from './environment.ts'
import { type Beginning, begin, type Finished, finish, planRecord } from './finish.ts'
import { follow } from './follow.ts'
import { lostRows, refusedRow } from './lost.ts'
import { findImages, originOf, planOf, taskImages } from './run.ts'

export type { Handle } from '../backends/azure-batch/job/handle.ts'

/** What became of a submission. */
export interface Submitted {
  readonly handle: Handle
  /** Absolute path of the file that holds it. */
  readonly handleFile: string
  readonly images: number
  readonly tasks: number
  readonly nodes: number
}

/** Where the handle of the last submission stands in the results folder. */
const HANDLE_FILE = 'handle.json'

/**
 * Brings a run to Azure and returns without waiting for it. Every image is read: results of earlier runs stay where
 * they are, since nobody knows on which machine this run will be collected.
 *
 * @throws as `runJob` does before any work; SettingsError where there is nothing to read
 */
export async function submitJob(
  settings: Settings,
  environment: Environment,
  listener: Listener,
  signal: AbortSignal
): Promise<Submitted> {
  const start = new Date()
  const folder = new ResultsFolder(resolve(environment.cwd, settings.results))
  listener.phase('Images')
  const discovery = await findImages(settings, environment.cwd, folder.path, listener, signal)
  const origin = originOf(settings, environment, start, discovery)
  const images = taskImages(discovery, settings, null)
  const readable = images.filter(({ problem }) => problem === null)
  if (readable.length === 0)
    throw new SettingsError(['There is no image to read, so nothing was submitted.'])

  listener.phase(azurePlace.phase)
  const ready = await azurePlace.ready({
    ...{ settings, environment, discovery, folder, listener, signal }
  })
  listener.phase('Submission')
  const plan = planOf(readable, settings, ready)
  const order = {
    origin,
    known: images.filter(({ problem }) => problem !== null).map(refusedRow),
    plan,
    images: new Map(images.map((image) => [image.path, image])),
    settings,
    imageTimeout: settings.imageTimeout,
    folder
  }
  await ready.submit(order, signal)
  const handle = handleOf(settings, azureName(settings, environment), origin.id)
  folder.write(HANDLE_FILE, `${JSON.stringify(handle, null, 2)}\n`)
  const handleFile = resolve(folder.path, HANDLE_FILE)
  const tasks = plan.partitions.length
  listener.say(
    `Submitted ${count(readable.length, 'image')} in ${count(tasks, 'task')} as job ${handle.jobId}; its handle is ${handleFile}.`
  )
  return { handle, handleFile, images: images.length, tasks, nodes: ready.nodes }
}

const handleOf = (settings: Settings, name: string, runId: string): Handle => ({
  version: 1,
  runId,
  jobId: name,
  container: name,
  batchEndpoint: settings.batchEndpoint ?? '',
  batchAccount: settings.batchAccount,
  storageEndpoint: settings.storageEndpoint ?? ''
})

/**
 * Waits for a run that was submitted, on this machine or another, and brings its results into the results folder. The
 * run stays as it is: it can be collected as often as wanted, until it is cancelled or swept. When the signal fires, the
 * run goes on without us; what has come is kept.
 *
 * @param handle path of its file, or its JSON
 * @throws SettingsError where it is no handle; AzureProblem where the run is gone
 */
export async function collectJob(
  handle: string,
  settings: Settings,
  environment: Environment,
  listener: Listener,
  signal: AbortSignal,
  pace: Pace = PACE
): Promise<Finished> {
  listener.phase('Account')
  const { account, found } = open(handle, settings, environment)
  const manifest = await manifestAt(account, found, signal)
  const { origin, plan, known, name } = manifest
  const partitions = plan.partitions
  const images = partitions.flatMap(({ images }) => images.map(taskImageOf))
  listener.say(
    `The run ${origin.id} of ${origin.start}: ${count(images.length, 'image')} in ${count(partitions.length, 'task')}, job ${name}.`
  )
  const folder = new ResultsFolder(resolve(environment.cwd, settings.results))
  const beginning = beginningOf(manifest, folder)
  begin(beginning, known)
  listener.phase('Reading')
  const job = new AzureJob({ account, manifest, folder, pace, keepsRunning: true })
  const read = await follow(job, folder, images, listener, signal)
  const results = await job.results()
  const { unanswered, problem } = results
  const lost = lostRows(images, read, { cancelled: signal.aborted, unanswered })
  const rows = [...known, ...read, ...lost]
  return finish(beginning, { jobId: name, rows, results, cancelled: signal.aborted, problem })
}

const beginningOf = ({ origin, plan }: Manifest, folder: ResultsFolder): Beginning => ({
  origin,
  folder,
  plan: planRecord(plan),
  tasks: plan.partitions.map(({ task, images, bytes, estimatedSeconds }) => ({
    id: task,
    partition: {
      images: images.map(({ path }) => path),
      bytes,
      estimatedSeconds: rounded(estimatedSeconds)
    }
  }))
})

/**
 * Ends a run that was submitted and removes all that it has on Azure, its results there too.
 *
 * @param handle path of its file, or its JSON
 * @throws SettingsError where it is no handle; AzureProblem
 */
export async function cancelRemote(
  handle: string,
  settings: Settings,
  environment: Environment,
  signal: AbortSignal
): Promise<Handle> {
  const { account, found } = open(handle, settings, environment)
  await removeRun(account, found.container, signal)
  return found
}

/**
 * Ends and removes what this very run has on Azure, whatever it is: for a step that was cut off.
 *
 * @throws AzureProblem
 */
export const removeLeftovers = (
  settings: Settings,
  environment: Environment,
  signal: AbortSignal
): Promise<void> =>
  removeRun(azureAccount(settings, environment), azureName(settings, environment), signal)

/** The accounts that a handle names, opened by the settings' credentials. */
function open(
  handle: string,
  settings: Settings,
  environment: Environment
): { readonly account: AzureAccount; readonly found: Handle } {
  const found = readHandle(handle, environment.cwd)
  const { batchEndpoint, batchAccount, storageEndpoint } = found
  const ours = [settings.batchEndpoint, settings.storageEndpoint]
  const strange = foreignAddresses(found).filter((address) => !ours.includes(address))
  if (strange.length > 0) {
    throw new SettingsError([
      `The handle names ${strange.join(' and ')}, which is not Azure's, and who you are would be shown there. Where it is yours, name it by \`batch-endpoint\` or \`storage-endpoint\` as well.`
    ])
  }
  const own = {
    batchEndpoint,
    batchAccount: batchAccount ?? settings.batchAccount,
    storageEndpoint
  }
  return { account: azureAccount({ ...settings, ...own }, environment), found }
}

function readHandle(given: string, cwd: string): Handle {
  const isText = given.trimStart().startsWith('{')
  const what = isText ? 'The handle' : `The handle ${given}`
  try {
    return v.parse(
      handleSchema,
      JSON.parse(isText ? given : readFileSync(resolve(cwd, given), 'utf8'))
    )
  } catch (error) {
    throw new SettingsError([
      `${what} cannot be read (${(error as Error).message}). Name the file that \`submit\` wrote, or give its JSON.`
    ])
  }
}
