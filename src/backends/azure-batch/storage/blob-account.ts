import type { Readable } from 'node:stream'

/** The blobs of one storage account, as a run uses them: a container of its own, removed with all in it. */
export interface BlobAccount {
  /** A container by its name, whether or not it is there. */
  container(name: string): RunContainer
  /** Containers whose names begin so. */
  containers(prefix: string, signal: AbortSignal): Promise<readonly FoundContainer[]>
}

/** A container that was found. */
export interface FoundContainer {
  readonly name: string
  readonly modified: Date
  readonly metadata: Readonly<Record<string, string>>
}

/** The container of one run. Throws `AzureProblem`, or the signal's reason. */
export interface RunContainer {
  readonly name: string
  /** Its address, without any rights in it. */
  readonly url: string
  /** Its being there already is as good. */
  create(metadata: Readonly<Record<string, string>>, signal: AbortSignal): Promise<void>
  putFile(blob: string, file: string, signal: AbortSignal): Promise<void>
  putBytes(blob: string, bytes: Buffer, signal: AbortSignal): Promise<void>
  /** Null where there is no such blob. */
  get(blob: string, signal: AbortSignal): Promise<Readable | null>
  list(prefix: string, signal: AbortSignal): Promise<readonly string[]>
  /** The address of one blob with the right to read it, and nothing else. */
  readUrl(blob: string, until: Date, signal: AbortSignal): Promise<string>
  /** The container's address with the rights to create and write blobs: nobody who has it can read, list or delete. */
  writeUrl(until: Date, signal: AbortSignal): Promise<string>
  /** Its being gone already is as good. */
  remove(signal: AbortSignal): Promise<void>
}
