#!/usr/bin/env node
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import * as v from 'valibot'
import { thisNode } from './backends/local/node.ts'
import { inspect } from './images/image.ts'
import { ResultsFolder } from './results/folder.ts'
import { cancelOnSignals } from './run/cancel.ts'
import { exitCodes } from './run/exit-codes.ts'
import { attemptTask } from './task/attempt.ts'
import { type TaskOrder, taskOrderSchema } from './task/order.ts'
import { confined } from './task/policy.ts'
import { openReader } from './task/reader.ts'
import type { TaskImage } from './task/task.ts'
import { openToolbox } from './task/toolbox.ts'

/**
 * The node program: runs one task where there is nothing but Node.js, Tesseract and ImageMagick. Its only argument is
 * the task's order (`task/order.ts`); it leaves rows, texts and records in the order's results folder.
 */
async function main(orderFile: string | undefined): Promise<number> {
  if (orderFile === undefined) {
    process.stderr.write('Name the file of the task to run: node dist/node/index.js TASK.json\n')
    return exitCodes.badInput
  }
  const order = orderIn(orderFile)
  if (typeof order === 'string') {
    process.stderr.write(`${orderFile} is no order of a task: ${order}\n`)
    return exitCodes.badInput
  }
  const home = dirname(resolve(orderFile))
  const signal = cancelOnSignals(process, exitCodes.cancelled)
  const installed = await openToolbox(process.env, signal)
  const scratch = mkdtempSync(join(tmpdir(), 'batch-ocr-'))
  const toolbox = confined(installed, scratch)
  const reader = openReader(toolbox, order.settings, scratch)
  try {
    reader.warmUp()
    const folder = new ResultsFolder(resolve(home, order.results))
    folder.beginRows([])
    const { imageTimeout, settings } = order
    const images = await taskImages(order, resolve(home, order.folder))
    const bytes = images.reduce((sum, image) => sum + image.bytes, 0)
    const task = { ...order, id: order.task, images, bytes }
    const record = await attemptTask(
      task,
      { reader, folder, scratch, settings, imageTimeout, signal },
      (row) => folder.appendRow(row)
    )
    folder.writeRecord(`tasks/${record.id}`, record)
    folder.writeRecord(`nodes/${order.node}`, thisNode(order.node, 'node', toolbox, [record]))
    return signal.aborted ? exitCodes.cancelled : exitCodes.done
  } finally {
    reader.close()
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** The order in a file, or why there is none. */
function orderIn(file: string): TaskOrder | string {
  try {
    return v.parse(taskOrderSchema, JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    return (error as Error).message
  }
}

/** The order's images as they lie on this node: each has a row, so each has an entry, whatever became of its file. */
async function taskImages(order: TaskOrder, folder: string): Promise<TaskImage[]> {
  const images: TaskImage[] = []
  for (const { path, key, keys } of order.images) {
    const file = join(folder, path)
    const found = await inspect(
      { file, shown: file, path, kind: 'file', named: true },
      order.settings.maxPixels
    )
    if (found) images.push({ ...found, key, keys })
  }
  return images
}

process.exitCode = await main(process.argv[2])
