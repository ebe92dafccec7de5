import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { outputPath, type ResultsFolder } from '../results/folder.ts'
import { FORMATS } from '../results/records.ts'
import type { ForeignFolder } from './find.ts'
import type { KnownSource } from './fit.ts'
import { isName, isPlainPath } from './names.ts'
import type { Chosen } from './rows.ts'

/**
 * Brings the files of the chosen rows into a results folder; what an earlier run or merge left there goes. The table
 * grows with the files: should we be killed, it speaks of no text that is not there.
 *
 * @throws the signal's reason where it fires; what is copied by then stays
 */
export async function bringFiles(
  chosen: readonly Chosen[],
  folder: ResultsFolder,
  signal: AbortSignal
): Promise<void> {
  for (const image of [...folder.earlierRows().keys()].filter(isPlainPath)) {
    await heed(signal)
    folder.removeOutputs([image])
  }
  folder.clearRecords()
  await mkdir(join(folder.path, 'metadata'), { recursive: true })
  folder.beginRows([])
  for (const { row, source } of chosen) {
    await heed(signal)
    const from = row.status === 'failed' ? null : source.table?.folder
    if (from) await bringOutputs(row.image, from, folder)
    folder.appendRow(row)
  }
}

/**
 * Lets signals come in between two pieces of work that give them no time.
 *
 * @throws the signal's reason where it has fired
 */
export async function heed(signal: AbortSignal): Promise<void> {
  await new Promise((turn) => setImmediate(turn))
  signal.throwIfAborted()
}

async function bringOutputs(
  image: string,
  from: ForeignFolder,
  folder: ResultsFolder
): Promise<void> {
  for (const format of FORMATS) {
    const file = from.output(format, image)
    if (file !== null) await bring(file, outputPath(format, image), folder)
  }
}

/** Brings the logs of tasks; those of a later attempt take the place of an earlier one's. */
export async function bringLogs(
  sources: readonly KnownSource[],
  folder: ResultsFolder
): Promise<void> {
  for (const { records } of sources) {
    for (const task of records.folder.names('metadata/logs', 'folders').filter(isName)) {
      const home = `metadata/logs/${task}`
      for (const log of records.folder.names(home, 'files').filter(isName)) {
        const file = records.folder.file(`${home}/${log}`)
        if (file !== null) await bring(file, `${home}/${log}`, folder)
      }
    }
  }
}

/** Copies a file aside and then puts it in its place, so that none is ever half there. */
async function bring(file: string, path: string, folder: ResultsFolder): Promise<void> {
  const aside = join(folder.path, 'metadata', 'arriving.part')
  await copyFile(file, aside)
  folder.moveIn(aside, path)
}
