import { markdownCode } from '../../lib/escape.ts'
import { exitCodes } from '../../lib/exit-codes.ts'
import { count } from '../../lib/text.ts'
import { type Submitted, submitJob } from '../../run/submit.ts'
import type { StepContext } from '../context.ts'
import { writeSummary } from '../deliver.ts'
import { setOutputs } from '../outputs.ts'
import { rememberAzure } from '../state.ts'

/** Submits a run and returns. `post` removes the resources of an interrupted submission from Azure. */
export async function submitAction(context: StepContext): Promise<number> {
  const { settings, environment, log, signal } = context
  rememberAzure(true)
  const submitted = await submitJob(settings, environment, log, signal)
  rememberAzure(false)
  log.close()
  const { handle, handleFile, images } = submitted
  setOutputs('submit', {
    'run-id': handle.runId,
    'job-id': handle.jobId,
    handle: JSON.stringify(handle),
    'handle-file': handleFile,
    images
  })
  await writeSummary(paragraph(submitted))
  return exitCodes.done
}

const paragraph = ({ handle, images, tasks, nodes }: Submitted): string =>
  `Submitted ${count(images, 'image')} in ${count(tasks, 'task')} to ${count(nodes, 'node')} of Azure Batch as job ${markdownCode(handle.jobId)}. To fetch the results, pass the output ${markdownCode('handle')} of this step to the action ${markdownCode('collect')}.\n`
