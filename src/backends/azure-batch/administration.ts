import type { Administration } from '../administration.ts'
import { tokenSource } from './account.ts'
import { examine } from './doctor/account.ts'
import { RESOURCE_MANAGER } from './doctor/resource-manager.ts'
import { accountSettings, azureAccount } from './place.ts'
import { createPool } from './pool/create.ts'
import { sweep } from './sweep.ts'

/** Checks and maintains a Batch account and its storage account. */
export const azureAdministration: Administration = {
  examine: async (where, signal) => {
    const settings = accountSettings(where.settings)
    const tokens = tokenSource(settings, where.environment)
    const manager = tokens && { url: RESOURCE_MANAGER, tokens }
    return examine({ account: azureAccount(where), settings, manager }, signal)
  },
  sweep: (where, options, signal) =>
    sweep(azureAccount(where), { ...options, now: new Date() }, signal),
  createPool: (where, id, signal) => createPool(azureAccount(where), where.settings, id, signal)
}
