import { markdownCode } from '../report/escape.ts'
import { count } from '../report/figures.ts'
import { exitCodes } from '../run/exit-codes.ts'
import type { Submitted } from '../run/remote.ts'
import { writeSummary } from './deliver.ts'
import { setSubmitOutputs } from './outputs.ts'
import type { StepContext } from './run-face.ts'
import { rememberAzure } from './state.ts'

/** Submits a run and leaves. What a submission that was broken off has on Azure, `post` removes. */
export async function submitFace(context: StepContext): Promise<number> {
  const { settings, surroundings, log, signal } = context
  const { submitJob } = await import('../run/remote.ts')
  rememberAzure(true)
  const submitted = await submitJob(settings, surroundings, log, signal)
  rememberAzure(false)
  log.close()
  setSubmitOutputs(submitted)
  await writeSummary(paragraph(submitted))
  return exitCodes.done
}

const paragraph = ({ handle, images, tasks, nodes }: Submitted): string =>
  `Submitted ${count(images, 'image')} in ${count(tasks, 'task')} to ${count(nodes, 'node')} of Azure Batch, as the job ${markdownCode(handle.jobId)}. Its results are there for whoever collects them: give this step's output ${markdownCode('handle')} to the action ${markdownCode('collect')}.\n`
