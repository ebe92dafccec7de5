import * as v from 'valibot'
import { fingerprintOf } from '../../engine/fingerprint.ts'
import { count } from '../../lib/text.ts'
import type { ResultsFolder } from '../../results/folder.ts'
import { nodeRecordSchema } from '../../results/records.ts'
import type { Environment } from '../../run/environment.ts'
import { type Settings, SettingsError, settingsRecord } from '../../settings/settings.ts'
import type { JobOrder } from '../backend.ts'
import type { Place, Readying, ReadyPlace } from '../place.ts'
import { type AzureAccount, openAccount } from './account.ts'
import { azureBackend, LEAST_SECONDS, submitAzureJob } from './backend.ts'
import { runName } from './names.ts'
import { choosePool } from './pool/choose.ts'

/** The name of a run on Azure, the same for the step and for its `post`. */
export const azureName = (settings: Settings, environment: Environment): string =>
  runName(
    environment.repository,
    environment.runId,
    JSON.stringify([environment.env['GITHUB_JOB'] ?? '', settingsRecord(settings)])
  )

/**
 * Opens the accounts that the settings name; nothing is asked of them yet.
 *
 * @throws SettingsError where they name none
 */
export function azureAccount(settings: Settings, environment: Environment): AzureAccount {
  const { batchEndpoint, storageEndpoint } = settings
  if (batchEndpoint === null || storageEndpoint === null) {
    throw new SettingsError([
      'Inputs `batch-endpoint` and `storage-endpoint` name the accounts to use; at least one is empty.'
    ])
  }
  return openAccount({ ...settings, batchEndpoint, storageEndpoint }, environment)
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
  ready: async ({ settings, environment, folder, listener, signal }) => {
    const account = azureAccount(settings, environment)
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
      name: azureName(settings, environment),
      chosen,
      limits: { nodeIdentity, taskRetries, taskTimeout, jobTimeout },
      nodeProgram: environment.nodeProgram
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
