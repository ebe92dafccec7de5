import { type Leftover, SweepError, type Swept } from '../administration.ts'
import type { AzureAccount } from './account.ts'
import { NAME_PREFIX } from './names.ts'
import { isWarm } from './pool/create.ts'
import { AzureProblem } from './problem.ts'

/** A kind of resource. */
interface Kind {
  list(): Promise<readonly { readonly id: string; readonly created: Date }[]>
  remove(id: string): Promise<void>
}

/**
 * Removes the jobs, pools and containers of runs that have a minimum age, but not warm pools. If one cannot be removed,
 * the others still are.
 *
 * @param olderThan minimum age in milliseconds
 * @throws SweepError at the end, if something could not be listed or removed; the signal's reason
 */
export async function sweep(
  { service, blobs }: AzureAccount,
  { olderThan, dryRun, now }: { olderThan: number; dryRun: boolean; now: Date },
  signal: AbortSignal
): Promise<Swept> {
  const failures: AzureProblem[] = []
  const attempt = async <T>(work: () => Promise<T>, fallback: T): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof AzureProblem)) throw error
      failures.push(error)
      return fallback
    }
  }
  const isOld = ({ created }: { readonly created: Date }) =>
    now.getTime() - created.getTime() >= olderThan

  const removeOld = async ({ list, remove }: Kind): Promise<Leftover[]> => {
    const found = (await attempt(list, [])).filter(isOld).sort((a, b) => +a.created - +b.created)
    const leftovers: Leftover[] = []
    for (const { id, created } of found) {
      const removed = !dryRun && (await attempt(() => remove(id).then(() => true), false))
      leftovers.push({ id, created, removed })
    }
    return leftovers
  }

  // Jobs first: the service deletes the pool of a job along with it.
  const jobs = await removeOld({
    list: async () =>
      (await service.jobs(NAME_PREFIX, signal)).filter(({ state }) => state !== 'deleting'),
    remove: async (id) => {
      await service.terminateJob(id, 'batch-ocr: swept', signal)
      await service.deleteJob(id, signal)
    }
  })
  const pools = await removeOld({
    list: async () =>
      (await service.pools(NAME_PREFIX, signal)).filter(
        (pool) => pool.state !== 'deleting' && !isWarm(pool)
      ),
    remove: (id) => service.deletePool(id, signal)
  })
  const containers = await removeOld({
    list: async () =>
      (await blobs.containers(NAME_PREFIX, signal)).map(({ name, modified }) => ({
        id: name,
        created: modified
      })),
    remove: (name) => blobs.container(name).remove(signal)
  })
  const swept = { jobs, pools, containers }
  if (failures.length === 0) return swept
  const sentences = failures.map(({ message }) => message).join('\n')
  throw new SweepError(
    `Not everything that earlier runs left could be removed:\n${sentences}`,
    swept,
    { cause: failures[0] }
  )
}
