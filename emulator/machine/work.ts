import { lstatSync, mkdirSync } from 'node:fs'
import type { BlobAccess } from './blob-access.ts'
import { failure, messageOf, systemCode, WorkFailed } from './failures.ts'
import { certificatesFolder, workingFolder } from './layout.ts'
import { EndedByUser, type Work, type WorkResult } from './machine.ts'
import { uploadOutputFiles, type WorkContext } from './output-files.ts'
import { runProcess } from './processes.ts'
import { removeFolder } from './remove-folder.ts'
import { downloadResourceFiles } from './resource-files.ts'
import { stopOn, TimedOut } from './stop.ts'

/** The signals that may end work early. */
export interface Stops {
  /** Of the caller. */
  readonly requested: AbortSignal
  /** Of the machine. */
  readonly gone: AbortSignal
}

/** Downloads the resource files, runs the command line and uploads the output files. */
export async function runWork(
  work: Work,
  context: WorkContext,
  stops: Stops,
  onRunning: () => void
): Promise<WorkResult> {
  const stop = stopOn([stops.requested, stops.gone], work.wallClockLimit)
  let result: WorkResult
  try {
    const unready = await prepare(work, context.folder, context.access, stop.signal)
    if (unready !== null) return unready
    onRunning()
    result = await execute(work.commandLine, context, stop.signal)
  } finally {
    stop.release()
  }
  if (result.failedIn === 'preparation' || !uploadsAfter(stop.signal)) return result
  return upload(work, result, context, stop.signal.aborted ? [stops.gone] : Object.values(stops))
}

/** Recreates the folder and downloads the files; returns how that failed, or null. */
async function prepare(
  work: Work,
  folder: string,
  access: BlobAccess,
  signal: AbortSignal
): Promise<WorkResult | null> {
  try {
    signal.throwIfAborted()
    await makeFolder(folder)
    await downloadResourceFiles(work.resourceFiles ?? [], workingFolder(folder), access, signal)
    return null
  } catch (error) {
    return unstarted(error, signal)
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    // Synchronous, because each asynchronous call costs several times the CPU time of what it does. The folder
    // exists only if the task has already run here, and then removal may take long.
    if (isThere(folder)) await removeFolder(folder)
    mkdirSync(workingFolder(folder), { recursive: true })
    mkdirSync(certificatesFolder(folder))
  } catch (error) {
    const code = systemCode(error) === 'ENOSPC' ? 'DiskFull' : 'ResourceDirectoryCreateFailed'
    throw new WorkFailed(failure(code, { FilePath: folder, Message: messageOf(error) }))
  }
}

/** Whether a path exists, be it a broken link that another task left. */
const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined

async function execute(
  commandLine: string,
  { folder, environment }: WorkContext,
  signal: AbortSignal
): Promise<WorkResult> {
  try {
    const exitCode = await runProcess(commandLine, folder, environment, signal)
    if (exitCode === 0) return { exitCode, failure: null, failedIn: null }
    const details = { Message: 'The task process exited with an unexpected exit code' }
    return { exitCode, failure: failure('FailureExitCode', details), failedIn: 'process' }
  } catch (error) {
    if (!signal.aborted) return unstarted(error, signal)
    return { exitCode: null, failure: ended(error), failedIn: 'process' }
  }
}

/** How work ended that never started a process. */
function unstarted(error: unknown, { aborted, reason }: AbortSignal): WorkResult {
  if (error instanceof WorkFailed) {
    return { exitCode: null, failure: error.info, failedIn: 'preparation' }
  }
  if (!aborted) throw error
  return { exitCode: null, failure: ended(reason), failedIn: 'preparation' }
}

const ended = (reason: unknown) =>
  reason instanceof TimedOut
    ? failure('TaskEnded', {
        Message: 'The maximum execution time configured on the task was exceeded',
        AdditionalErrorCode: 'FailureExitCode'
      })
    : failure('TaskEnded')

/** Whether output files are uploaded after work was ended: not if the node is gone or the emulator stops. */
const uploadsAfter = ({ aborted, reason }: AbortSignal): boolean =>
  !aborted || reason instanceof EndedByUser || reason instanceof TimedOut

async function upload(
  { outputFiles = [] }: Work,
  result: WorkResult,
  context: WorkContext,
  signals: readonly AbortSignal[]
): Promise<WorkResult> {
  const stop = stopOn(signals, null)
  try {
    const succeeded = result.exitCode === 0
    const failed = await uploadOutputFiles(outputFiles, succeeded, context, stop.signal)
    // As in exit conditions, an exit code takes precedence over an upload error.
    if (failed === null || result.failure !== null) return result
    const info = stop.signal.aborted ? ended(stop.signal.reason) : failed
    return { ...result, failure: info, failedIn: 'upload' }
  } finally {
    stop.release()
  }
}
