import type { Listener } from '../../lib/listener.ts'
import { runJob } from '../../run/run.ts'
import { openCachedResults } from '../cache/restore-and-save.ts'
import type { StepContext } from '../context.ts'
import { runAndDeliver } from '../run-and-deliver.ts'
import { rememberAzure } from '../state.ts'
import { submitAction } from './submit.ts'

/** Restores the results of earlier runs, reads the other images and delivers all; only submits if `wait` is false. */
export async function runAction(context: StepContext): Promise<number> {
  const { settings, environment } = context
  if (!settings.wait) return submitAction(context)
  const usesAzure = settings.backend === 'azure-batch'
  const cached = await openCachedResults(context)
  const read = async (log: Listener, signal: AbortSignal) => {
    await cached?.restore()
    if (usesAzure) rememberAzure(true)
    const finished = await runJob(settings, environment, log, signal)
    // A cancelled run had only seconds to clean up, and a failed one may have failed to: `post` checks again.
    const isClean = !finished.cancelled && finished.problem === null && finished.leftover === null
    if (usesAzure && isClean) rememberAzure(false)
    return finished
  }
  return runAndDeliver(context, new Date().toISOString(), read, cached)
}
