import * as v from 'valibot'
import { fingerprintOf } from '../../engine/fingerprint.ts'
import { count } from '../../lib/text.ts'
import type { ResultsFolder } from '../../results/folder.ts'
import { nodeRecordSchema } from '../../results/records.ts'
import { type Settings, SettingsError, settingsRecord } from '../../settings/settings.ts'
import type {
  PlaceRequest,
  PlaceSettings,
  ReadyRemotePlace,
  RemotePlace,
  SubmittedRun
} from '../place.ts'
import { type AzureAccount, openAccount } from './account.ts'
import { azureBackend, LEAST_SECONDS, submitAzureJob } from './backend.ts'
import { foreignAddresses, type Handle, manifestAt, readHandle } from './job/handle.ts'
import { AzureJob } from './job/job.ts'
import { taskImageOf } from './job/manifest.ts'
import { POLL_INTERVAL } from './job/poll.ts'
import { removeRun } from './job/remove.ts'
import { runName } from './names.ts'
import { choosePool } from './pool/choose.ts'
import { slotsOf } from './pool/vm.ts'

/** The name of a run on Azure, the same for the step and for its `post`. */
const azureName = ({ settings, environment }: PlaceSettings): string =>
  runName(
    environment.repository,
    environment.runId,
    JSON.stringify([environment.env['GITHUB_JOB'] ?? '', settingsRecord(settings)])
  )

/**
 * The settings with both accounts named.
 *
 * @throws SettingsError if one is not
 */
export function accountSettings(
  settings: Settings
): Settings & { readonly batchEndpoint: string; readonly storageEndpoint: string } {
  const { batchEndpoint, storageEndpoint } = settings
  if (batchEndpoint === null || storageEndpoint === null) {
    throw new SettingsError([
      'Inputs `batch-endpoint` and `storage-endpoint` name the accounts to use; at least one is empty.'
    ])
  }
  return { ...settings, batchEndpoint, storageEndpoint }
}

/**
 * Opens the accounts that the settings name. No request is sent yet.
 *
 * @throws SettingsError if one is not named
 */
export const azureAccount = ({ settings, environment }: PlaceSettings): AzureAccount =>
  openAccount(accountSettings(settings), environment)

/** Azure Batch. Whatever would stop the account from running the job is found before anything is billed. */
export const azurePlace: RemotePlace = {
  phase: 'Account',
  ready,
  capacity: async ({ settings, environment }, signal) => {
    const { nodes, slots } =
      settings.pool === null
        ? { nodes: settings.nodes + settings.spotNodes, slots: slotsOf(settings) }
        : await choosePool(azureAccount({ settings, environment }).service, settings, signal)
    return { slots: nodes * slots, nodes, leastSeconds: LEAST_SECONDS }
  },
  open: async (handle, where, signal) => {
    const { account, found } = openHandle(handle, where)
    const manifest = await manifestAt(account, found, signal)
    const { origin, plan, known, name } = manifest
    const submitted: SubmittedRun = {
      origin,
      known,
      plan: {
        ...plan,
        partitions: plan.partitions.map((partition) => ({
          ...partition,
          images: partition.images.map(taskImageOf)
        }))
      },
      jobId: name,
      follow: (folder) =>
        new AzureJob({ account, manifest, folder, pollInterval: POLL_INTERVAL, keepsRunning: true })
    }
    return submitted
  },
  cancel: async (handle, where, signal) => {
    const { account, found } = openHandle(handle, where)
    await removeRun(account, found.container, signal)
    return found
  },
  removeRun: (where, signal) => removeRun(azureAccount(where), azureName(where), signal)
}

async function ready(
  { settings, environment, folder, listener }: PlaceRequest,
  signal: AbortSignal
): Promise<ReadyRemotePlace> {
  const where = { settings, environment }
  const account = azureAccount(where)
  const chosen = await choosePool(account.service, settings, signal)
  for (const warning of chosen.warnings) listener.warn(warning)
  const pool =
    'id' in chosen.pool ? `in the pool ${chosen.pool.id}` : 'in a pool that is deleted with the job'
  listener.say(
    `${count(chosen.nodes, 'node')} ${chosen.vmSize} with ${count(chosen.slots, 'slot')} each, ${pool}.`
  )
  const { nodeIdentity, taskRetries, taskTimeout, jobTimeout } = settings
  const run = {
    account,
    name: azureName(where),
    chosen,
    limits: { nodeIdentity, taskRetries, taskTimeout, jobTimeout },
    nodeProgram: environment.nodeProgram
  }
  return {
    backend: azureBackend(run),
    submit: async (order, signal) => {
      await submitAzureJob(run, order, signal)
      return handleOf(settings, run.name, order.origin.id)
    },
    slots: chosen.nodes * chosen.slots,
    leastSeconds: LEAST_SECONDS,
    fingerprint: earlierFingerprint(folder, settings),
    nodes: chosen.nodes
  }
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

/** Opens the accounts that a handle names, with the credentials of the settings. */
function openHandle(
  handle: string,
  { settings, environment }: PlaceSettings
): { readonly account: AzureAccount; readonly found: Handle } {
  const found = readHandle(handle)
  const { batchEndpoint, batchAccount, storageEndpoint } = found
  const named = [settings.batchEndpoint, settings.storageEndpoint]
  const foreign = foreignAddresses(found).filter((address) => !named.includes(address))
  if (foreign.length > 0) {
    throw new SettingsError([
      `The handle names ${foreign.join(' and ')}, which is not an address of Azure, so your credentials are not sent there. If it is yours, also pass it as \`batch-endpoint\` or \`storage-endpoint\`.`
    ])
  }
  const own = {
    batchEndpoint,
    batchAccount: batchAccount ?? settings.batchAccount,
    storageEndpoint
  }
  return { account: azureAccount({ settings: { ...settings, ...own }, environment }), found }
}

/** Nodes are assumed to be what they were in the previous run: null if they differed then, or if none is known. */
function earlierFingerprint(folder: ResultsFolder, settings: Settings): string | null {
  const engines = folder.records('nodes').map((record) => {
    const node = v.safeParse(nodeRecordSchema, record)
    return node.success ? fingerprintOf(node.output.engine, settings) : null
  })
  const [first = null, ...others] = [...new Set(engines)]
  return others.length === 0 ? first : null
}
