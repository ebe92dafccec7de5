import { collectJob } from '../../run/collect.ts'
import { readActionInput } from '../../settings/actions.ts'
import type { StepContext } from '../context.ts'
import { runAndDeliver } from '../run-and-deliver.ts'

/** Delivers the results of a submitted run. They can be collected again, so a step that ends early removes nothing. */
export const collectAction = (context: StepContext): Promise<number> => {
  const { settings, environment, own } = context
  const handle = readActionInput('handle', own)
  return runAndDeliver(context, '', (log, signal) =>
    collectJob(handle, settings, environment, log, signal)
  )
}
