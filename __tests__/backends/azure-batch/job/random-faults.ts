import type { FaultSpec } from '../../../../emulator/faults/fault-spec.ts'
import { seededRandom } from '../../../../emulator/faults/random.ts'
import { onward } from '../live-account.ts'
import { type FaultyAccount, NAME } from './faulty-account.ts'

/** A fault, and the message about it if the run does not survive it. */
export interface RandomFault {
  readonly faults?: readonly FaultSpec[]
  readonly meanwhile?: (account: FaultyAccount) => Promise<void>
  readonly cause: RegExp
}

/** Random numbers by a seed. */
export function dice(seed: number) {
  // Neighbouring seeds start with similar numbers.
  const chance = seededRandom(seed * 2_654_435_761)
  for (let n = 0; n < 8; n++) chance()
  const upTo = (most: number): number => 1 + Math.floor(chance() * most)
  return { chance, upTo, oneOf: <T>(some: readonly T[]): T => some[upTo(some.length) - 1] as T }
}

type Dice = ReturnType<typeof dice>

const CALLS = [
  'job.*',
  'task.*',
  'pool.*',
  'account.*',
  'job.add',
  'task.addCollection',
  'job.deleteMethod'
]

const only = ({ oneOf }: Dice) => ({ operation: oneOf(CALLS) })

/** Interference comes at a random moment of the run, which no state could stand for. */
const aMoment = (seconds: number): Promise<void> =>
  new Promise((over) => setTimeout(over, seconds * 1000))

/** All kinds of faults, with random parameters. */
export const RANDOM_FAULTS: readonly ((dice: Dice) => RandomFault)[] = [
  (d) => ({
    faults: [
      {
        kind: 'throttled',
        status: d.oneOf([429, 503]),
        retryAfterSeconds: 0,
        times: d.upTo(4),
        after: d.upTo(8),
        only: only(d)
      }
    ],
    cause: /429|503/
  }),
  (d) => ({
    faults: [{ kind: 'server-error', times: d.upTo(4), after: d.upTo(8), only: only(d) }],
    cause: /500/
  }),
  () => ({
    faults: [{ kind: 'server-error', times: 'always', probability: 0.2 }],
    cause: /500/
  }),
  (d) => ({
    faults: [
      {
        kind: 'server-error',
        times: 'always',
        after: 10 + d.upTo(30),
        only: { operation: d.oneOf(['job.getTaskCounts', 'task.list']) }
      }
    ],
    cause: /500/
  }),
  (d) => ({
    faults: [
      {
        kind: 'cut',
        when: d.oneOf(['before', 'after']),
        times: d.upTo(4),
        after: d.upTo(8),
        only: only(d)
      }
    ],
    cause: /connection|ECONN|ERR_STREAM/
  }),
  (d) => ({
    faults: [{ kind: 'slow', seconds: d.chance() / 2, times: d.upTo(6), only: only(d) }],
    cause: /ETIMEDOUT/
  }),
  () => ({ faults: [{ kind: 'half-added' }], cause: /ServerBusy/ }),
  (d) => ({
    faults: [{ kind: 'start-task-fails', times: d.oneOf([1, 2, 'always']) }],
    cause: /start task|starttaskfailed|job-timeout/
  }),
  (d) => ({ faults: [{ kind: 'node-never-ready', times: d.upTo(2) }], cause: /job-timeout/ }),
  (d) => ({
    faults: [
      { kind: 'resize-error', code: d.oneOf(['AllocationFailed', 'AccountCoreQuotaReached']) }
    ],
    cause: /gets no nodes/
  }),
  (d) => ({
    faults: [{ kind: 'preempted', times: d.upTo(3), afterSeconds: d.chance() / 2 }],
    cause: /spot node|job-timeout/
  }),
  (d) => ({
    faults: [
      {
        kind: 'upload-fails',
        times: d.oneOf([1, 2, 5, 'always']),
        only: { taskId: d.oneOf(['task-*', 'task-0001*']) }
      }
    ],
    cause: /FileUploadMiscError/
  }),
  (d) => ({
    faults: [{ kind: 'sas-expired', times: d.oneOf([1, 2, 9]) }],
    cause: /BlobAccessDenied|FileUploadMiscError/
  }),
  (d) => {
    const seconds = d.chance()
    const meanwhile = async ({ others }: FaultyAccount) => {
      await aMoment(seconds)
      await others.job.terminate(NAME).catch(() => {})
    }
    return { meanwhile, cause: /ended by somebody else/ }
  },
  (d) => {
    const seconds = d.chance()
    const meanwhile = async ({ others }: FaultyAccount) => {
      await aMoment(seconds)
      await others.job.deleteMethod(NAME).catch(() => {})
    }
    return { meanwhile, cause: /deleted by somebody else/ }
  },
  (d) => {
    const seconds = d.chance()
    const meanwhile = async ({ service }: FaultyAccount) => {
      await aMoment(seconds)
      const [found] = await service.pools('batch-ocr-', onward).catch(() => [])
      if (found) await service.deletePool(found.id, onward).catch(() => {})
    }
    return { meanwhile, cause: /pool \S+ was deleted by somebody else/ }
  },
  (d) => {
    const seconds = d.chance()
    const meanwhile = async ({ blobs }: FaultyAccount) => {
      await aMoment(seconds)
      await blobs.container(NAME).remove(onward)
    }
    return { meanwhile, cause: /ontainer|BlobNotFound/ }
  },
  (d) => {
    const [from, seconds] = [d.chance(), d.chance()]
    const meanwhile = async ({ storage }: FaultyAccount) => {
      await aMoment(from)
      storage.isBlocked = true
      await aMoment(seconds)
      storage.isBlocked = false
    }
    return { meanwhile, cause: /Azure Storage|loadMiscError/ }
  }
]
