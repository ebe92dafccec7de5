import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { MalformedCommandLine, splitCommandLine } from './command-line.ts'
import { endProcesses } from './descendants.ts'
import { failure, messageOf, systemCode, WorkFailed } from './failures.ts'
import { workingFolder } from './layout.ts'

/**
 * Runs a command line with its output in `stdout.txt` and `stderr.txt` of the task's folder.
 *
 * Background processes continue after it exits, as on a real node, where start tasks start services. If the signal ends it,
 * its descendants are killed too.
 *
 * @param folder the task's folder; the process runs in its `wd`
 * @returns the exit code; 128 plus the signal number if a signal killed it
 * @throws WorkFailed if it could not be started; the reason of the abort signal if that ended it
 */
export async function runProcess(
  commandLine: string,
  folder: string,
  environment: Readonly<Record<string, string>>,
  signal: AbortSignal
): Promise<number> {
  signal.throwIfAborted()
  const launchError = (error: unknown) => notLaunched(commandLine, error)
  const ending = endingOf(launch(commandLine, folder, environment, launchError), launchError)
  const mark = { variable: 'AZ_BATCH_TASK_DIR', value: folder }
  const stopping: Promise<void>[] = []
  const stop = () => void stopping.push(endProcesses(mark, ending.pid))
  signal.addEventListener('abort', stop)
  const exitCode = await ending.exitCode.finally(() => signal.removeEventListener('abort', stop))
  if (stopping.length === 0) return exitCode
  // The same task may run here again at once, so all of them must be gone.
  await Promise.all(stopping)
  throw signal.reason
}

/** Starts the process in its own session. Our descriptors of its output files are closed at once. */
function launch(
  commandLine: string,
  folder: string,
  env: Readonly<Record<string, string>>,
  launchError: (error: unknown) => WorkFailed
): ChildProcess {
  const output: number[] = []
  try {
    for (const name of ['stdout.txt', 'stderr.txt']) output.push(openSync(join(folder, name), 'w'))
    const [program = '', ...args] = splitCommandLine(commandLine)
    const cwd = workingFolder(folder)
    return spawn(program, args, { cwd, env, stdio: ['ignore', ...output], detached: true })
  } catch (error) {
    throw launchError(error)
  } finally {
    output.forEach(closeSync)
  }
}

function endingOf(child: ChildProcess, launchError: (error: unknown) => WorkFailed) {
  const exitCode = new Promise<number>((resolve, reject) => {
    child.once('error', (error) => reject(launchError(error)))
    child.once('exit', (code, died) => resolve(code ?? 128 + (died ? constants.signals[died] : 0)))
  })
  return { pid: child.pid, exitCode }
}

function notLaunched(commandLine: string, error: unknown): WorkFailed {
  const details = { CommandLine: commandLine, Message: messageOf(error) }
  const missing = systemCode(error) === 'ENOENT' || nothingToRun(commandLine, error)
  return new WorkFailed(
    failure(missing ? 'CommandProgramNotFound' : 'CommandLaunchFailed', details)
  )
}

const nothingToRun = (commandLine: string, error: unknown): boolean =>
  !(error instanceof MalformedCommandLine) && (splitCommandLine(commandLine)[0] ?? '') === ''
