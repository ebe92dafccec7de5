import { coresOf } from '../pool/vm.ts'
import { AzureProblem } from '../problem.ts'
import { bad, type Finding, good, unknown } from './finding.ts'
import { NotTold, type Quotas, quotasOf, type ResourceManager } from './resource-manager.ts'

const WHAT = 'Quota'

const IN_THE_PORTAL = 'Look in the Azure portal: your Batch account, Settings, Quotas.'

/** What is asked for, and of which account. */
export interface QuotaQuestion {
  readonly batchEndpoint: string
  /** Where an existing pool is used, its nodes are there, or sized by others. */
  readonly pool: string | null
  readonly vmSize: string
  readonly nodes: number
  readonly spotNodes: number
}

/**
 * Compares what a run asks for with what the account may have. The data plane does not tell that, and a key opens
 * nothing else; then it stays unknown.
 *
 * @param manager null where keys are used
 * @param activeJobs of ours; null where they could not be counted
 */
export async function quotaFindings(
  question: QuotaQuestion,
  manager: ResourceManager | null,
  activeJobs: number | null,
  signal: AbortSignal
): Promise<readonly Finding[]> {
  if (manager === null)
    return [unknown(WHAT, 'A key does not tell what the account may have.', IN_THE_PORTAL)]
  try {
    return compared(question, await quotasOf(question.batchEndpoint, manager, signal), activeJobs)
  } catch (error) {
    if (!(error instanceof NotTold || error instanceof AzureProblem)) throw error
    const told = `Azure's resource manager does not tell what the account may have: ${error.message}.`
    return [unknown(WHAT, told.replace(/\.\.$/, '.'), IN_THE_PORTAL)]
  }
}

function compared(
  question: QuotaQuestion,
  quotas: Quotas,
  activeJobs: number | null
): readonly Finding[] {
  if (quotas.poolAllocationMode !== 'BatchService') {
    const told = 'The pools of this account take their cores from the quota of your subscription.'
    return [unknown(WHAT, told, 'Look in the portal: Subscriptions, Usage + quotas.')]
  }
  const jobs = quotas.activeJobAndJobScheduleQuota
  return [
    ...(question.pool === null ? coreFindings(question, quotas) : []),
    ...(quotas.poolQuota === 0 && question.pool === null
      ? [bad('Pools', 'The account may have no pool.', askForMore('pools'))]
      : []),
    ...(jobs === null || activeJobs === null ? [] : [jobFinding(activeJobs, jobs)])
  ]
}

const askForMore = (what: string, instead = ''): string =>
  `Ask for more ${what} in the portal (your Batch account, Quotas, Request quota increase)${instead}.`

function jobFinding(active: number, allowed: number): Finding {
  const told = `${active} of our jobs are active, and ${allowed} of all may be.`
  if (active < allowed) return good('Jobs', told)
  return bad('Jobs', told, 'Remove what is left over: `batch-ocr sweep`.')
}

function coreFindings(
  { vmSize, nodes, spotNodes }: QuotaQuestion,
  quotas: Quotas
): readonly Finding[] {
  const cores = coresOf(vmSize)
  if (cores === null)
    return [unknown(WHAT, `How many cores ${vmSize} has is not known here.`, IN_THE_PORTAL)]
  const enforced = quotas.dedicatedCoreQuotaPerVMFamilyEnforced
  const family = enforced ? familyOf(vmSize, quotas) : null
  const dedicated = enforced ? (family?.coreQuota ?? null) : quotas.dedicatedCoreQuota
  const findings: Finding[] = []
  if (nodes > 0 && dedicated === null) {
    const told = `Cores are counted by family here, and which one ${vmSize} belongs to is not known.`
    findings.push(unknown('Dedicated cores', told, IN_THE_PORTAL))
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
  const told = `${nodes} × ${cores} cores are asked for; the account may have ${allowed}, with those of its other pools.`
  if (nodes * cores <= allowed) return good(what, told)
  const room = Math.floor(allowed / cores)
  return bad(
    what,
    told,
    askForMore(
      'cores',
      room > 0 ? `, or set ${input} to ${room} at most` : ', or take a smaller vm-size'
    )
  )
}

/** `Standard_E4-2ads_v5` is of `standardEADSv5Family`; sizes with an accelerator are named otherwise and not found. */
function familyOf(vmSize: string, { dedicatedCoreQuotaPerVMFamily: families }: Quotas) {
  const size = /^(?:standard_)?([a-z]+)\d+(?:-\d+)?([a-z]*)(?:_(v\d+))?$/.exec(vmSize.toLowerCase())
  if (size === null) return null
  const name = `standard${size[1]}${size[2]}${size[3] ?? ''}family`
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return families?.find((family) => plain(family.name) === name) ?? null
}
