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
import { adoptJob } from './adopt.ts'
import { assertCompleted, earlyEnd } from './job-end.ts'
import type { Manifest, ManifestPartition } from './manifest.ts'
import { batchTask, jobOrder } from './orders.ts'
import { removeRun } from './remove.ts'

/** Archives that are uploaded at the same time. */
const CONCURRENCY = 4

/** The most tasks that Batch accepts in one call. */
const TASKS_PER_CALL = 100

/** How long removing a failed or a cancelled submission may take, in milliseconds; a cancelled step has little time. */
const REMOVE_TIMEOUT = 60_000
const CANCEL_TIMEOUT = 8000

/** How long a cancelled submission waits for the response to adding its job, in milliseconds. */
const ADD_JOB_GRACE = 3000

/**
 * Submits a run to Azure: container, job, archives, tasks, in this order, so that the nodes start while archives are
 * uploaded. Continues an interrupted submission of the same run, and replaces one of another plan.
 *
 * @param nodeProgram absolute path of the program that runs on nodes
 * @throws AzureProblem, ArchiveProblem, or the signal's reason; then nothing of the run is left on Azure
 */
export async function submit(
  account: AzureAccount,
  manifest: Manifest,
  order: JobOrder,
  nodeProgram: string,
  signal: AbortSignal
): Promise<void> {
  const job = jobOrder(manifest, 1, manifest.plan.partitions.length)
  const found = await adoptJob(account, job, signal)
  if (found === 'complete') return
  try {
    const container = account.blobs.container(manifest.name)
    await container.create({ run: manifest.origin.id }, signal)
    // A job whose response nobody awaits could run for hours, so cancelling waits a little for it.
    await addJob(account, job, manifest.jobTimeout, delayedSignal(signal, ADD_JOB_GRACE))
    signal.throwIfAborted()
    await container.putBytes(BLOBS.program, await readFile(nodeProgram), signal)
    await container.putBytes(BLOBS.manifest, Buffer.from(JSON.stringify(manifest)), signal)
    await submitTasks(account, manifest, order, signal).catch((refusal: unknown) =>
      assertCompleted(account.service, job.id, manifest.jobTimeout, refusal, signal)
    )
    await account.service.endWhenDone(job.id, signal)
  } catch (error) {
    // A job of another runner must not be removed.
    if (error instanceof OtherRunnersJob) throw error
    const limit = AbortSignal.timeout(signal.aborted ? CANCEL_TIMEOUT : REMOVE_TIMEOUT)
    await removeRun(account, manifest.name, limit).catch(() => {})
    throw error
  }
}

/** Another runner has submitted the job of this run. */
class OtherRunnersJob extends AzureProblem {}

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
  throw new OtherRunnersJob(
    'conflict',
    'JobExists',
    `Another runner has already submitted the job ${job.id} of this run (its state is ${status?.state ?? 'deleted'}). Wait until it has ended, or delete it: az batch job delete --job-id ${job.id}`
  )
}

/** Packs and uploads the partitions, the longest first, and adds their tasks a hundred at a time. */
async function submitTasks(
  { service, blobs }: AzureAccount,
  manifest: Manifest,
  order: JobOrder,
  signal: AbortSignal
): Promise<void> {
  const container = blobs.container(manifest.name)
  const temp = await mkdtemp(join(tmpdir(), 'batch-ocr-'))
  const jobId = jobIdOf(manifest.name, 1)
  const ready: BatchTaskOrder[] = []
  const addReady = async (): Promise<void> => {
    const tasks = ready.splice(0, TASKS_PER_CALL)
    if (tasks.length > 0) await service.addTasks(jobId, tasks, signal)
  }
  const submitPartition = async (partition: ManifestPartition): Promise<void> => {
    await uploadArchive(container, partition, manifest, order, temp, signal)
    ready.push(await batchTask(container, manifest, partition.task, 1, signal))
    if (ready.length >= TASKS_PER_CALL) await addReady()
  }
  try {
    await inParallel(manifest.plan.partitions, CONCURRENCY, submitPartition)
    await addReady()
  } finally {
    await rm(temp, { recursive: true, force: true })
  }
}

async function uploadArchive(
  container: RunContainer,
  { task, estimatedSeconds, images }: ManifestPartition,
  manifest: Manifest,
  { images: known, settings, imageTimeout }: JobOrder,
  temp: string,
  signal: AbortSignal
): Promise<void> {
  const file = join(temp, `${task}.tar`)
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
