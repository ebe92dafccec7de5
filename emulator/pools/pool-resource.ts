import type { Resource } from '../protocol/request.ts'
import type { PoolPatch, Specification } from './pool-body.ts'
import { osOf } from './supported-images.ts'

/** Write-only properties. */
const SECRETS = new Set(['password', 'sshPrivateKey', 'accountKey', 'sasKey', 'protectedSettings'])

/** Lists that are omitted if empty. */
const OMITTED_WHEN_EMPTY = ['metadata', 'applicationPackageReferences', 'userAccounts'] as const

/** The specification of a pool as the service shows it: without secrets, VM sizes in lower case. */
export function shownSpecification(given: Specification): Resource {
  const { vmSize, identity, ...rest } = given
  const { targetDedicatedNodes, targetLowPriorityNodes, enableAutoScale, ...shown } = rest
  const { autoScaleFormula, autoScaleEvaluationInterval, ...more } = shown
  const accounts = more.userAccounts?.map((account) => ofSystem(account, given))
  const hidden = new Set<string>(OMITTED_WHEN_EMPTY.filter((name) => more[name]?.length === 0))
  const resource = {
    vmSize: vmSize.toLowerCase(),
    ...more,
    ...(accounts === undefined ? {} : { userAccounts: accounts }),
    ...(identity === undefined ? {} : { identity })
  }
  const kept = Object.entries(resource).filter(
    ([name, value]) => value !== undefined && !hidden.has(name)
  )
  return withoutSecrets(Object.fromEntries(kept)) as Resource
}

type Account = NonNullable<Specification['userAccounts']>[number]

/** On Windows, the default login mode is interactive. */
function ofSystem(account: Account, { virtualMachineConfiguration }: Specification): Resource {
  if (osOf(virtualMachineConfiguration?.nodeAgentSKUId ?? 'windows') !== 'windows') return account
  return {
    ...account,
    windowsUserConfiguration: { loginMode: 'interactive', ...account.windowsUserConfiguration }
  }
}

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([name]) => !SECRETS.has(name))
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutSecrets(inner)]))
}

/** Applies a patch to a specification; omitted properties stay. */
export const patched = (old: Specification, patch: PoolPatch): Specification =>
  ({ ...old, ...patch }) as Specification

/** Replaces all properties of a specification; omitted properties are removed. */
export const updated = (old: Specification, update: PoolPatch): Specification =>
  ({
    ...old,
    startTask: undefined,
    targetNodeCommunicationMode: 'default',
    certificateReferences: [],
    ...update
  }) as Specification
