import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { resultsArchive } from '../archive/results-archive.ts'
import { type Arrived, openTaskArchive } from '../archive/task-archive.ts'
import { thisNode } from '../backends/local/node.ts'
import { openToolbox, type Toolbox } from '../engine/toolbox.ts'
import { exitCodes } from '../lib/exit-codes.ts'
import { ResultsFolder } from '../results/folder.ts'
import type { NodeRecord, TaskRecord } from '../results/records.ts'
import type { Row } from '../results/row.ts'
import { countsOf, rounded } from '../results/totals.ts'
import { readTask } from './read-task.ts'
import { takeSlot } from './slot.ts'

/** A task of Azure Batch, by its archives: the one that brings it, and the one that is to bring home what was read. */
export interface BatchTask {
  readonly archive: string
  readonly results: string
}

/** What the program touches of its node. */
export interface NodeEdges {
  /** Where it works, and where relative archives lie. */
  readonly cwd: string
  /** Holds what Batch tells its tasks. */
  readonly env: NodeJS.ProcessEnv
  /** Tells a sentence to whoever reads the task's standard output. */
  readonly say: (sentence: string) => void
}

/**
 * Runs a task of Azure Batch: unpacks the archive that brings it, reads it, and packs what there is to bring home. Once
 * the order is known, that archive is made however the reading ends: whole, broken off by a signal, or by a fault of
 * this node.
 *
 * @returns the exit code: failed images are rows, and no fault of the task
 * @throws ArchiveProblem where one of the archives is not to be had; what `readTask` throws
 */
export async function runBatchTask(
  { archive, results }: BatchTask,
  { cwd, env, say }: NodeEdges,
  signal: AbortSignal
): Promise<number> {
  const start = new Date()
  const place = placeIn(env)
  // First of all: should this attempt be lost, the log of the task still tells of it.
  say(`Task ${place.task} on node ${place.node}, begun at ${start.toISOString()}.`)
  const home = mkdtempSync(join(cwd, 'batch-ocr-'))
  try {
    const arrived = await openTaskArchive(resolve(cwd, archive), join(home, 'in'), signal)
    const folder = new ResultsFolder(join(home, 'results'))
    const read = await readArrived(arrived, { place, env, home, folder, start, signal })
    // Room for what goes out, where images have filled the disk.
    rmSync(join(home, 'in'), { recursive: true })
    const images = arrived.order.images.map(({ path }) => path)
    await resultsArchive(resolve(cwd, results), { ...read, images, folder })
    if (read.problem) throw read.problem.error
    const { recognized, empty, failed } = read.task.counts
    say(`${recognized} recognized, ${empty} empty, ${failed} failed in ${read.task.seconds} s.`)
    return signal.aborted ? exitCodes.cancelled : exitCodes.done
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Where a task runs, as Batch tells it. */
interface Place {
  readonly task: string
  readonly node: string
  readonly dedicated: boolean | null
  /** What tells this node from any other. */
  readonly whole: string
}

function placeIn(env: NodeJS.ProcessEnv): Place {
  const node = env['AZ_BATCH_NODE_ID'] ?? hostname()
  const dedicated = env['AZ_BATCH_NODE_IS_DEDICATED']
  return {
    task: env['AZ_BATCH_TASK_ID'] ?? 'of no job',
    node,
    dedicated: dedicated === undefined ? null : dedicated.toLowerCase() === 'true',
    whole: JSON.stringify([env['AZ_BATCH_POOL_ID'], node, env['AZ_BATCH_NODE_ROOT_DIR']])
  }
}

/** What came of a task, however it ended. */
interface Read {
  readonly rows: readonly Row[]
  readonly task: TaskRecord
  readonly node: NodeRecord
  /** Why this node could not go on reading; null where it could. */
  readonly problem: { readonly error: unknown } | null
}

/** A machine of which nothing is known yet. */
const NO_TOOLBOX: Toolbox = {
  tesseract: null,
  imageMagick: null,
  poppler: null,
  languages: [],
  env: {}
}

async function readArrived(
  { order, fileOf }: Arrived,
  at: {
    readonly place: Place
    readonly env: NodeJS.ProcessEnv
    readonly home: string
    readonly folder: ResultsFolder
    readonly start: Date
    readonly signal: AbortSignal
  }
): Promise<Read> {
  const { place, folder, signal } = at
  const scratch = join(at.home, 'scratch')
  const slot = await takeSlot(place.whole)
  const rows: Row[] = []
  let toolbox = NO_TOOLBOX
  const nodeRecord = (task: TaskRecord): NodeRecord => ({
    ...thisNode(place.node, 'batch', { toolbox, languages: order.settings.languages }, [task]),
    vmSize: order.vmSize,
    dedicated: place.dedicated
  })
  try {
    mkdirSync(scratch)
    toolbox = await openToolbox(at.env, signal)
    const task = await readTask(
      { ...order, fileOf, node: place.node, slot, attempt: 1 },
      { toolbox, folder, scratch, signal },
      (row) => rows.push(row)
    )
    return { rows, task, node: nodeRecord(task), problem: null }
  } catch (error) {
    const task = brokenRecord(order, { ...at, slot }, rows, error)
    return { rows, task, node: nodeRecord(task), problem: signal.aborted ? null : { error } }
  }
}

/** The record of a task that this node could not bring to its end. */
function brokenRecord(
  order: Arrived['order'],
  at: { readonly place: Place; readonly slot: number | null; readonly start: Date },
  rows: readonly Row[],
  error: unknown
): TaskRecord {
  const { task, images, estimatedSeconds } = order
  const end = new Date()
  const reason = error instanceof Error ? error.message : String(error)
  return {
    id: task,
    partition: {
      images: images.map(({ path }) => path),
      bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0),
      estimatedSeconds: rounded(estimatedSeconds)
    },
    node: at.place.node,
    slot: at.slot,
    attempts: [
      {
        node: at.place.node,
        start: at.start.toISOString(),
        end: end.toISOString(),
        exitCode: null,
        reason
      }
    ],
    seconds: rounded((end.getTime() - at.start.getTime()) / 1000),
    counts: countsOf(rows)
  }
}
