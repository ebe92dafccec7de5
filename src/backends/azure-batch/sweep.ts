import type { AzureAccount } from './account.ts'
import { NAME_PREFIX } from './names.ts'
import { isWarm } from './pool/create.ts'
import { AzureProblem } from './problem.ts'

/** Something that a run left in the account. */
export interface Leftover {
  readonly id: string
  readonly created: Date
  /** False where it was only looked at, or could not be removed. */
  readonly removed: boolean
}

/** What a sweep found that is old enough, oldest first. */
export interface Swept {
  readonly jobs: readonly Leftover[]
  readonly pools: readonly Leftover[]
  readonly containers: readonly Leftover[]
}

/** A sweep that could not remove everything; `swept` says what it did. */
export class SweepProblem extends AzureProblem {
  readonly swept: Swept

  constructor(failures: readonly [AzureProblem, ...AzureProblem[]], swept: Swept) {
    const [{ kind, code }] = failures
    const sentences = failures.map(({ message }) => message).join('\n')
    super(kind, code, `Not all that is left over could be removed; the rest is done.\n${sentences}`)
    this.swept = swept
  }
}

/** What is found under our name, and how it is removed. */
interface Kind {
  find(): Promise<readonly { readonly id: string; readonly created: Date }[]>
  remove(id: string): Promise<void>
}

/**
 * Removes what lost runs left in an account: jobs, their pools and their containers of more than an age. Warm pools
 * stay. What cannot be removed does not keep the rest.
 *
 * @param olderThan milliseconds
 * @throws SweepProblem at the end, where something could not be found or removed; the signal's reason where it fires
 */
export async function sweep(
  { service, blobs }: AzureAccount,
  { olderThan, dryRun, now }: { olderThan: number; dryRun: boolean; now: Date },
  signal: AbortSignal
): Promise<Swept> {
  const failures: AzureProblem[] = []
  const tried = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof AzureProblem)) throw error
      failures.push(error)
      return otherwise
    }
  }
  const old = ({ created }: { readonly created: Date }) =>
    now.getTime() - created.getTime() >= olderThan

  const clear = async ({ find, remove }: Kind): Promise<Leftover[]> => {
    const found = (await tried(find, [])).filter(old).sort((a, b) => +a.created - +b.created)
    const left: Leftover[] = []
    for (const { id, created } of found) {
      const removed = !dryRun && (await tried(() => remove(id).then(() => true), false))
      left.push({ id, created, removed })
    }
    return left
  }

  // Jobs first: the service takes the pool of a job away with it.
  const jobs = await clear({
    find: async () =>
      (await service.jobs(NAME_PREFIX, signal)).filter(({ state }) => state !== 'deleting'),
    remove: async (id) => {
      await service.terminateJob(id, 'batch-ocr: swept', signal)
      await service.deleteJob(id, signal)
    }
  })
  const pools = await clear({
    find: async () =>
      (await service.pools(NAME_PREFIX, signal)).filter(
        (pool) => pool.state !== 'deleting' && !isWarm(pool)
      ),
    remove: (id) => service.deletePool(id, signal)
  })
  const containers = await clear({
    find: async () =>
      (await blobs.containers(NAME_PREFIX, signal)).map(({ name, modified }) => ({
        id: name,
        created: modified
      })),
    remove: (name) => blobs.container(name).remove(signal)
  })
  const swept = { jobs, pools, containers }
  const [first, ...others] = failures
  if (first !== undefined) throw new SweepProblem([first, ...others], swept)
  return swept
}
