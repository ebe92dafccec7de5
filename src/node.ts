#!/usr/bin/env node
import { cancelOnSignals } from './lib/abort.ts'
import { exitCodes } from './lib/exit-codes.ts'
import { type NodeEdges, runBatchTask } from './node-agent/batch-task.ts'
import { BadOrder, runOrderFile } from './node-agent/order-file.ts'

const USAGE = `Name the task to run:
  node index.js TASK.json         a task whose images are here already
  node index.js IN.tar OUT.tar    a task of Azure Batch, as an archive; its results become another
`

const edges: NodeEdges = {
  cwd: process.cwd(),
  env: process.env,
  say: (sentence) => {
    process.stdout.write(`${sentence}\n`)
  }
}

/**
 * The node program: runs one task where there is nothing but Node.js (18 or newer), Tesseract and ImageMagick. Images
 * that cannot be read are rows among the results; only what keeps this node from reading at all makes it fail.
 */
async function main(args: readonly string[]): Promise<number> {
  const [task, results] = args
  if (task === undefined || args.length > 2) {
    process.stderr.write(USAGE)
    return exitCodes.badInput
  }
  const signal = cancelOnSignals(process, exitCodes.cancelled)
  try {
    return results === undefined
      ? await runOrderFile(task, signal)
      : await runBatchTask({ archive: task, results }, edges, signal)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return exitCodeOf(error, signal)
  }
}

function exitCodeOf(error: unknown, signal: AbortSignal): number {
  if (signal.aborted) return exitCodes.cancelled
  return error instanceof BadOrder ? exitCodes.badInput : exitCodes.runFailed
}

process.exitCode = await main(process.argv.slice(2))
