import { invalidProperty, missingProperty, notSyntacticallyValid } from '../protocol/body.ts'
import { unknownApplications } from './errors.ts'
import type { Specification } from './pool-body.ts'
import { checkImage } from './supported-images.ts'
import { coresOf } from './vm-size.ts'

/**
 * Checks that the properties of a pool fit together; each was validated before.
 *
 * @throws BatchError
 */
export function checkSpecification(pool: Specification): void {
  const { virtualMachineConfiguration: machine, cloudServiceConfiguration: cloud } = pool
  if (machine === undefined && cloud === undefined) {
    throw missingProperty('virtualMachineConfiguration')
  }
  if (machine !== undefined && cloud !== undefined) {
    throw notSyntacticallyValid(
      'Only one of virtualMachineConfiguration and cloudServiceConfiguration can be given.'
    )
  }
  if (machine !== undefined) checkImage(machine)
  checkSlots(pool.vmSize, pool.taskSlotsPerNode)
  checkScale(pool)
  checkApplications(pool.applicationPackageReferences)
}

/** A node has at most four slots per core. */
export function checkSlots(vmSize: string, slots: number): void {
  const most = Math.min(256, coresOf(vmSize) * 4)
  if (slots > most) {
    throw invalidProperty(
      'taskSlotsPerNode',
      slots,
      `The value must be at most 4 times the number of cores of ${vmSize}, and at most 256: ${most}.`
    )
  }
}

export function checkApplications(
  references: readonly { readonly applicationId: string }[] = []
): void {
  if (references.length > 0) {
    throw unknownApplications(references.map(({ applicationId }) => applicationId))
  }
}

/** A pool has either a formula or targets. */
function checkScale(pool: Specification): void {
  const ofFormula = ['autoScaleFormula', 'autoScaleEvaluationInterval'] as const
  const ofTargets = ['targetDedicatedNodes', 'targetLowPriorityNodes'] as const
  if (pool.enableAutoScale && pool.autoScaleFormula === undefined) {
    throw missingProperty('autoScaleFormula')
  }
  const odd = (pool.enableAutoScale ? ofTargets : ofFormula).find(
    (name) => pool[name] !== undefined
  )
  if (odd === undefined) return
  const reason = pool.enableAutoScale
    ? `${odd} cannot be given for a pool with enableAutoScale.`
    : `${odd} cannot be given for a pool without enableAutoScale.`
  throw invalidProperty(odd, pool[odd], reason)
}
