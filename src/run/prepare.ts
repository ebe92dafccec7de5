import { resolve } from 'node:path'
import type { JobOrder } from '../backends/backend.ts'
import type { Capacity } from '../backends/place.ts'
import { type Discovery, discover } from '../images/discover.ts'
import type { SourceImage } from '../images/image.ts'
import type { Listener } from '../lib/listener.ts'
import { count } from '../lib/text.ts'
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
import { refusedRow } from './lost.ts'

/** A run whose images are found. */
export interface Found {
  readonly settings: Settings
  readonly environment: Environment
  readonly start: Date
  readonly folder: ResultsFolder
  readonly discovery: Discovery
}

/**
 * Finds the images of this run, or of this shard of it, and reports how many there are.
 *
 * @throws PatternError if a named file or folder does not exist; the signal's reason
 */
export async function findImages(
  settings: Settings,
  environment: Environment,
  listener: Listener,
  signal: AbortSignal
): Promise<Found> {
  const start = new Date()
  const folder = new ResultsFolder(resolve(environment.cwd, settings.results))
  listener.phase('Images')
  const { images: patterns, maxPixels, shard } = settings
  const ask = { patterns, cwd: environment.cwd, results: folder.path, maxPixels }
  const all = await discover(ask, signal)
  for (const warning of all.warnings) listener.warn(warning)
  const images = shardOf(all.images, shard).map((image) => advised(image, environment))
  const others = all.otherFiles > 0 ? `; ${count(all.otherFiles, 'other file')} ignored` : ''
  const part =
    shard.count > 1
      ? ` (shard ${shard.index} of ${shard.count}, ${all.images.length} in total)`
      : ''
  listener.say(`Found ${count(images.length, 'image')}${part}${others}.`)
  return { settings, environment, start, folder, discovery: { ...all, images } }
}

/** In a workflow, Git LFS is configured where the repository is checked out. */
function advised(image: SourceImage, { workflowRun }: Environment): SourceImage {
  const { problem } = image
  if (workflowRun === null || problem?.code !== 'git-lfs-pointer') return image
  const message = `${problem.message} In a workflow, set \`lfs: true\` on \`actions/checkout\`.`
  return { ...image, problem: { ...problem, message } }
}

/** A run that is ready to start: every image is refused, reused or planned. */
export interface Prepared {
  readonly origin: Origin
  /** Rows that exist before the job starts: `reused`, then `refused`. */
  readonly known: readonly Row[]
  readonly reused: readonly Row[]
  readonly refused: readonly Row[]
  /** Images that tasks have to read. */
  readonly wanted: readonly TaskImage[]
  readonly order: JobOrder
}

/** Chooses which images keep their earlier result and which are read. */
export type ChooseReuse = (readable: readonly TaskImage[]) => {
  readonly kept: readonly Row[]
  readonly wanted: readonly TaskImage[]
}

/** Every image is read. */
export const readAll: ChooseReuse = (readable) => ({ kept: [], wanted: readable })

/**
 * Turns found images into a job order: keys, reuse, plan.
 *
 * @param fingerprint of the engine; null if it is not known yet, so that no image has a key
 */
export function prepare(
  found: Found,
  capacity: Capacity,
  fingerprint: string | null,
  choose: ChooseReuse
): Prepared {
  const { settings, folder } = found
  const images = taskImages(found, fingerprint)
  const { kept, wanted } = choose(images.filter(({ problem }) => problem === null))
  const refused = images.filter(({ problem }) => problem !== null).map(refusedRow)
  const origin = originOf(found)
  const known = [...kept, ...refused]
  return {
    origin,
    known,
    reused: kept,
    refused,
    wanted,
    order: {
      origin,
      known,
      plan: planOf(wanted, settings, capacity),
      images: new Map(images.map((image) => [image.path, image])),
      settings,
      imageTimeout: settings.imageTimeout,
      folder
    }
  }
}

/** The facts about a run that are known when it starts. */
export function originOf({ settings, environment, start, discovery }: Found): Origin {
  const { runId, repository, commit, workflowRun } = environment
  return {
    id: runId,
    backend: settings.backend,
    start: start.toISOString(),
    settings: settingsRecord(settings),
    groups: settings.keyPattern ? groupsOf(settings.keyPattern) : [],
    otherFiles: discovery.otherFiles,
    repository,
    commit,
    workflowRun
  }
}

const taskImages = ({ discovery, settings }: Found, fingerprint: string | null): TaskImage[] =>
  discovery.images.map((image) => ({
    ...image,
    key: image.identity && fingerprint && resultKey(image.identity, fingerprint),
    columns: columnsOf(settings.keyPattern, image.path)
  }))

/** Divides images among the slots of a place. */
const planOf = (
  wanted: readonly TaskImage[],
  { partitions, shard }: Settings,
  { slots, leastSeconds }: Capacity
): Plan =>
  plan(wanted, {
    partitions,
    slots,
    prefix: shard.count === 1 ? '' : `shard-${shard.index}-`,
    ...(leastSeconds === undefined ? {} : { leastSeconds })
  })
