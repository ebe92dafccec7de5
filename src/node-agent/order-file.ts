import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import * as v from 'valibot'
import { thisNode } from '../backends/local/node.ts'
import { openToolbox } from '../engine/toolbox.ts'
import { exitCodes } from '../lib/exit-codes.ts'
import { ResultsFolder } from '../results/folder.ts'
import { taskOrderSchema } from '../task/order.ts'
import { readTask } from './read-task.ts'

/** An order cannot be carried out as it stands. */
export class BadOrder extends Error {}

/**
 * Runs the task of an order (`task/order.ts`) and leaves rows, texts and records in the order's results folder.
 *
 * @returns the exit code
 * @throws BadOrder where the file is none; what `readTask` throws
 */
export async function runOrderFile(file: string, signal: AbortSignal): Promise<number> {
  const order = orderIn(file)
  const home = dirname(resolve(file))
  const toolbox = await openToolbox(process.env, signal)
  const scratch = mkdtempSync(join(tmpdir(), 'batch-ocr-'))
  try {
    const folder = new ResultsFolder(resolve(home, order.results))
    folder.beginRows([])
    const images = resolve(home, order.folder)
    const fileOf = (index: number) => join(images, order.images[index]?.path ?? '')
    const record = await readTask(
      { ...order, fileOf },
      { toolbox, folder, scratch, signal },
      (row) => folder.appendRow(row)
    )
    folder.writeRecord(`tasks/${record.id}`, record)
    folder.writeRecord(
      `nodes/${order.node}`,
      thisNode(order.node, 'node', { toolbox, languages: order.settings.languages }, [record])
    )
    return signal.aborted ? exitCodes.cancelled : exitCodes.done
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 })
  }
}

function orderIn(file: string): v.InferOutput<typeof taskOrderSchema> {
  try {
    return v.parse(taskOrderSchema, JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new BadOrder(`${file} is no order of a task: ${(error as Error).message}`)
  }
}
