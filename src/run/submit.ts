import { resolve } from 'node:path'
import { openRemotePlace } from '../backends/open.ts'
import type { Handle } from '../backends/place.ts'
import type { Listener } from '../lib/listener.ts'
import { count } from '../lib/text.ts'
import { type Settings, SettingsError } from '../settings/settings.ts'
import type { Environment } from './environment.ts'
import { findImages, prepare, readAll } from './prepare.ts'

/** A submitted run. */
export interface Submitted {
  readonly handle: Handle
  /** Absolute path of the file that holds the handle. */
  readonly handleFile: string
  readonly images: number
  readonly tasks: number
  readonly nodes: number
}

/** The file in the results folder that holds the handle of the last submission. */
const HANDLE_FILE = 'handle.json'

/**
 * Submits a run and returns without waiting for it. Every image is read: the results may be collected on another
 * machine, so earlier results in the results folder stay as they are.
 *
 * @throws as `runJob` does before any work; SettingsError if there is nothing to read
 */
export async function submitJob(
  settings: Settings,
  environment: Environment,
  listener: Listener,
  signal: AbortSignal
): Promise<Submitted> {
  const place = await openRemotePlace()
  const found = await findImages(settings, environment, listener, signal)
  const { discovery, folder } = found
  if (discovery.images.every(({ problem }) => problem !== null))
    throw new SettingsError(['No images to read were found, so nothing was submitted.'])

  listener.phase(place.phase)
  const ready = await place.ready({ ...found, listener }, signal)

  listener.phase('Submission')
  const { order, wanted } = prepare(found, ready, null, readAll)
  const handle = await ready.submit(order, signal)
  folder.write(HANDLE_FILE, `${JSON.stringify(handle, null, 2)}\n`)
  const handleFile = resolve(folder.path, HANDLE_FILE)
  const tasks = order.plan.partitions.length
  listener.say(
    `Submitted ${count(wanted.length, 'image')} in ${count(tasks, 'task')} as job ${handle.jobId}. The handle is in ${handleFile}.`
  )
  return { handle, handleFile, images: discovery.images.length, tasks, nodes: ready.nodes }
}
