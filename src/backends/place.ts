import type { Discovery } from '../images/discover.ts'
import type { Listener } from '../lib/listener.ts'
import type { ResultsFolder } from '../results/folder.ts'
import type { Environment } from '../run/environment.ts'
import type { Settings } from '../settings/settings.ts'
import type { Backend } from './backend.ts'

/** What makes a place ready for a run. */
export interface Readying {
  readonly settings: Settings
  readonly environment: Environment
  readonly discovery: Discovery
  readonly folder: ResultsFolder
  readonly listener: Listener
  readonly signal: AbortSignal
}

/** A place that is ready to run jobs. */
export interface ReadyPlace {
  readonly backend: Backend
  /** Of all nodes together. */
  readonly slots: number
  /** The least work worth a task of its own there, in seconds; undefined where the plan knows best. */
  readonly leastSeconds?: number
  /** What the engine there is; null where nobody can tell before it has read. */
  readonly fingerprint: string | null
  /** Nodes that are ordered or there. */
  readonly nodes: number
}

/** A place where a run may happen. Opening one costs nothing yet. */
export interface Place {
  /** Title of this part of the story. */
  readonly phase: string
  /** @throws what keeps a run from happening there, before any work */
  ready(readying: Readying): Promise<ReadyPlace>
}
