import {
  EndedByUser,
  type Ending,
  type FailureInfo,
  type Machine,
  type Owner,
  type Work
} from '../machine/machine.ts'

const failure = (code: string): FailureInfo => ({
  category: 'UserError',
  code,
  message: `The test made it fail with ${code}.`,
  details: []
})

/** The outcome of a fake command line: `exit 3`, `no-blob`, `no-upload`; `hold` runs until `end` is called. */
function endingOf(commandLine: string): Ending {
  const exitCode = Number(/exit (-?\d+)/.exec(commandLine)?.[1] ?? 0)
  if (commandLine.includes('no-blob')) {
    return { exitCode: null, failure: failure('BlobNotFound'), failedIn: 'preparation' }
  }
  if (commandLine.includes('no-upload')) {
    return { exitCode, failure: failure('FileUploadMiscError'), failedIn: 'upload' }
  }
  return exitCode === 0
    ? { exitCode, failure: null, failedIn: null }
    : { exitCode, failure: failure('FailureExitCode'), failedIn: 'process' }
}

const ended: Ending = { exitCode: null, failure: failure('TaskEnded'), failedIn: 'process' }

/** A machine that interprets command lines instead of starting processes, and records its runs. */
export class FakeMachine implements Machine {
  readonly root: string
  readonly runs: { readonly work: Work; readonly owner: Owner }[] = []
  /** Starts and ends, in order. */
  readonly log: string[] = []
  readonly removed: string[] = []
  /** The removal of a task's folder waits for this. */
  removal: Promise<void> = Promise.resolve()
  private readonly held = new Map<string, (ending: Ending) => void>()
  /** Outcomes of runs that were ended before they started. */
  private readonly early = new Map<string, Ending>()

  constructor(root: string) {
    this.root = root
  }

  async run(work: Work, owner: Owner, signal: AbortSignal): Promise<Ending> {
    const name = 'taskId' in owner ? owner.taskId : 'startTask'
    this.runs.push({ work, owner })
    this.log.push(`start ${name}`)
    await new Promise(setImmediate)
    try {
      return await this.outcome(work.commandLine, name, signal)
    } finally {
      await new Promise(setImmediate)
      this.log.push(`end ${name}`)
    }
  }

  private outcome(
    commandLine: string,
    name: string,
    signal: AbortSignal
  ): Promise<Ending> | Ending {
    if (!commandLine.includes('hold')) return endingOf(commandLine)
    const early = this.early.get(name)
    if (early !== undefined && this.early.delete(name)) return early
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        if (signal.reason instanceof EndedByUser) resolve(ended)
        else reject(signal.reason)
      }
      if (signal.aborted) stop()
      signal.addEventListener('abort', stop, { once: true })
      this.held.set(name, resolve)
    })
  }

  /** Ends a run of `hold` with an exit code. */
  end(taskId: string, exitCode = 0): void {
    const ending = endingOf(`exit ${exitCode}`)
    const end = this.held.get(taskId)
    if (end === undefined || !this.held.delete(taskId)) this.early.set(taskId, ending)
    else end(ending)
  }

  folderOf(owner: Owner): string {
    if (owner.kind === 'startTask') return `${this.root}/startup`
    return `${this.root}/workitems/${owner.jobId}/job-1/${owner.taskId}`
  }

  async removeTask(jobId: string, taskId: string): Promise<void> {
    await this.removal
    this.removed.push(`${jobId}/${taskId}`)
    this.log.push(`remove ${taskId}`)
  }

  async removeJob(jobId: string): Promise<void> {
    this.removed.push(jobId)
  }

  async remove(): Promise<void> {}
}
