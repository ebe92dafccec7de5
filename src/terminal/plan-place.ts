import { availableParallelism } from 'node:os'
import type { Plan } from '../plan/plan.ts'
import { duration } from '../report/figures.ts'
import type { CommandContext } from './main.ts'
import { terminalSurroundings } from './surroundings.ts'

/** What a plan has to know of the place where it would run. */
export interface PlanPlace {
  /** Of all nodes together. */
  readonly slots: number
  /** Null where it is this machine. */
  readonly nodes: number | null
  /** The least work worth a task of its own there, in seconds. */
  readonly leastSeconds?: number
}

/** The place of a plan. Azure is asked only about a pool that is there already: any other is as it is ordered. */
export async function planPlace({ settings, process, signal }: CommandContext): Promise<PlanPlace> {
  if (settings.backend === 'local')
    return { slots: settings.slots ?? availableParallelism(), nodes: null }
  const [{ LEAST_SECONDS }, { slotsOf }, { choosePool }, { azureAccount }] = await Promise.all([
    import('../backends/azure-batch/backend.ts'),
    import('../backends/azure-batch/vm.ts'),
    import('../backends/azure-batch/choose-pool.ts'),
    import('../run/azure-place.ts')
  ])
  const { nodes, slots } =
    settings.pool === null
      ? { nodes: settings.nodes + settings.spotNodes, slots: slotsOf(settings) }
      : await choosePool(
          azureAccount(settings, terminalSurroundings(process)).service,
          settings,
          signal
        )
  return { slots: nodes * slots, nodes, leastSeconds: LEAST_SECONDS }
}

/** Hours of all nodes together, from the first task to the last; null where there are no nodes to pay. */
export const nodeHours = ({ nodes }: PlanPlace, planned: Plan): number | null =>
  nodes === null ? null : Number(((nodes * planned.estimatedWallSeconds) / 3600).toFixed(6))

/** The same as people say it; empty where there are none. */
export const nodeSentence = ({ nodes }: PlanPlace, planned: Plan): string =>
  nodes === null
    ? ''
    : ` The nodes would be paid for ${duration(nodes * planned.estimatedWallSeconds)} together, and for the minutes in which they start.`
