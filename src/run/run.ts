import { resolve } from 'node:path'
import { AzureProblem } from '../backends/azure-batch/problem.ts'
import type { Job, JobOrder } from '../backends/backend.ts'
import { localPlace } from '../backends/local/place.ts'
import type { Place, ReadyPlace } from '../backends/place.ts'
import { type Discovery, discover } from '../images/discover.ts'
import type { Listener } from '../lib/listener.ts'
import { count, duration } from '../lib/text.ts'
import { type Plan, plan, shardOf } from '../plan/plan.ts'
import { ResultsFolder } from '../results/folder.ts'
import { resultKey } from '../results/key.ts'
import type { Origin } from '../results/records.ts'
import type { Row } from '../results/row.ts'
import { groupsOf } from '../settings/parse.ts'
import { type Settings, settingsRecord } from '../settings/settings.ts'
import type { TaskImage } from '../task/task.ts'
import { columnsOf } from './columns.ts'
import type { Environment } from './environment.ts'
import { type Beginning, begin, type Finished, finish, plannedTasks, planRecord } from './finish.ts'
import { follow } from './follow.ts'
import { lostRows, refusedRow } from './lost.ts'
import { neverStarted } from './never-started.ts'
import { reuseEarlier } from './reuse.ts'

/**
 * Runs a whole job: discover, plan, start, follow, collect. Results stand in the results folder when it returns; to
 * publish them is the door's business. When the signal fires, running tasks are ended and what is finished is kept.
 *
 * @throws SettingsError, PatternError, ProgramMissing, InstallError, AzureProblem before any work; the signal's reason
 *   where it fires then
 */
export async function runJob(
  settings: Settings,
  environment: Environment,
  listener: Listener,
  signal: AbortSignal
): Promise<Finished> {
  const start = new Date()
  const folder = new ResultsFolder(resolve(environment.cwd, settings.results))
  const place = await placeOf(settings, environment.env, signal)

  listener.phase('Images')
  const discovery = await findImages(settings, environment.cwd, folder.path, listener, signal)
  const origin = originOf(settings, environment, start, discovery)
  if (discovery.images.length === 0) return nothingToRead(origin, settings, folder, listener)

  listener.phase(place.phase)
  const ready = await place.ready({ settings, environment, discovery, folder, listener, signal })

  listener.phase('Plan')
  const images = taskImages(discovery, settings, ready.fingerprint)
  const readable = images.filter(({ problem }) => problem === null)
  const refused = images.filter(({ problem }) => problem !== null).map(refusedRow)
  const reuse = reuseEarlier(readable, folder, settings)
  const planned = planOf(reuse.wanted, settings, ready)
  listener.say(planSentence(planned, reuse.kept.length))
  const known = [...reuse.kept, ...refused]
  const beginning = { origin, folder, plan: planRecord(planned), tasks: plannedTasks(planned) }
  begin(beginning, known)

  listener.phase('Reading')
  for (const row of refused) listener.failed(row)
  const order: JobOrder = {
    origin,
    known,
    plan: planned,
    images: new Map(images.map((image) => [image.path, image])),
    settings,
    imageTimeout: settings.imageTimeout,
    folder
  }
  const job = await ready.backend.start(order, signal).catch((error: unknown) => {
    if (signal.aborted || error instanceof AzureProblem) return error as Error
    throw error
  })
  if (job instanceof Error)
    return neverStarted(beginning, known, reuse.wanted, signal.aborted ? null : job.message)
  const finished = await read(job, {
    beginning,
    known,
    wanted: reuse.wanted,
    listener,
    signal
  }).catch(async (error: unknown) => {
    await closed(job, listener, signal)
    throw error
  })
  const leftover = await closed(job, listener, signal)
  return { ...finished, cancelled: signal.aborted, leftover }
}

/** Follows a job and writes what came of it. */
async function read(
  job: Job,
  run: {
    readonly beginning: Beginning
    readonly known: readonly Row[]
    readonly wanted: readonly TaskImage[]
    readonly listener: Listener
    readonly signal: AbortSignal
  }
): Promise<Finished> {
  const { beginning, known, wanted, listener, signal } = run
  const read = await follow(job, beginning.folder, wanted, listener, signal)
  const results = await job.results()
  const { unanswered, problem } = results
  const lost = lostRows(wanted, read, { cancelled: signal.aborted, unanswered })
  const rows = [...known, ...read, ...lost]
  return finish(beginning, { jobId: job.id, rows, results, cancelled: signal.aborted, problem })
}

/** Azure's part of the product is loaded where it is asked for, and only there. */
async function placeOf(
  settings: Settings,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal
): Promise<Place> {
  if (settings.backend === 'local') return localPlace(env, signal)
  return (await import('../backends/azure-batch/place.ts')).azurePlace
}

/** What is known of a run at its beginning. */
export function originOf(
  settings: Settings,
  { runId, repository, commit, workflowRun }: Environment,
  start: Date,
  { otherFiles }: Discovery
): Origin {
  return {
    id: runId,
    backend: settings.backend,
    start: start.toISOString(),
    settings: settingsRecord(settings),
    groups: settings.keyPattern ? groupsOf(settings.keyPattern) : [],
    otherFiles,
    repository,
    commit,
    workflowRun
  }
}

function nothingToRead(
  origin: Origin,
  settings: Settings,
  folder: ResultsFolder,
  listener: Listener
): Finished {
  listener.warn('There is no image to read, so there is nothing to do.')
  const empty = planRecord(plan([], { partitions: 'auto', slots: settings.slots ?? 1 }))
  const beginning = { origin, folder, plan: empty, tasks: [] }
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

/** Finds the images of this run, or of this shard of it, and says what it found. */
export async function findImages(
  settings: Settings,
  cwd: string,
  results: string,
  listener: Listener,
  signal: AbortSignal
): Promise<Discovery> {
  const ask = { patterns: settings.images, cwd, results, maxPixels: settings.maxPixels }
  const all = await discover(ask, signal)
  for (const warning of all.warnings) listener.warn(warning)
  const images = shardOf(all.images, settings.shard)
  const others =
    all.otherFiles > 0 ? `, beside ${count(all.otherFiles, 'other file')} left alone` : ''
  const part =
    settings.shard.count > 1
      ? ` (shard ${settings.shard.index} of ${settings.shard.count}, of ${all.images.length} in all)`
      : ''
  listener.say(`Found ${count(images.length, 'image')}${part}${others}.`)
  return { ...all, images }
}

/** Divides what is to be read among the slots of the place. */
export const planOf = (
  wanted: readonly TaskImage[],
  settings: Settings,
  { slots, leastSeconds }: Pick<ReadyPlace, 'slots' | 'leastSeconds'>
): Plan =>
  plan(wanted, {
    partitions: settings.partitions,
    slots,
    prefix: settings.shard.count === 1 ? '' : `shard-${settings.shard.index}-`,
    ...(leastSeconds === undefined ? {} : { leastSeconds })
  })

/** The images with their keys, where the engine is known, and the columns of their names. */
export const taskImages = (
  discovery: Discovery,
  settings: Settings,
  engine: string | null
): TaskImage[] =>
  discovery.images.map((image) => ({
    ...image,
    key: image.identity && engine && resultKey(image.identity, engine),
    columns: columnsOf(settings.keyPattern, image.path)
  }))

/** Nothing stays behind where a job ran; what does is told. */
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
  const reused = kept > 0 ? `${count(kept, 'result')} of earlier runs kept; ` : ''
  if (images === 0) return `${reused}nothing is left to read.`
  const tasks = `${count(planned.partitions.length, 'task')} on ${count(planned.slots, 'slot')}`
  return `${reused}${count(images, 'image')} to read in ${tasks}, about ${duration(planned.estimatedWallSeconds)}.`
}
