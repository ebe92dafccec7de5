import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { letSignalsThrough } from '../lib/abort.ts'
import type { ResultsFolder } from '../results/folder.ts'
import { isPlainPath, isRecordName, outputPath } from '../results/names.ts'
import { FORMATS } from '../results/records.ts'
import type { KnownSource } from './fit.ts'
import type { ChosenRow } from './rows.ts'
import type { SourceFolder } from './source-folder.ts'

/**
 * Copies the files of the chosen rows into a results folder and removes those of an earlier run or merge. Each row is
 * added after its files, so that the table of an interrupted merge never names a missing text.
 *
 * @throws the signal's reason if it fires; the files copied so far are kept
 */
export async function copyResults(
  chosen: readonly ChosenRow[],
  folder: ResultsFolder,
  signal: AbortSignal
): Promise<void> {
  for (const image of [...folder.earlierRows().keys()].filter(isPlainPath)) {
    await letSignalsThrough(signal)
    folder.removeOutputs([image])
  }
  folder.clearRecords()
  await mkdir(join(folder.path, 'metadata'), { recursive: true })
  folder.beginRows([])
  for (const { row, source } of chosen) {
    await letSignalsThrough(signal)
    const from = row.status === 'failed' ? null : source.table?.folder
    if (from) await copyOutputs(row.image, from, folder)
    folder.appendRow(row)
  }
}

async function copyOutputs(
  image: string,
  from: SourceFolder,
  folder: ResultsFolder
): Promise<void> {
  for (const format of FORMATS) {
    const file = from.output(format, image)
    if (file !== null) await copyIn(file, outputPath(format, image), folder)
  }
}

/** Copies the logs of tasks; those of a later attempt replace those of an earlier one. */
export async function copyLogs(
  sources: readonly KnownSource[],
  folder: ResultsFolder
): Promise<void> {
  for (const { records } of sources) {
    for (const task of records.folder.names('metadata/logs', 'folders').filter(isRecordName)) {
      const logs = `metadata/logs/${task}`
      for (const log of records.folder.names(logs, 'files').filter(isRecordName)) {
        const file = records.folder.file(`${logs}/${log}`)
        if (file !== null) await copyIn(file, `${logs}/${log}`, folder)
      }
    }
  }
}

/** Copies through a temporary file, so that no file is ever half written. */
async function copyIn(file: string, path: string, folder: ResultsFolder): Promise<void> {
  const temporary = join(folder.path, 'metadata', 'arriving.part')
  await copyFile(file, temporary)
  folder.moveIn(temporary, path)
}
