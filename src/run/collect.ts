import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { openRemotePlace } from '../backends/open.ts'
import type { Handle } from '../backends/place.ts'
import type { Listener } from '../lib/listener.ts'
import { count } from '../lib/text.ts'
import { ResultsFolder } from '../results/folder.ts'
import { type Settings, SettingsError } from '../settings/settings.ts'
import type { Environment } from './environment.ts'
import { begin, type Finished, plannedTasks, planRecord } from './finish.ts'
import { settle } from './settle.ts'

/**
 * Waits for a run that was submitted, on this machine or another, and writes its results folder. The run stays on the
 * backend: it can be collected again until it is cancelled or swept. When the signal fires, the run continues without
 * us; results that have arrived are kept.
 *
 * @param handle the path of its file, or its JSON
 * @throws SettingsError if it is not a handle; BackendError if the run is gone
 */
export async function collectJob(
  handle: string,
  settings: Settings,
  environment: Environment,
  listener: Listener,
  signal: AbortSignal
): Promise<Finished> {
  listener.phase('Account')
  const place = await openRemotePlace()
  const submitted = await place.open(
    handleJson(handle, environment.cwd),
    { settings, environment },
    signal
  )
  const { origin, plan, known, jobId } = submitted
  const wanted = plan.partitions.flatMap(({ images }) => images)
  listener.say(
    `Run ${origin.id}, started ${origin.start}: ${count(wanted.length, 'image')} in ${count(plan.partitions.length, 'task')}, job ${jobId}.`
  )
  const folder = new ResultsFolder(resolve(environment.cwd, settings.results))
  const beginning = { origin, folder, plan: planRecord(plan), tasks: plannedTasks(plan) }
  begin(beginning, known)

  listener.phase('Reading')
  return settle(submitted.follow(folder), { beginning, known, wanted }, listener, signal)
}

/**
 * Cancels a submitted run and removes everything it has on the backend, its results included.
 *
 * @param handle the path of its file, or its JSON
 * @throws SettingsError if it is not a handle; BackendError
 */
export async function cancelJob(
  handle: string,
  settings: Settings,
  environment: Environment,
  signal: AbortSignal
): Promise<Handle> {
  const place = await openRemotePlace()
  return place.cancel(handleJson(handle, environment.cwd), { settings, environment }, signal)
}

/**
 * Cancels and removes whatever this very run has on the backend, for a step that was interrupted.
 *
 * @throws BackendError
 */
export async function removeLeftovers(
  settings: Settings,
  environment: Environment,
  signal: AbortSignal
): Promise<void> {
  const place = await openRemotePlace()
  return place.removeRun({ settings, environment }, signal)
}

function handleJson(handle: string, cwd: string): string {
  if (handle.trimStart().startsWith('{')) return handle
  try {
    return readFileSync(resolve(cwd, handle), 'utf8')
  } catch (error) {
    throw new SettingsError([
      `The handle ${handle} cannot be read (${(error as Error).message}). Name the file that \`submit\` wrote, or pass its JSON.`
    ])
  }
}
