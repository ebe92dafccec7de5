import { BackendError, type Job } from '../backends/backend.ts'
import { openPlace } from '../backends/open.ts'
import type { Listener } from '../lib/listener.ts'
import { count, duration } from '../lib/text.ts'
import { type Plan, plan } from '../plan/plan.ts'
import type { Settings } from '../settings/settings.ts'
import type { Environment } from './environment.ts'
import { begin, type Finished, finish, plannedTasks, planRecord } from './finish.ts'
import { type Found, findImages, originOf, prepare } from './prepare.ts'
import { reuseEarlier } from './reuse.ts'
import { type Begun, neverStarted, settle } from './settle.ts'

/**
 * Runs a whole job. The results are in the results folder when it returns; publishing them is up to the caller. When
 * the signal fires, running tasks are ended and finished results are kept.
 *
 * @throws SettingsError, PatternError, ProgramMissing, InstallError, BackendError before any work; the signal's reason
 *   if it fires then
 */
export async function runJob(
  settings: Settings,
  environment: Environment,
  listener: Listener,
  signal: AbortSignal
): Promise<Finished> {
  const place = await openPlace(settings, environment.env, signal)
  const found = await findImages(settings, environment, listener, signal)
  if (found.discovery.images.length === 0) return nothingToRead(found, listener)

  listener.phase(place.phase)
  const ready = await place.ready({ ...found, listener }, signal)

  listener.phase('Plan')
  const prepared = prepare(found, ready, ready.fingerprint, (readable) =>
    reuseEarlier(readable, found.folder, settings)
  )
  const { order, origin, known, wanted } = prepared
  listener.say(planSentence(order.plan, prepared.reused.length))
  const begun: Begun = {
    beginning: {
      origin,
      folder: found.folder,
      plan: planRecord(order.plan),
      tasks: plannedTasks(order.plan)
    },
    known,
    wanted
  }
  begin(begun.beginning, known)

  listener.phase('Reading')
  for (const row of prepared.refused) listener.failed(row)
  let job: Job
  try {
    job = await ready.backend.start(order, signal)
  } catch (error) {
    if (signal.aborted) return neverStarted(begun, null)
    if (error instanceof BackendError) return neverStarted(begun, error.message)
    throw error
  }
  const ended = await settle(job, begun, listener, signal).catch(async (error: unknown) => {
    await closed(job, listener, signal)
    throw error
  })
  const leftover = await closed(job, listener, signal)
  return { ...ended, cancelled: signal.aborted, leftover }
}

function nothingToRead(found: Found, listener: Listener): Finished {
  const { settings, folder } = found
  listener.warn('There is no image to read, so there is nothing to do.')
  const empty = plan([], { partitions: 'auto', slots: settings.slots ?? 1 })
  const origin = originOf(found)
  const beginning = { origin, folder, plan: planRecord(empty), tasks: [] }
  reuseEarlier([], folder, settings)
  begin(beginning, [])
  return finish(beginning, {
    jobId: origin.id,
    rows: [],
    results: { nodes: [], tasks: [] },
    cancelled: false,
    problem: null
  })
}

/** Removes what the job has outside this process, and warns about what could not be removed. */
async function closed(job: Job, listener: Listener, signal: AbortSignal): Promise<string | null> {
  const hurry = () => void job.cancel()
  signal.addEventListener('abort', hurry, { once: true })
  const left = await job.close()
  signal.removeEventListener('abort', hurry)
  if (left !== null) listener.warn(left)
  return left
}

function planSentence(planned: Plan, kept: number): string {
  const images = planned.partitions.reduce((sum, partition) => sum + partition.images.length, 0)
  const reused = kept > 0 ? `${count(kept, 'earlier result')} reused; ` : ''
  if (images === 0) return `${reused}no images left to read.`
  const tasks = `${count(planned.partitions.length, 'task')} on ${count(planned.slots, 'slot')}`
  return `${reused}${count(images, 'image')} to read in ${tasks}, about ${duration(planned.estimatedWallSeconds)}.`
}
