import type { Settings } from '../../../settings/settings.ts'
import type { AzureAccount } from '../account.ts'
import { AzureProblem } from '../problem.ts'
import { startTaskCommand } from './start-task.ts'
import { endOfSupportWarning, imageOf, slotsOf } from './vm.ts'

/** What the metadata of a pool says that we made to stay. */
const WARM = { 'batch-ocr': 'warm' } as const

/** Whether a pool is one that we made to stay: nobody sweeps it. */
export const isWarm = ({
  metadata
}: {
  readonly metadata: Readonly<Record<string, string>>
}): boolean => metadata['batch-ocr'] === WARM['batch-ocr']

/**
 * What the settings say of a pool that we make. `nodes` and `spotNodes` are the most that it grows to, and those that it
 * begins with.
 */
export type WarmPoolSettings = Pick<
  Settings,
  'vmSize' | 'vmImage' | 'nodes' | 'spotNodes' | 'slots' | 'languages'
>

/** A pool that was asked for. */
export interface CreatedPool {
  readonly id: string
  /** It was there already, and is as it was. */
  readonly existed: boolean
  /** What the user should know of its image; null mostly. */
  readonly warning: string | null
}

/** How often the service works a formula out at most. */
const EVERY_MINUTES = 5

/** Once more on a node whose start task failed: a mirror of packages may have been away. */
const START_RETRIES = 2

/**
 * Makes a pool that stays: its nodes are ready for our tasks, there are as many as tasks ask for, and none when there
 * is nothing to do.
 *
 * @throws AzureProblem where the account takes no such pool; the signal's reason
 */
export async function createPool(
  { service }: AzureAccount,
  settings: WarmPoolSettings,
  id: string,
  signal: AbortSignal
): Promise<CreatedPool> {
  const there = await service.pool(id, signal)
  if (there?.state === 'deleting') {
    throw new AzureProblem(
      'conflict',
      'PoolBeingDeleted',
      `The pool ${id} is being deleted. Wait until it is gone, or take another id.`
    )
  }
  if (there !== null) return { id, existed: true, warning: null }
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
 * The formula by which a pool sizes itself, after Nextflow's: it begins with all its nodes, follows the tasks that
 * wait and run, and halves when there are none. Batch counts tasks and no slots, so we divide. Dedicated nodes come
 * first; spot nodes take what is left.
 *
 * For the first minutes there are too few samples to trust, hence the age.
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
