import type { Settings } from '../settings/settings.ts'
import type { Administration } from './administration.ts'
import { localCapacity, localPlace } from './local/place.ts'
import type { Capacity, Place, PlaceSettings, RemotePlace } from './place.ts'

/** Opens the place that the settings name. */
export const openPlace = async (
  { backend }: Pick<Settings, 'backend'>,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal
): Promise<Place> => (backend === 'local' ? localPlace(env, signal) : openRemotePlace())

/** Opens Azure Batch. Its code is loaded only when it is needed: a local run starts faster without it. */
export const openRemotePlace = async (): Promise<RemotePlace> =>
  (await import('./azure-batch/place.ts')).azurePlace

/** The capacity that a run would have, without preparing anything. */
export async function capacityOf(where: PlaceSettings, signal: AbortSignal): Promise<Capacity> {
  if (where.settings.backend === 'local') return localCapacity(where.settings)
  return (await openRemotePlace()).capacity(where, signal)
}

/** Opens the maintenance of the Azure Batch account. */
export const openAdministration = async (): Promise<Administration> =>
  (await import('./azure-batch/administration.ts')).azureAdministration
