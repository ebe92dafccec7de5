import { availableParallelism } from 'node:os'
import type { PlaceSettings } from '../backends/place.ts'
import type { Listener } from '../lib/listener.ts'
import { runLocalSample } from './local-sample.ts'
import type { SampleOrder, SampleOutcome } from './sample.ts'

/**
 * Runs Microsoft's sample parallel task as one command: numbered tasks, each of which prints its own id and that of its
 * node, downloaded to `taskoutputs/stdoutN.txt`.
 *
 * @throws BackendError if it cannot run; the signal's reason
 */
export async function runSample(
  { settings, environment }: PlaceSettings,
  order: SampleOrder,
  listener: Listener,
  signal: AbortSignal
): Promise<SampleOutcome> {
  if (settings.backend === 'local')
    return runLocalSample(settings.slots ?? availableParallelism(), order, listener, signal)
  const [{ runAzureSample }, { azureAccount }] = await Promise.all([
    import('./azure-sample.ts'),
    import('../backends/azure-batch/place.ts')
  ])
  const account = azureAccount({ settings, environment })
  return runAzureSample({ account, settings, runId: environment.runId }, order, listener, signal)
}
