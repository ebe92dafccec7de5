#!/usr/bin/env node
import { cancelOnSignals } from './lib/abort.ts'
import { exitCodes } from './lib/exit-codes.ts'
import { type NodeContext, runBatchTask } from './node-agent/batch-task.ts'

const USAGE = `Usage: node index.js IN.tar OUT.tar
Runs a task of Azure Batch. IN.tar is the archive of the task, OUT.tar the archive to create with its results.
`

const context: NodeContext = {
  cwd: process.cwd(),
  env: process.env,
  print: (line) => {
    process.stdout.write(`${line}\n`)
  }
}

/**
 * The node program: runs one task on a machine that has no more than Node.js 18 or newer, Tesseract and ImageMagick.
 * Images that cannot be read have rows in the results; the program only fails if this node cannot read any image.
 */
async function main(args: readonly string[]): Promise<number> {
  const [archive, results] = args
  if (archive === undefined || results === undefined || args.length > 2) {
    process.stderr.write(USAGE)
    return exitCodes.badInput
  }
  const signal = cancelOnSignals(process, exitCodes.cancelled)
  try {
    return await runBatchTask({ archive, results }, context, signal)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return signal.aborted ? exitCodes.cancelled : exitCodes.runFailed
  }
}

process.exitCode = await main(process.argv.slice(2))
