import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { MalformedCommandLine, splitCommandLine } from './command-line.ts'
import { endProcesses } from './descendants.ts'
import { failure, sentenceOf, systemCode, WorkFailed } from './failures.ts'
import { workingFolder } from './layout.ts'

/**
 * Runs a command line to its end, its output straight into `stdout.txt` and `stderr.txt` of the task's folder.
 *
 * What it started and left behind lives on, as on a real node: start tasks leave services behind. Where the signal
 * ends it, all that it started ends too.
 *
 * @param folder the task's folder; the process runs in its `wd`
 * @returns the exit code; 128 and the signal's number where a signal ended it
 * @throws WorkFailed where it could not be started; the signal's reason where that ended it
 */
export async function runProcess(
  commandLine: string,
  folder: string,
  environment: Readonly<Record<string, string>>,
  signal: AbortSignal
): Promise<number> {
  signal.throwIfAborted()
  const refusal = (error: unknown) => notLaunched(commandLine, error)
  const ending = endingOf(launch(commandLine, folder, environment, refusal), refusal)
  const mark = { variable: 'AZ_BATCH_TASK_DIR', value: folder }
  const stopping: Promise<void>[] = []
  const stop = () => void stopping.push(endProcesses(mark, ending.pid))
  signal.addEventListener('abort', stop)
  const exitCode = await ending.exitCode.finally(() => signal.removeEventListener('abort', stop))
  if (stopping.length === 0) return exitCode
  // To the last of them: the same task may run here again at once.
  await Promise.all(stopping)
  throw signal.reason
}

/** Starts the process in a session of its own; our copies of its output files are closed again at once. */
function launch(
  commandLine: string,
  folder: string,
  env: Readonly<Record<string, string>>,
  refusal: (error: unknown) => WorkFailed
): ChildProcess {
  const output: number[] = []
  try {
    for (const name of ['stdout.txt', 'stderr.txt']) output.push(openSync(join(folder, name), 'w'))
    const [program = '', ...args] = splitCommandLine(commandLine)
    const cwd = workingFolder(folder)
    return spawn(program, args, { cwd, env, stdio: ['ignore', ...output], detached: true })
  } catch (error) {
    throw refusal(error)
  } finally {
    output.forEach(closeSync)
  }
}

function endingOf(child: ChildProcess, refusal: (error: unknown) => WorkFailed) {
  const exitCode = new Promise<number>((resolve, reject) => {
    child.once('error', (error) => reject(refusal(error)))
    child.once('exit', (code, died) => resolve(code ?? 128 + (died ? constants.signals[died] : 0)))
  })
  return { pid: child.pid, exitCode }
}

function notLaunched(commandLine: string, error: unknown): WorkFailed {
  const details = { CommandLine: commandLine, Message: sentenceOf(error) }
  const missing = systemCode(error) === 'ENOENT' || nothingToRun(commandLine, error)
  return new WorkFailed(
    failure(missing ? 'CommandProgramNotFound' : 'CommandLaunchFailed', details)
  )
}

const nothingToRun = (commandLine: string, error: unknown): boolean =>
  !(error instanceof MalformedCommandLine) && (splitCommandLine(commandLine)[0] ?? '') === ''
