import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reader } from '../../engine/engine.ts'
import { confined } from '../../engine/imagemagick/policy.ts'
import { tesseractEngine } from '../../engine/tesseract/engine.ts'
import type { Toolbox } from '../../engine/toolbox.ts'
import type { Partition } from '../../plan/plan.ts'
import type { TaskRecord } from '../../results/records.ts'
import { attemptTask } from '../../task/attempt.ts'
import { thisNode } from '../../task/node-record.ts'
import type { TaskImage } from '../../task/task.ts'
import type { Backend, Job, JobEvent, JobOrder } from '../backend.ts'
import { EventQueue } from '../event-queue.ts'

/** Ends the running tasks: the user cancelled the job, or another slot failed. */
class Stopped extends Error {}

/** This machine as the local backend sees it. */
export interface LocalNode {
  readonly id: string
  /** `local`; `runner` for a shard. */
  readonly kind: string
  readonly toolbox: Toolbox
}

/** The backend that reads on this machine: the machine is the node, and its slots take tasks from one queue. */
export const localBackend = (node: LocalNode): Backend => ({
  start: async (order) => startLocalJob(node, order)
})

function startLocalJob(node: LocalNode, order: JobOrder): Job {
  const scratch = mkdtempSync(join(tmpdir(), 'batch-ocr-'))
  const engine = tesseractEngine(confined(node.toolbox, scratch), order.settings)
  const stop = new AbortController()
  const events = new EventQueue<JobEvent>()
  const records: TaskRecord[] = []
  const queue = [...order.plan.partitions]

  const slot = async (index: number): Promise<void> => {
    const reader = engine.openReader(scratch)
    reader.warmUp()
    try {
      for (
        let partition = queue.shift();
        partition && !stop.signal.aborted;
        partition = queue.shift()
      ) {
        const record = await runPartition(partition, index, reader)
        records.push(record)
        events.push({ kind: 'task-ended', task: record })
      }
    } finally {
      reader.close()
    }
  }

  const runPartition = (
    partition: Partition,
    slot: number,
    reader: Reader
  ): Promise<TaskRecord> => {
    const { settings, imageTimeout, folder } = order
    const { bytes, estimatedSeconds } = partition
    const task = {
      id: partition.task,
      node: node.id,
      slot,
      attempt: 1,
      images: imagesOf(partition, order),
      bytes,
      estimatedSeconds
    }
    return attemptTask(
      task,
      { reader, folder, scratch, settings, imageTimeout, signal: stop.signal },
      (row) => events.push({ kind: 'row', row })
    )
  }

  const slots = Math.min(order.plan.slots, queue.length)
  let failure: { readonly error: unknown } | null = null
  const guarded = (index: number) =>
    slot(index).catch((error: unknown) => {
      failure ??= { error }
      stop.abort(new Stopped())
    })
  const done = Promise.all(Array.from({ length: slots }, (_, index) => guarded(index))).then(() => {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 })
    events.end(failure?.error)
  })

  return {
    id: order.origin.id,
    follow: () => events,
    cancel: async () => {
      stop.abort(new Stopped())
      await done
    },
    results: async () => {
      await done
      const tasks = records.slice().sort((a, b) => (a.id < b.id ? -1 : 1))
      const { languages } = order.settings
      const nodes =
        tasks.length > 0
          ? [thisNode(node.id, node.kind, { toolbox: node.toolbox, languages }, tasks)]
          : []
      return { tasks, nodes, unanswered: new Map(), problem: null }
    },
    close: async () => null
  }
}

const imagesOf = (partition: Partition, order: JobOrder): TaskImage[] =>
  partition.images.map(({ path }) => order.images.get(path)).filter((image) => image !== undefined)
