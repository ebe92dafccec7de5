import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a sample runs. */
export interface SampleOrder {
  readonly tasks: number
  /** Absolute path of the folder in which `taskoutputs` is created. */
  readonly folder: string
}

/** A task of a sample. */
export interface SampleTask {
  readonly id: string
  /** The node it ran on; null if it never ran. */
  readonly node: string | null
  readonly succeeded: boolean
  /** Its output file, relative to the folder; null if the output is lost. */
  readonly file: string | null
}

/** A node of a sample, with the number of tasks it ran. */
export interface SampleNode {
  readonly id: string
  readonly tasks: number
}

/** The result of a sample: numbered tasks, and the nodes that ran them. */
export interface SampleOutcome {
  readonly tasks: readonly SampleTask[]
  readonly nodes: readonly SampleNode[]
}

/** The command of each task in Microsoft's sample: prints the ids of the task and of the node, on two lines. */
export const SAMPLE_SCRIPT =
  'echo $(printenv | grep ^AZ_BATCH_TASK_ID=) processed by; echo $(printenv | grep ^AZ_BATCH_NODE_ID=)'

/** The ids of the tasks: `mytask1` and so on. */
export const sampleTasks = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `mytask${index + 1}`)

/** Writes the output of a task to the file that Microsoft's tutorial names. @returns its path, relative to the folder */
export function writeOutput(folder: string, task: string, stdout: string | Buffer): string {
  const file = `taskoutputs/stdout${task.replace(/\D+/, '')}.txt`
  mkdirSync(join(folder, 'taskoutputs'), { recursive: true })
  writeFileSync(join(folder, file), stdout)
  return file
}

/** The outcome of tasks, with their nodes. */
export function outcomeOf(tasks: readonly SampleTask[]): SampleOutcome {
  const shares = new Map<string, number>()
  for (const { node } of tasks) if (node !== null) shares.set(node, (shares.get(node) ?? 0) + 1)
  const nodes = [...shares].map(([id, count]) => ({ id, tasks: count }))
  return { tasks, nodes: nodes.sort((a, b) => (a.id < b.id ? -1 : 1)) }
}
