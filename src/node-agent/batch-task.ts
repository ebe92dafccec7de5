import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { resultsArchive } from '../archive/results-archive.ts'
import { openTaskArchive, type UnpackedTask } from '../archive/task-archive.ts'
import { openToolbox, type Toolbox } from '../engine/toolbox.ts'
import { exitCodes } from '../lib/exit-codes.ts'
import { ResultsFolder } from '../results/folder.ts'
import type { NodeRecord, TaskRecord } from '../results/records.ts'
import type { Row } from '../results/row.ts'
import { countsOf, partitionRecord, rounded } from '../results/totals.ts'
import { thisNode } from '../task/node-record.ts'
import { readTask } from './read-task.ts'
import { takeSlot } from './slot.ts'

/** A task of Azure Batch: the path of its archive, and that of the results archive to create. */
export interface BatchTask {
  readonly archive: string
  readonly results: string
}

/** The process that runs the task. */
export interface NodeContext {
  /** Folder for temporary files, and the base of relative paths. */
  readonly cwd: string
  /** Includes the variables that Azure Batch sets for its tasks. */
  readonly env: NodeJS.ProcessEnv
  /** Prints a line to the task's standard output. */
  readonly print: (line: string) => void
}

/**
 * Runs a task of Azure Batch: unpacks its archive, reads the images, and packs the results. Once the order is known,
 * the results archive is created even if reading is cancelled or fails.
 *
 * @returns the exit code; images that cannot be read do not make the task fail
 * @throws ArchiveProblem if an archive cannot be read or written; what `readTask` throws
 */
export async function runBatchTask(
  { archive, results }: BatchTask,
  { cwd, env, print }: NodeContext,
  signal: AbortSignal
): Promise<number> {
  const start = new Date()
  const place = placeIn(env)
  // Printed first, so that the task's log has it even if the attempt is lost.
  print(`Task ${place.task} on node ${place.node}, begun at ${start.toISOString()}.`)
  const home = mkdtempSync(join(cwd, 'batch-ocr-'))
  try {
    const unpacked = await openTaskArchive(resolve(cwd, archive), join(home, 'in'), signal)
    const folder = new ResultsFolder(join(home, 'results'))
    const read = await readUnpacked(unpacked, { place, env, home, folder, start, signal })
    // Makes room for the results if the images have filled the disk.
    rmSync(join(home, 'in'), { recursive: true })
    const images = unpacked.order.images.map(({ path }) => path)
    await resultsArchive(resolve(cwd, results), { ...read, images, folder })
    if (read.problem) throw read.problem.error
    const { recognized, empty, failed } = read.task.counts
    print(`${recognized} recognized, ${empty} empty, ${failed} failed in ${read.task.seconds} s.`)
    return signal.aborted ? exitCodes.cancelled : exitCodes.done
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Where the task runs, according to Azure Batch. */
interface TaskPlace {
  readonly task: string
  readonly node: string
  readonly dedicated: boolean | null
  /** Identifies the node among all nodes of all pools. */
  readonly nodeKey: string
}

function placeIn(env: NodeJS.ProcessEnv): TaskPlace {
  const node = env['AZ_BATCH_NODE_ID'] ?? hostname()
  const dedicated = env['AZ_BATCH_NODE_IS_DEDICATED']
  return {
    task: env['AZ_BATCH_TASK_ID'] ?? 'of no job',
    node,
    dedicated: dedicated === undefined ? null : dedicated.toLowerCase() === 'true',
    nodeKey: JSON.stringify([env['AZ_BATCH_POOL_ID'], node, env['AZ_BATCH_NODE_ROOT_DIR']])
  }
}

/** The result of a task, however it ended. */
interface TaskOutcome {
  readonly rows: readonly Row[]
  readonly task: TaskRecord
  readonly node: NodeRecord
  /** Why this node could not continue reading; null if it could, or was cancelled. */
  readonly problem: { readonly error: unknown } | null
}

/** The toolbox of a machine that was not inspected yet. */
const NO_TOOLBOX: Toolbox = {
  tesseract: null,
  imageMagick: null,
  poppler: null,
  languages: [],
  env: {}
}

async function readUnpacked(
  { order, fileOf }: UnpackedTask,
  at: {
    readonly place: TaskPlace
    readonly env: NodeJS.ProcessEnv
    readonly home: string
    readonly folder: ResultsFolder
    readonly start: Date
    readonly signal: AbortSignal
  }
): Promise<TaskOutcome> {
  const { place, folder, signal } = at
  const scratch = join(at.home, 'scratch')
  const slot = await takeSlot(place.nodeKey)
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
    const task = failedRecord(order, { ...at, slot }, rows, error)
    return { rows, task, node: nodeRecord(task), problem: signal.aborted ? null : { error } }
  }
}

/** The record of a task that failed or was cancelled before the first image. */
function failedRecord(
  { task, images, estimatedSeconds }: UnpackedTask['order'],
  at: { readonly place: TaskPlace; readonly slot: number | null; readonly start: Date },
  rows: readonly Row[],
  error: unknown
): TaskRecord {
  const end = new Date()
  const reason = error instanceof Error ? error.message : String(error)
  return {
    id: task,
    partition: partitionRecord({
      images,
      bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0),
      estimatedSeconds
    }),
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
