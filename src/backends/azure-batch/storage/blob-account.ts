import type { Readable } from 'node:stream'

/** A storage account, in which each run has a container of its own. */
export interface BlobAccount {
  /** A container by its name, whether or not it exists. */
  container(name: string): RunContainer
  /** The containers whose names start with a prefix. */
  containers(prefix: string, signal: AbortSignal): Promise<readonly FoundContainer[]>
}

/** A container in a list. */
export interface FoundContainer {
  readonly name: string
  readonly modified: Date
  readonly metadata: Readonly<Record<string, string>>
}

/** The container of one run. All operations throw an `AzureProblem` or the signal's reason. */
export interface RunContainer {
  readonly name: string
  /** Its URL, without a SAS. */
  readonly url: string
  /** Succeeds if it exists already. */
  create(metadata: Readonly<Record<string, string>>, signal: AbortSignal): Promise<void>
  putFile(blob: string, file: string, signal: AbortSignal): Promise<void>
  putBytes(blob: string, bytes: Buffer, signal: AbortSignal): Promise<void>
  /** Null if the blob does not exist. */
  get(blob: string, signal: AbortSignal): Promise<Readable | null>
  list(prefix: string, signal: AbortSignal): Promise<readonly string[]>
  /** The URL of a blob with a SAS that permits reading it, and nothing else. */
  readUrl(blob: string, until: Date, signal: AbortSignal): Promise<string>
  /** The URL of the container with a SAS that permits creating and writing blobs, but not reading, listing or deleting. */
  writeUrl(until: Date, signal: AbortSignal): Promise<string>
  /** Succeeds if it does not exist any more. */
  remove(signal: AbortSignal): Promise<void>
}
