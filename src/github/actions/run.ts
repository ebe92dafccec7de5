import { resolve } from 'node:path'
import { exitCodes } from '../../lib/exit-codes.ts'
import type { Listener } from '../../lib/listener.ts'
import { collectJob } from '../../run/collect.ts'
import type { Environment } from '../../run/environment.ts'
import type { Finished } from '../../run/finish.ts'
import { runJob } from '../../run/run.ts'
import { readActionInput } from '../../settings/actions.ts'
import type { Settings } from '../../settings/settings.ts'
import { ARTIFACT_KINDS } from '../artifacts/upload.ts'
import { type EarlierResults, openEarlier } from '../cache/restore-and-save.ts'
import { deliver } from '../deliver.ts'
import type { StepOrder } from '../inputs.ts'
import type { StepLog } from '../log.ts'
import { rememberAzure, rememberUndelivered, type StepState } from '../state.ts'

/** What each face of a step gets. */
export interface StepContext extends StepOrder {
  readonly environment: Environment
  readonly log: StepLog
  readonly signal: AbortSignal
}

/** A whole run: bring what earlier runs read, read the rest, deliver, and only then judge. */
export async function runAction(context: StepContext): Promise<number> {
  const { settings, environment } = context
  const azure = settings.backend === 'azure-batch'
  const earlier = await openEarlier(context)
  const read = async (log: Listener, signal: AbortSignal) => {
    await earlier?.bring()
    if (azure) rememberAzure(true)
    const finished = await runJob(settings, environment, log, signal)
    // A run that was cancelled had seconds to tidy up, and one that met a problem met it there, too: `post` looks again.
    const tidy = !finished.cancelled && finished.problem === null && finished.leftover === null
    if (azure && tidy) rememberAzure(false)
    return finished
  }
  return delivered(context, new Date().toISOString(), read, earlier)
}

/** The results of a run that was submitted. It may be collected again, so nothing of it is removed with the step. */
export const collectAction = (context: StepContext): Promise<number> => {
  const { settings, environment, own } = context
  const handle = readActionInput('handle', own)
  return delivered(context, '', async (log, signal) => {
    return collectJob(handle, settings, environment, log, signal)
  })
}

/**
 * Delivers what a run leaves, keeps it for the next one, and only then judges.
 *
 * @param since when the run began at the earliest, ISO 8601; empty where nobody knows
 * @param keeper keeps the results for later runs; null where nobody does
 */
export async function delivered(
  { settings, environment, log, signal }: StepContext,
  since: string,
  run: (log: Listener, signal: AbortSignal) => Promise<Finished>,
  keeper: Pick<EarlierResults, 'keep'> | null = null
): Promise<number> {
  const state = stateOf(settings, resolve(environment.cwd, settings.results), since)
  rememberUndelivered(state)
  const finished = await run(log, signal)
  log.close()
  const delivery = deliver(finished, settings, state, log.failures).then(async (code) => {
    await keeper?.keep(finished, code)
    return code
  })
  return Promise.race([delivery, cancellation(signal)])
}

const stateOf = (settings: Settings, results: string, since: string): StepState => ({
  results,
  since,
  artifacts: ARTIFACT_KINDS,
  artifactName: settings.artifactName,
  artifactSuffix:
    settings.shard.count === 1 ? '' : `-${settings.shard.index}-of-${settings.shard.count}`,
  retentionDays: settings.artifactRetentionDays,
  isTold: false
})

/** Resolves when the step is cancelled while it delivers: what is then under way is left to `post`. */
const cancellation = (signal: AbortSignal): Promise<number> =>
  new Promise((end) => {
    const cancelled = () => end(exitCodes.cancelled)
    if (!signal.aborted) signal.addEventListener('abort', cancelled, { once: true })
  })
