import { randomBytes } from 'node:crypto'
import { count } from '../../../lib/text.ts'
import type { VmImage } from '../../../settings/parse-azure.ts'
import type { AzureAccount } from '../account.ts'
import type { SupportedImage } from '../client/batch-service.ts'
import { NAME_PREFIX } from '../names.ts'
import { coresOf, endOfSupportWarning, imageName, imageOf, slotsOf } from '../pool/vm.ts'
import { bad, type Finding, good, type Remedies, tryCheck, unknown } from './finding.ts'
import { poolFindings } from './pool.ts'
import { type QuotaSettings, quotaFindings } from './quota.ts'
import type { ResourceManager } from './resource-manager.ts'
import { storageFindings } from './storage.ts'

/** The settings that are checked. */
export interface DoctorSettings extends QuotaSettings {
  readonly nodeIdentity: string | null
  readonly vmImage: VmImage
  readonly slots: number | null
  readonly batchApiVersion: string
}

/** The account to check, and the access to its quotas. */
export interface ExaminedAccount {
  readonly account: AzureAccount
  readonly settings: DoctorSettings
  /** Null if the accounts are accessed with keys, which give no access to the quotas. */
  readonly manager: ResourceManager | null
}

const REMEDIES: Remedies = {
  refused:
    'Assign the role Azure Batch Data Contributor on the Batch account to the application, or check batch-account and batch-account-key.',
  'not-found': 'Check batch-endpoint.',
  unavailable: 'Check batch-endpoint and the network.',
  'bad-request': 'Check batch-endpoint and batch-api-version.',
  conflict: 'Try again.',
  quota: 'See the Azure portal: your Batch account, Quotas.'
}

/**
 * Checks everything that a run on Azure Batch needs, before anything is billed.
 *
 * @throws the signal's reason
 */
export async function examine(
  examined: ExaminedAccount,
  signal: AbortSignal
): Promise<readonly Finding[]> {
  const [batch, storage] = await Promise.all([
    batchFindings(examined, signal),
    storageFindings(examined.account.blobs, signal)
  ])
  return [...batch, ...storage]
}

async function batchFindings(
  examined: ExaminedAccount,
  signal: AbortSignal
): Promise<readonly Finding[]> {
  const { account, settings, manager } = examined
  const { service } = account
  const { host } = new URL(settings.batchEndpoint)
  const images = await tryCheck('Batch account', REMEDIES, signal, (limit) =>
    service.supportedImages(limit)
  )
  if (isFinding(images)) {
    const told = 'Not checked, because the account could not be accessed.'
    return [
      images,
      sizeFinding(settings),
      ...['Image', 'Pool'].map((what) => unknown(what, told, null))
    ]
  }
  const { pool, nodeIdentity } = settings
  const pools =
    pool === null
      ? []
      : await findings('Pool', signal, (limit) =>
          poolFindings(service, { pool, nodeIdentity }, limit)
        )
  const jobs = await tryCheck('Jobs', REMEDIES, signal, async (limit) =>
    (await service.jobs(NAME_PREFIX, limit)).filter(({ state }) => state === 'active')
  )
  return [
    good('Batch account', `${host} supports API version ${settings.batchApiVersion}.`),
    ...(await findings('Batch permissions', signal, (limit) => permissionFindings(account, limit))),
    ...(pool === null ? [imageFinding(settings, images), sizeFinding(settings)] : pools),
    ...(isFinding(jobs) ? [jobs] : []),
    ...(await findings('Quota', signal, (limit) =>
      quotaFindings(settings, manager, isFinding(jobs) ? null : jobs.length, limit)
    ))
  ]
}

const isFinding = (one: object): one is Finding => 'told' in one

async function findings(
  what: string,
  signal: AbortSignal,
  check: (signal: AbortSignal) => Promise<readonly Finding[]>
): Promise<readonly Finding[]> {
  return [await tryCheck(what, REMEDIES, signal, check)].flat()
}

/** Deletes a job and a pool that do not exist: without the permission, Azure refuses even that. */
async function permissionFindings(
  { service }: AzureAccount,
  signal: AbortSignal
): Promise<readonly Finding[]> {
  const name = `${NAME_PREFIX}doctor-${randomBytes(6).toString('hex')}`
  await service.deleteJob(name, signal)
  await service.deletePool(name, signal)
  return [good('Batch permissions', 'Jobs and pools can be deleted.')]
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
    const todo = 'Set vm-image to a newer image.'
    return ended ? bad('Image', warning, todo) : good('Image', warning, todo)
  } catch (error) {
    return bad('Image', (error as Error).message, 'Set vm-image to a supported image.')
  }
}

function sizeFinding(settings: DoctorSettings): Finding {
  const cores = coresOf(settings.vmSize)
  const slots = slotsOf(settings)
  const told = `${settings.vmSize}: ${cores === null ? 'unknown number of cores' : count(cores, 'core')}, ${count(slots, 'slot')} per node.`
  if (cores === null && settings.slots === null)
    return unknown('VM size', told, 'Set slots to the number of cores of the VM size.')
  return good('VM size', told)
}
