import type { Demand } from '../pool.ts'
import type { Measured } from './samples.ts'

/** The current values of the metrics of a pool. */
export function measured(
  { activeTasks, runningTasks, succeededTasks, failedTasks }: Demand,
  nodes: readonly { readonly dedicated: boolean; readonly state: string }[]
): Measured {
  const inState = (...states: string[]) =>
    nodes.filter(({ state }) => states.includes(state)).length
  const present = nodes.filter(({ state }) => state !== 'preempted')
  return {
    $ActiveTasks: activeTasks,
    $RunningTasks: runningTasks,
    $PendingTasks: activeTasks + runningTasks,
    $SucceededTasks: succeededTasks,
    $FailedTasks: failedTasks,
    $CurrentDedicatedNodes: present.filter(({ dedicated }) => dedicated).length,
    $CurrentLowPriorityNodes: present.filter(({ dedicated }) => !dedicated).length,
    $PreemptedNodeCount: inState('preempted'),
    $UsableNodeCount: inState('idle', 'running'),
    $SampleNodeCount: present.length
  }
}
