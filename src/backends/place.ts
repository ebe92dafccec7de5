import type { Discovery } from '../images/discover.ts'
import type { Listener } from '../lib/listener.ts'
import type { ResultsFolder } from '../results/folder.ts'
import type { Origin } from '../results/records.ts'
import type { Row } from '../results/row.ts'
import type { Settings } from '../settings/settings.ts'
import type { TaskImage } from '../task/task.ts'
import type { Backend, Job, JobOrder } from './backend.ts'

/** The parts of a run's environment that a place uses. */
export interface PlaceEnvironment {
  readonly env: NodeJS.ProcessEnv
  readonly runId: string
  /** `OWNER/NAME`; null outside GitHub. */
  readonly repository: string | null
  /** Keeps a secret out of the log. */
  readonly maskSecret: (secret: string) => void
  /** Absolute path of the program that runs on nodes. */
  readonly nodeProgram: string
}

/** The settings of a run and the environment it has. */
export interface PlaceSettings {
  readonly settings: Settings
  readonly environment: PlaceEnvironment
}

/** A run that needs a place. */
export interface PlaceRequest extends PlaceSettings {
  readonly discovery: Discovery
  readonly folder: ResultsFolder
  readonly listener: Listener
}

/** What a place offers to a plan. */
export interface Capacity {
  /** Of all nodes together. */
  readonly slots: number
  /** Null for this machine. */
  readonly nodes: number | null
  /** The shortest task worth starting, in seconds; undefined if tasks cost nothing to start. */
  readonly leastSeconds?: number
}

/** A place that is ready to run jobs. */
export interface ReadyPlace extends Capacity {
  readonly backend: Backend
  /** The fingerprint of the engine there; null if it is only known once it has read an image. */
  readonly fingerprint: string | null
}

/** A place where runs execute. Opening one costs nothing. */
export interface Place {
  /** Title of the phase in which it gets ready. */
  readonly phase: string
  /** Gets ready for a run. @throws what makes the run impossible, before any work */
  ready(request: PlaceRequest, signal: AbortSignal): Promise<ReadyPlace>
}

/** Identifies a submitted run. It is JSON, and nothing in it is secret. */
export interface Handle {
  readonly runId: string
  readonly jobId: string
}

/** A remote place that is ready: it also accepts jobs that nobody waits for. */
export interface ReadyRemotePlace extends ReadyPlace {
  readonly nodes: number
  /** Submits a job. @throws as `Backend.start` does */
  submit(order: JobOrder, signal: AbortSignal): Promise<Handle>
}

/** A run that was submitted, here or elsewhere. */
export interface SubmittedRun {
  readonly origin: Origin
  readonly known: readonly Row[]
  readonly plan: {
    readonly slots: number
    readonly estimatedSeconds: number
    readonly partitions: readonly SubmittedPartition[]
  }
  readonly jobId: string
  /** Follows the job. It keeps running if following ends early. */
  follow(folder: ResultsFolder): Job
}

/** A partition of a submitted run. */
export interface SubmittedPartition {
  readonly task: string
  readonly bytes: number
  readonly estimatedSeconds: number
  readonly images: readonly TaskImage[]
}

/** A place whose jobs keep running without the process that started them. */
export interface RemotePlace extends Place {
  ready(request: PlaceRequest, signal: AbortSignal): Promise<ReadyRemotePlace>
  /** The capacity a run would have. The service is asked only about a pool that exists already. */
  capacity(where: PlaceSettings, signal: AbortSignal): Promise<Capacity>
  /**
   * Opens a submitted run.
   *
   * @param handle its JSON
   * @throws SettingsError if it is not a handle; BackendError if the run is gone
   */
  open(handle: string, where: PlaceSettings, signal: AbortSignal): Promise<SubmittedRun>
  /** Cancels a submitted run and removes everything it has there. @throws as `open` does */
  cancel(handle: string, where: PlaceSettings, signal: AbortSignal): Promise<Handle>
  /** Cancels and removes what this very run may have there. @throws BackendError */
  removeRun(where: PlaceSettings, signal: AbortSignal): Promise<void>
}
