import { count } from '../../../lib/text.ts'
import { coresOf } from '../pool/vm.ts'
import { AzureProblem } from '../problem.ts'
import { bad, type Finding, good, unknown } from './finding.ts'
import {
  type Quotas,
  QuotasUnavailable,
  quotasOf,
  type ResourceManager
} from './resource-manager.ts'

const WHAT = 'Quota'

const IN_PORTAL = 'See the Azure portal: your Batch account, Settings, Quotas.'

/** The settings of a run that quotas limit. */
export interface QuotaSettings {
  readonly batchEndpoint: string
  /** An existing pool, whose nodes are not created by the run; null for a pool of the job. */
  readonly pool: string | null
  readonly vmSize: string
  readonly nodes: number
  readonly spotNodes: number
}

/**
 * Compares the settings of a run with the quotas of the account, which only Azure Resource Manager returns, and not to
 * account keys.
 *
 * @param manager null if the account is accessed with a key
 * @param activeJobs number of our active jobs; null if they could not be counted
 */
export async function quotaFindings(
  settings: QuotaSettings,
  manager: ResourceManager | null,
  activeJobs: number | null,
  signal: AbortSignal
): Promise<readonly Finding[]> {
  if (manager === null)
    return [unknown(WHAT, 'An account key gives no access to the quotas.', IN_PORTAL)]
  try {
    return compare(settings, await quotasOf(settings.batchEndpoint, manager, signal), activeJobs)
  } catch (error) {
    if (!(error instanceof QuotasUnavailable || error instanceof AzureProblem)) throw error
    const told = `Azure Resource Manager does not return the quotas: ${error.message}.`
    return [unknown(WHAT, told.replace(/\.\.$/, '.'), IN_PORTAL)]
  }
}

function compare(
  settings: QuotaSettings,
  quotas: Quotas,
  activeJobs: number | null
): readonly Finding[] {
  if (quotas.poolAllocationMode !== 'BatchService') {
    const told = 'The pools of this account use the core quotas of your subscription.'
    return [unknown(WHAT, told, 'See the Azure portal: Subscriptions, Usage + quotas.')]
  }
  const jobs = quotas.activeJobAndJobScheduleQuota
  return [
    ...(settings.pool === null ? coreFindings(settings, quotas) : []),
    ...(quotas.poolQuota === 0 && settings.pool === null
      ? [bad('Pools', 'The pool quota of the account is 0.', requestMore('pools'))]
      : []),
    ...(jobs === null || activeJobs === null ? [] : [jobFinding(activeJobs, jobs)])
  ]
}

const requestMore = (what: string, alternative = ''): string =>
  `Request more ${what} in the Azure portal (your Batch account, Quotas, Request quota increase)${alternative}.`

function jobFinding(active: number, allowed: number): Finding {
  const told = `${count(active, 'active job')} of Batch OCR; the quota is ${count(allowed, 'active job')}.`
  if (active < allowed) return good('Jobs', told)
  return bad('Jobs', told, 'Remove what earlier runs left with the `sweep` command.')
}

function coreFindings(
  { vmSize, nodes, spotNodes }: QuotaSettings,
  quotas: Quotas
): readonly Finding[] {
  const cores = coresOf(vmSize)
  if (cores === null)
    return [unknown(WHAT, `The number of cores of ${vmSize} is unknown.`, IN_PORTAL)]
  const enforced = quotas.dedicatedCoreQuotaPerVMFamilyEnforced
  const family = enforced ? familyOf(vmSize, quotas) : null
  const dedicated = enforced ? (family?.coreQuota ?? null) : quotas.dedicatedCoreQuota
  const findings: Finding[] = []
  if (nodes > 0 && dedicated === null) {
    const told = `The account has a core quota per VM family, and the family of ${vmSize} is unknown.`
    findings.push(unknown('Dedicated cores', told, IN_PORTAL))
  } else if (nodes > 0 && dedicated !== null) {
    const of = family === null ? '' : ` of ${family.name}`
    findings.push(
      coreFinding(`Dedicated cores${of}`, 'nodes', { nodes, cores, allowed: dedicated })
    )
  }
  const spot = quotas.lowPriorityCoreQuota
  if (spotNodes > 0 && spot !== null)
    findings.push(
      coreFinding('Spot cores', 'spot-nodes', { nodes: spotNodes, cores, allowed: spot })
    )
  return findings
}

function coreFinding(
  what: string,
  input: string,
  { nodes, cores, allowed }: { nodes: number; cores: number; allowed: number }
): Finding {
  const told = `The run needs ${nodes} × ${cores} cores; the quota for all pools is ${allowed}.`
  if (nodes * cores <= allowed) return good(what, told)
  const most = Math.floor(allowed / cores)
  return bad(
    what,
    told,
    requestMore(
      'cores',
      most > 0 ? `, or set ${input} to ${most} or less` : ', or use a smaller vm-size'
    )
  )
}

/** `Standard_E4-2ads_v5` belongs to `standardEADSv5Family`; families of sizes with accelerators are not found. */
function familyOf(vmSize: string, { dedicatedCoreQuotaPerVMFamily: families }: Quotas) {
  const size = /^(?:standard_)?([a-z]+)\d+(?:-\d+)?([a-z]*)(?:_(v\d+))?$/.exec(vmSize.toLowerCase())
  if (size === null) return null
  const name = `standard${size[1]}${size[2]}${size[3] ?? ''}family`
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return families?.find((family) => plain(family.name) === name) ?? null
}
