import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { taskArchive } from '../../../archive/task-archive.ts'
import { delayedSignal } from '../../../lib/abort.ts'
import { inParallel } from '../../../lib/parallel.ts'
import type { JobOrder } from '../../backend.ts'
import type { AzureAccount } from '../account.ts'
import type { BatchJobOrder, BatchTaskOrder } from '../client/batch-service.ts'
import { BLOBS, jobIdOf } from '../names.ts'
import { AzureProblem } from '../problem.ts'
import type { RunContainer } from '../storage/blob-account.ts'
import { adoptable } from './adopt.ts'
import { assertDone, earlyEnd } from './job-end.ts'
import type { Manifest, ManifestPartition } from './manifest.ts'
import { batchTask, jobOrder } from './orders.ts'
import { removeRun } from './remove.ts'

/** Archives on their way at a time. */
const AT_ONCE = 4

/** Tasks that Batch takes in one call. */
const TASKS_A_CALL = 100

/** How long whoever gave up cleans up behind itself, in milliseconds; a step that is cancelled has little time. */
const CLEANING = 60_000
const LEAVING = 8000

/** How long a job that is being added is waited for by whoever gave up, in milliseconds. */
const LAST_WORD = 3000

/**
 * Brings a run to Azure: container, job, archives, tasks, in this order, so that the pool's nodes start while archives
 * still travel. What an interrupted submission of the same run left is taken up; what another plan left is replaced.
 *
 * @param nodeProgram absolute path of the program that runs on nodes
 * @throws AzureProblem, ArchiveProblem, or the signal's reason; nothing of the run is left on Azure then
 */
export async function submit(
  account: AzureAccount,
  manifest: Manifest,
  order: JobOrder,
  nodeProgram: string,
  signal: AbortSignal
): Promise<void> {
  const job = jobOrder(manifest, 1, manifest.plan.partitions.length)
  const found = await adoptable(account, job, signal)
  if (found === 'whole') return
  try {
    const container = account.blobs.container(manifest.name)
    await container.create({ run: manifest.origin.id }, signal)
    // A job that is added behind our back would run for hours: whoever leaves waits a little for what it has asked for.
    await addJob(account, job, manifest.jobTimeout, delayedSignal(signal, LAST_WORD))
    signal.throwIfAborted()
    await container.putBytes(BLOBS.program, await readFile(nodeProgram), signal)
    await container.putBytes(BLOBS.manifest, Buffer.from(JSON.stringify(manifest)), signal)
    await sendTasks(account, manifest, order, signal).catch((refusal: unknown) =>
      assertDone(account.service, job.id, manifest.jobTimeout, refusal, signal)
    )
    await account.service.endWhenDone(job.id, signal)
  } catch (error) {
    // What somebody else runs is not ours to remove.
    if (error instanceof SomebodyElses) throw error
    const limit = AbortSignal.timeout(signal.aborted ? LEAVING : CLEANING)
    await removeRun(account, manifest.name, limit).catch(() => {})
    throw error
  }
}

/** The job of this very run belongs to another runner. */
class SomebodyElses extends AzureProblem {}

async function addJob(
  { service }: AzureAccount,
  job: BatchJobOrder,
  jobTimeout: number,
  signal: AbortSignal
): Promise<void> {
  if ((await service.addJob(job, signal)) === 'added') return
  const status = await service.job(job.id, signal)
  if (status?.metadata['plan'] === job.metadata['plan']) {
    const early = earlyEnd(job.id, status, jobTimeout)
    if (early === null) return
    throw new AzureProblem('conflict', 'JobExists', early)
  }
  throw new SomebodyElses(
    'conflict',
    'JobExists',
    `Somebody else runs the job ${job.id} of this very run (it is ${status?.state ?? 'gone'}). Wait until it has ended, or end it: cancel its handle, or az batch job delete --job-id ${job.id}`
  )
}

/** Packs and uploads each partition, the longest first, and adds their tasks a hundred at a time. */
async function sendTasks(
  { service, blobs }: AzureAccount,
  manifest: Manifest,
  order: JobOrder,
  signal: AbortSignal
): Promise<void> {
  const container = blobs.container(manifest.name)
  const home = await mkdtemp(join(tmpdir(), 'batch-ocr-'))
  const jobId = jobIdOf(manifest.name, 1)
  const ready: BatchTaskOrder[] = []
  const flush = async (): Promise<void> => {
    const tasks = ready.splice(0, TASKS_A_CALL)
    if (tasks.length > 0) await service.addTasks(jobId, tasks, signal)
  }
  const send = async (partition: ManifestPartition): Promise<void> => {
    await sendArchive(container, partition, manifest, order, home, signal)
    ready.push(await batchTask(container, manifest, partition.task, 1, signal))
    if (ready.length >= TASKS_A_CALL) await flush()
  }
  try {
    await inParallel(manifest.plan.partitions, AT_ONCE, send)
    await flush()
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

async function sendArchive(
  container: RunContainer,
  { task, estimatedSeconds, images }: ManifestPartition,
  manifest: Manifest,
  { images: known, settings, imageTimeout }: JobOrder,
  home: string,
  signal: AbortSignal
): Promise<void> {
  const file = join(home, `${task}.tar`)
  const own = images.map(({ path }) => known.get(path)).filter((image) => image !== undefined)
  const { vmSize } = manifest
  await taskArchive(
    file,
    { task, estimatedSeconds, images: own, settings, imageTimeout, vmSize },
    signal
  )
  await container.putFile(BLOBS.order(task), file, signal)
  await rm(file)
}
