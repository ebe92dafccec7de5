import { resolve } from 'node:path'
import type { Backend, Job, JobOrder } from '../backends/backend.ts'
import { localBackend } from '../backends/local/local.ts'
import { type Discovery, discover } from '../images/discover.ts'
import { type Plan, plan, shardOf } from '../plan/plan.ts'
import { count, duration } from '../report/figures.ts'
import { ResultsFolder } from '../results/folder.ts'
import { resultKey } from '../results/key.ts'
import type { Row } from '../results/row.ts'
import type { Settings } from '../settings/settings.ts'
import { fingerprint } from '../task/fingerprint.ts'
import { type TaskImage, unread } from '../task/task.ts'
import { openToolbox, type Toolbox } from '../task/toolbox.ts'
import { begin, type Finished, finish } from './finish.ts'
import { keysOf } from './keys.ts'
import type { Listener } from './listener.ts'
import { lostRows } from './lost.ts'
import { readyToolbox } from './programs.ts'
import { ProgressCount } from './progress.ts'
import { reuseEarlier } from './reuse.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * Runs a whole job: discover, plan, start, follow, collect. Results stand in the results folder when it returns; to
 * publish them is the door's business. When the signal fires, running tasks are ended and what is finished is kept.
 *
 * @throws SettingsError, PatternError, ProgramMissing, InstallError before any work; the signal's reason where it fires then
 */
export async function runJob(
  settings: Settings,
  surroundings: Surroundings,
  listener: Listener,
  signal: AbortSignal
): Promise<Finished> {
  const start = new Date()
  const folder = new ResultsFolder(resolve(surroundings.cwd, settings.results))

  // Asking programs for their versions takes as long as looking at some hundred images: both at once.
  const opened = openToolbox(surroundings.env, signal)
  opened.catch(() => {})

  listener.phase('Images')
  const discovery = await findImages(settings, surroundings.cwd, folder.path, listener, signal)
  if (discovery.images.length === 0) {
    listener.warn('There is no image to read, so there is nothing to do.')
    const beginning = { settings, surroundings, folder, start, discovery, plan: plan([], settings) }
    reuseEarlier([], folder, settings)
    begin(beginning, [])
    return finish(beginning, {
      jobId: surroundings.runId,
      rows: [],
      results: { nodes: [], tasks: [] },
      cancelled: false
    })
  }

  listener.phase('Programs')
  const pdf = discovery.images.some(({ header }) => header?.format === 'pdf')
  const toolbox = await readyToolbox(settings, pdf, opened, surroundings.env, listener, signal)

  listener.phase('Plan')
  const images = taskImages(discovery, settings, toolbox)
  const readable = images.filter(({ problem }) => problem === null)
  const refused = images.filter(({ problem }) => problem !== null).map(unread)
  const reuse = reuseEarlier(readable, folder, settings)
  const planned = plan(reuse.wanted, { ...settings, prefix: shardPrefix(settings) })
  listener.say(planSentence(planned, reuse.kept.length))
  const known = [...reuse.kept, ...refused]
  const beginning = { settings, surroundings, folder, start, discovery, plan: planned }
  begin(beginning, known)

  listener.phase('Reading')
  for (const row of refused) listener.failed(row)
  const order: JobOrder = {
    runId: surroundings.runId,
    plan: planned,
    images: new Map(images.map((image) => [image.path, image])),
    settings,
    imageTimeout: settings.imageTimeout,
    folder
  }
  const job = await backendOf(settings, toolbox).start(order)
  const read = await follow(job, order, reuse.wanted, listener, signal)
  const rows = [...known, ...read, ...lostRows(reuse.wanted, read, signal.aborted)]

  return finish(beginning, {
    jobId: job.id,
    rows,
    results: await job.results(),
    cancelled: signal.aborted
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

const shardPrefix = ({ shard }: Settings): string =>
  shard.count === 1 ? '' : `shard-${shard.index}-`

function backendOf(settings: Settings, toolbox: Toolbox): Backend {
  const { index, count } = settings.shard
  return localBackend(
    count === 1
      ? { id: 'local', kind: 'local', toolbox }
      : { id: `shard-${index}-of-${count}`, kind: 'runner', toolbox }
  )
}

function taskImages(discovery: Discovery, settings: Settings, toolbox: Toolbox): TaskImage[] {
  const engine = fingerprint(toolbox, settings)
  return discovery.images.map((image) => ({
    ...image,
    key: image.identity && resultKey(image.identity, engine),
    keys: keysOf(settings.keyPattern, image.path)
  }))
}

/** Follows a job to its end: each row is in the table before anyone hears of it. */
async function follow(
  job: Job,
  order: JobOrder,
  wanted: readonly TaskImage[],
  listener: Listener,
  signal: AbortSignal
): Promise<Row[]> {
  const progress = new ProgressCount(wanted)
  const rows: Row[] = []
  const cancel = () => void job.cancel()
  signal.addEventListener('abort', cancel, { once: true })
  if (signal.aborted) cancel()
  try {
    for await (const event of job.follow()) {
      if (event.kind === 'row') {
        order.folder.appendRow(event.row)
        rows.push(event.row)
        if (event.row.status === 'failed') listener.failed(event.row)
        listener.progress(progress.count(event.row))
      } else if (event.kind === 'task-ended') {
        order.folder.writeRecord(`tasks/${event.task.id}`, event.task)
      }
    }
  } finally {
    signal.removeEventListener('abort', cancel)
  }
  return rows
}

function planSentence(planned: Plan, kept: number): string {
  const images = planned.partitions.reduce((sum, partition) => sum + partition.images.length, 0)
  const reused = kept > 0 ? `${count(kept, 'result')} of earlier runs kept; ` : ''
  if (images === 0) return `${reused}nothing is left to read.`
  const tasks = `${count(planned.partitions.length, 'task')} on ${count(planned.slots, 'slot')}`
  return `${reused}${count(images, 'image')} to read in ${tasks}, about ${duration(planned.estimatedWallSeconds)}.`
}
