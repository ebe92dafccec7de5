import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { resultsArchive } from '../../../../src/archive/results-archive.ts'
import type { JobOrder } from '../../../../src/backends/backend.ts'
import { ResultsFolder } from '../../../../src/results/folder.ts'
import type { TaskRecord } from '../../../../src/results/records.ts'
import type { Row } from '../../../../src/results/row.ts'
import { countsOf, partitionRecord } from '../../../../src/results/totals.ts'
import { thisNode } from '../../../../src/task/node-record.ts'
import { type TaskImage, unread } from '../../../../src/task/task.ts'
import type { Scratch } from '../../../support/command.ts'

/**
 * Prepared results, for tests about faults, signals and time: the program on the nodes copies an archive instead of
 * running Tesseract, which takes a tenth of the CPU time.
 */

const NO_ENGINE = { tesseract: null, imageMagick: null, poppler: null, languages: [], env: {} }

/** Writes the results archives of all tasks of an order. @returns their folder */
export async function cannedResults({ tmp }: Scratch, order: JobOrder): Promise<string> {
  const home = mkdtempSync(join(tmp, 'canned-'))
  const folder = new ResultsFolder(join(home, 'results'))
  mkdirSync(join(home, 'archives'))
  for (const { task: id, images, bytes, estimatedSeconds } of order.plan.partitions) {
    const rows = images.map(({ path }) => recognized(order.images.get(path) as TaskImage, folder))
    const start = new Date().toISOString()
    const task: TaskRecord = {
      id,
      partition: partitionRecord({ images, bytes, estimatedSeconds }),
      ...{ node: 'canned', slot: 0 },
      attempts: [{ node: 'canned', start, end: start, exitCode: 0, reason: null }],
      ...{ seconds: 0, counts: countsOf(rows) }
    }
    const node = thisNode('canned', 'batch', { toolbox: NO_ENGINE, languages: [] }, [task])
    await resultsArchive(join(home, 'archives', `${id}.tar`), {
      ...{ images: images.map(({ path }) => path), rows, task, node, folder }
    })
  }
  return join(home, 'archives')
}

function recognized(image: TaskImage, folder: ResultsFolder): Row {
  const text = folder.writeOutput('txt', image.path, Buffer.from('Reading 427 of the well\n'))
  return { ...unread(image), status: 'recognized', words: 5, confidence: 90, text }
}

/**
 * A program for the nodes.
 *
 * @param archives folder of the prepared results, by `cannedResults`
 * @param script its code. `task` is the task's id; `read()` writes the results; `afterRelease(read)` does so once the test
 *   calls `release`; `marker` is a file name shared by the tries of this task on the same node
 */
export function nodeProgram(
  { tmp }: Pick<Scratch, 'tmp'>,
  archives: string,
  script = 'read()'
): string {
  const file = join(mkdtempSync(join(tmp, 'program-')), 'program.mjs')
  writeFileSync(
    file,
    `import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
const task = process.env.AZ_BATCH_TASK_ID
const marker = process.env.AZ_BATCH_NODE_SHARED_DIR + '/' + task
const read = () =>
  fs.copyFileSync(${JSON.stringify(archives)} + '/' + task.replace(/-again-.*/, '') + '.tar', 'results.tar')
const afterRelease = (then) => {
  const timer = setInterval(() => {
    if (!fs.existsSync(${JSON.stringify(releaseFile({ tmp }))})) return
    clearInterval(timer)
    then()
  }, 30)
}
${script}
`
  )
  return file
}

const releaseFile = ({ tmp }: Pick<Scratch, 'tmp'>): string => join(tmp, 'released')

/** Lets the programs that wait for it read, or, with `false`, makes those of the next run wait. */
export function release(scratch: Scratch, released = true): void {
  if (released) writeFileSync(releaseFile(scratch), '')
  else rmSync(releaseFile(scratch), { force: true })
}
