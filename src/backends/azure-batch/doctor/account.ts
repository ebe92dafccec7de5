import { randomBytes } from 'node:crypto'
import type { VmImage } from '../../../settings/parse-azure.ts'
import type { AzureAccount } from '../account.ts'
import type { SupportedImage } from '../client/batch-service.ts'
import { NAME_PREFIX } from '../names.ts'
import { coresOf, endOfSupportWarning, imageName, imageOf, slotsOf } from '../pool/vm.ts'
import { bad, type Finding, good, looked, type Remedies, unknown } from './finding.ts'
import { poolFindings } from './pool.ts'
import { type QuotaQuestion, quotaFindings } from './quota.ts'
import type { ResourceManager } from './resource-manager.ts'
import { storageFindings } from './storage.ts'

/** What the doctor looks at. */
export interface DoctorSettings extends QuotaQuestion {
  readonly nodeIdentity: string | null
  readonly vmImage: VmImage
  readonly slots: number | null
  readonly batchApiVersion: string
}

/** Who is examined, and how the doctor asks about quota. */
export interface Patient {
  readonly account: AzureAccount
  readonly settings: DoctorSettings
  /** Who tells about quota; null where keys are used, which do not open it. */
  readonly manager: ResourceManager | null
}

const REMEDIES: Remedies = {
  refused:
    'Give the application the role Azure Batch Data Contributor on the Batch account, or check batch-account and batch-account-key.',
  'not-found': 'Check batch-endpoint.',
  unavailable: 'Check batch-endpoint and the network.',
  'bad-request': 'Check batch-endpoint and batch-api-version.',
  conflict: 'Try again.',
  quota: 'Look in the Azure portal: your Batch account, Quotas.'
}

/**
 * Looks at all that a run on Azure Batch needs, before a cent is spent. What is wrong is a finding.
 *
 * @throws the signal's reason
 */
export async function examine(patient: Patient, signal: AbortSignal): Promise<readonly Finding[]> {
  const [batch, storage] = await Promise.all([
    batchFindings(patient, signal),
    storageFindings(patient.account.blobs, signal)
  ])
  return [...batch, ...storage]
}

async function batchFindings(patient: Patient, signal: AbortSignal): Promise<readonly Finding[]> {
  const { account, settings } = patient
  const { service } = account
  const { host } = new URL(settings.batchEndpoint)
  const answered = await looked('Batch account', REMEDIES, signal, (now) =>
    service.supportedImages(now)
  )
  if (isFinding(answered)) {
    const told = 'Not looked at, since the account did not answer.'
    return [
      answered,
      sizeFinding(settings),
      ...['Image', 'Pool'].map((what) => unknown(what, told, null))
    ]
  }
  const { pool, nodeIdentity } = settings
  const pools =
    pool === null
      ? []
      : await found('Pool', signal, (now) => poolFindings(service, { pool, nodeIdentity }, now))
  const jobs = await looked('Jobs', REMEDIES, signal, async (now) =>
    (await service.jobs(NAME_PREFIX, now)).filter(({ state }) => state === 'active')
  )
  return [
    good('Batch account', `${host} answers at api-version ${settings.batchApiVersion}.`),
    ...(await found('Batch rights', signal, (now) => rightsFindings(account, now))),
    ...(pool === null ? [imageFinding(settings, answered), sizeFinding(settings)] : pools),
    ...(isFinding(jobs) ? [jobs] : []),
    ...(await found('Quota', signal, (now) =>
      quotaFindings(settings, patient.manager, isFinding(jobs) ? null : jobs.length, now)
    ))
  ]
}

const isFinding = (one: object): one is Finding => 'told' in one

async function found(
  what: string,
  signal: AbortSignal,
  look: (signal: AbortSignal) => Promise<readonly Finding[]>
): Promise<readonly Finding[]> {
  return [await looked(what, REMEDIES, signal, look)].flat()
}

/** Whoever may not end a job is told so even where there is none of that name: nothing has to be made to find out. */
async function rightsFindings(
  { service }: AzureAccount,
  signal: AbortSignal
): Promise<readonly Finding[]> {
  const nobody = `${NAME_PREFIX}doctor-${randomBytes(6).toString('hex')}`
  await service.deleteJob(nobody, signal)
  await service.deletePool(nobody, signal)
  return [good('Batch rights', 'Jobs and pools can be changed.')]
}

function imageFinding({ vmImage }: DoctorSettings, supported: readonly SupportedImage[]): Finding {
  try {
    const image = imageOf(vmImage, supported)
    const now = new Date()
    const warning = endOfSupportWarning(image, now)
    const until = image.endOfSupport?.toISOString().slice(0, 10)
    const told = `${imageName(image)}, ${image.nodeAgent}${until === undefined ? '' : `, supported until ${until}`}.`
    if (warning === null) return good('Image', told)
    const ended = image.endOfSupport !== null && image.endOfSupport <= now
    const todo = 'Set vm-image to a newer one.'
    return ended ? bad('Image', warning, todo) : good('Image', warning, todo)
  } catch (error) {
    return bad('Image', (error as Error).message, 'Set vm-image to a supported one.')
  }
}

function sizeFinding(settings: DoctorSettings): Finding {
  const cores = coresOf(settings.vmSize)
  const slots = slotsOf(settings)
  const told = `${settings.vmSize}: ${cores ?? 'an unknown number of'} cores, ${slots} ${slots === 1 ? 'slot' : 'slots'} a node.`
  if (cores === null && settings.slots === null)
    return unknown('VM size', told, 'Set slots to the number of its cores.')
  return good('VM size', told)
}
