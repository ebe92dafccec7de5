import * as v from 'valibot'
import { type AzureAccount, openAccount } from '../backends/azure-batch/account.ts'
import { azureBackend, LEAST_SECONDS, submitAzureJob } from '../backends/azure-batch/backend.ts'
import { choosePool } from '../backends/azure-batch/choose-pool.ts'
import { runName } from '../backends/azure-batch/names.ts'
import type { JobOrder } from '../backends/backend.ts'
import { count } from '../report/figures.ts'
import type { ResultsFolder } from '../results/folder.ts'
import { nodeRecordSchema } from '../results/records.ts'
import { type Settings, SettingsError, settingsRecord } from '../settings/settings.ts'
import { fingerprintOf } from '../task/fingerprint.ts'
import type { Place, Readying, ReadyPlace } from './place.ts'
import type { Surroundings } from './surroundings.ts'

/** The name of a run on Azure, the same for the step and for its `post`. */
export const azureName = (settings: Settings, surroundings: Surroundings): string =>
  runName(
    surroundings.repository,
    surroundings.runId,
    JSON.stringify([surroundings.env['GITHUB_JOB'] ?? '', settingsRecord(settings)])
  )

/**
 * Opens the accounts that the settings name; nothing is asked of them yet.
 *
 * @throws SettingsError where they name none
 */
export function azureAccount(settings: Settings, surroundings: Surroundings): AzureAccount {
  const { batchEndpoint, storageEndpoint } = settings
  if (batchEndpoint === null || storageEndpoint === null) {
    throw new SettingsError([
      'Inputs `batch-endpoint` and `storage-endpoint` name the accounts to use; at least one is empty.'
    ])
  }
  return openAccount({ ...settings, batchEndpoint, storageEndpoint }, surroundings)
}

/** Azure, ready: it also takes a job without anyone who follows it. */
interface ReadyAzure extends ReadyPlace {
  submit(order: JobOrder, signal: AbortSignal): Promise<unknown>
}

/** A place on Azure. */
interface AzureBatchPlace extends Place {
  ready(readying: Readying): Promise<ReadyAzure>
}

/** Azure Batch: what keeps the account from running our job is found out before a cent is spent. */
export const azurePlace: AzureBatchPlace = {
  phase: 'Account',
  ready: async ({ settings, surroundings, folder, listener, signal }) => {
    const account = azureAccount(settings, surroundings)
    const chosen = await choosePool(account.service, settings, signal)
    for (const warning of chosen.warnings) listener.warn(warning)
    const whose =
      'id' in chosen.pool ? `in the pool ${chosen.pool.id}` : 'in a pool that ends with the job'
    listener.say(
      `${count(chosen.nodes, 'node')} ${chosen.vmSize} with ${count(chosen.slots, 'slot')} each, ${whose}.`
    )
    const { nodeIdentity, taskRetries, taskTimeout, jobTimeout } = settings
    const place = {
      account,
      name: azureName(settings, surroundings),
      chosen,
      limits: { nodeIdentity, taskRetries, taskTimeout, jobTimeout },
      nodeProgram: surroundings.nodeProgram
    }
    return {
      backend: azureBackend(place),
      submit: (order, signal) => submitAzureJob(place, order, signal),
      slots: chosen.nodes * chosen.slots,
      leastSeconds: LEAST_SECONDS,
      fingerprint: earlierFingerprint(folder, settings),
      nodes: chosen.nodes
    }
  }
}

/** Nodes are taken for what they were in the run before: same image, same programs. Null where they differed, or none is known. */
function earlierFingerprint(folder: ResultsFolder, settings: Settings): string | null {
  const engines = folder.records('nodes').map((record) => {
    const node = v.safeParse(nodeRecordSchema, record)
    return node.success ? fingerprintOf(node.output.engine, settings) : null
  })
  const [first = null, ...others] = [...new Set(engines)]
  return others.length === 0 ? first : null
}
