import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a sample is asked to do. */
export interface SampleOrder {
  readonly tasks: number
  /** Absolute: the folder in which `taskoutputs` is made. */
  readonly folder: string
}

/** One task of a sample, and where it ran. */
export interface SampleTask {
  readonly id: string
  /** Null where it never ran. */
  readonly node: string | null
  readonly succeeded: boolean
  /** Its output, from the folder on; null where it is lost. */
  readonly file: string | null
}

/** A node of a sample, and how many of its tasks it ran. */
export interface SampleNode {
  readonly id: string
  readonly tasks: number
}

/** What a sample shows: numbered tasks, shared among nodes. */
export interface SampleOutcome {
  readonly tasks: readonly SampleTask[]
  readonly nodes: readonly SampleNode[]
}

/** What each task of Microsoft's sample prints: its own id and its node's, on two lines. */
export const SAMPLE_SCRIPT =
  'echo $(printenv | grep ^AZ_BATCH_TASK_ID=) processed by; echo $(printenv | grep ^AZ_BATCH_NODE_ID=)'

/** The ids of a sample's tasks: `mytask1` and so on. */
export const sampleTasks = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `mytask${index + 1}`)

/** Writes what a task printed where the walk-through has it. @returns its path from the folder on */
export function writeOutput(folder: string, task: string, stdout: string | Buffer): string {
  const file = `taskoutputs/stdout${task.replace(/\D+/, '')}.txt`
  mkdirSync(join(folder, 'taskoutputs'), { recursive: true })
  writeFileSync(join(folder, file), stdout)
  return file
}

/** The outcome of tasks, with the nodes that they name. */
export function outcomeOf(tasks: readonly SampleTask[]): SampleOutcome {
  const shares = new Map<string, number>()
  for (const { node } of tasks) if (node !== null) shares.set(node, (shares.get(node) ?? 0) + 1)
  const nodes = [...shares].map(([id, count]) => ({ id, tasks: count }))
  return { tasks, nodes: nodes.sort((a, b) => (a.id < b.id ? -1 : 1)) }
}
