import { markdownCode } from '../../lib/escape.ts'
import { exitCodes } from '../../lib/exit-codes.ts'
import { count } from '../../lib/text.ts'
import { type Submitted, submitJob } from '../../run/submit.ts'
import { writeSummary } from '../deliver.ts'
import { setSubmitOutputs } from '../outputs.ts'
import { rememberAzure } from '../state.ts'
import type { StepContext } from './run.ts'

/** Submits a run and leaves. What a submission that was broken off has on Azure, `post` removes. */
export async function submitAction(context: StepContext): Promise<number> {
  const { settings, environment, log, signal } = context
  rememberAzure(true)
  const submitted = await submitJob(settings, environment, log, signal)
  rememberAzure(false)
  log.close()
  setSubmitOutputs(submitted)
  await writeSummary(paragraph(submitted))
  return exitCodes.done
}

const paragraph = ({ handle, images, tasks, nodes }: Submitted): string =>
  `Submitted ${count(images, 'image')} in ${count(tasks, 'task')} to ${count(nodes, 'node')} of Azure Batch, as the job ${markdownCode(handle.jobId)}. Its results are there for whoever collects them: give this step's output ${markdownCode('handle')} to the action ${markdownCode('collect')}.\n`
