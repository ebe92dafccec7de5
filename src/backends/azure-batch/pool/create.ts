import type { Settings } from '../../../settings/settings.ts'
import type { CreatedPool } from '../../administration.ts'
import type { AzureAccount } from '../account.ts'
import { AzureProblem } from '../problem.ts'
import { startTaskCommand } from './start-task.ts'
import { endOfSupportWarning, imageOf, slotsOf } from './vm.ts'

/** The metadata of a warm pool, which stays when no job uses it. */
const WARM = { 'batch-ocr': 'warm' } as const

/** Whether a pool is a warm pool, which `sweep` does not remove. */
export const isWarm = ({
  metadata
}: {
  readonly metadata: Readonly<Record<string, string>>
}): boolean => metadata['batch-ocr'] === WARM['batch-ocr']

/** The settings of a warm pool. It starts with `nodes` and `spotNodes`, and never has more. */
export type WarmPoolSettings = Pick<
  Settings,
  'vmSize' | 'vmImage' | 'nodes' | 'spotNodes' | 'slots' | 'languages'
>

/** The shortest interval at which the service evaluates a formula. */
const EVERY_MINUTES = 5

/** Retries of the start task: package servers are not always available. */
const START_RETRIES = 2

/**
 * Creates a warm pool: its nodes are set up for our tasks, and it scales with the number of tasks, down to none.
 *
 * @throws AzureProblem if the pool cannot be created; the signal's reason
 */
export async function createPool(
  { service }: AzureAccount,
  settings: WarmPoolSettings,
  id: string,
  signal: AbortSignal
): Promise<CreatedPool> {
  const existing = await service.pool(id, signal)
  if (existing?.state === 'deleting') {
    throw new AzureProblem(
      'conflict',
      'PoolBeingDeleted',
      `The pool ${id} is being deleted. Wait until it is gone, or use another ID.`
    )
  }
  if (existing !== null) return { id, existed: true, warning: null }
  const now = new Date()
  const image = imageOf(settings.vmImage, await service.supportedImages(signal))
  const slots = slotsOf(settings)
  const added = await service.addPool(
    {
      id,
      vmSize: settings.vmSize,
      image,
      slots,
      size: { formula: scalingFormula(settings, slots, now), everyMinutes: EVERY_MINUTES },
      startTask: { commandLine: startTaskCommand(settings.languages), retries: START_RETRIES },
      metadata: WARM
    },
    signal
  )
  return { id, existed: added === 'exists', warning: endOfSupportWarning(image, now) }
}

/**
 * The autoscale formula, similar to Nextflow's: the pool starts with all nodes, follows the number of waiting and
 * running tasks, and halves when there are none. Batch counts tasks, not slots, hence the division. Dedicated nodes are
 * used first, then spot nodes.
 *
 * In the first minutes there are too few samples, hence the age.
 */
export function scalingFormula(
  { nodes, spotNodes }: Pick<WarmPoolSettings, 'nodes' | 'spotNodes'>,
  slots: number,
  created: Date
): string {
  return [
    `age = time() - time("${created.toISOString()}");`,
    `window = TimeInterval_Minute * ${EVERY_MINUTES};`,
    'samples = $PendingTasks.GetSamplePercent(window);',
    'tasks = samples < 70 ? max(0, $PendingTasks.GetSample(1)) : max($PendingTasks.GetSample(1), avg($PendingTasks.GetSample(window)));',
    `wanted = ceil(tasks / ${slots});`,
    `dedicated = wanted > 0 ? min(wanted, ${nodes}) : floor($TargetDedicatedNodes / 2);`,
    `spot = wanted > 0 ? max(0, min(wanted - ${nodes}, ${spotNodes})) : floor($TargetLowPriorityNodes / 2);`,
    `$TargetDedicatedNodes = age < window ? ${nodes} : dedicated;`,
    `$TargetLowPriorityNodes = age < window ? ${spotNodes} : spot;`,
    '$NodeDeallocationOption = taskcompletion;'
  ].join('\n')
}
