import { info } from '@actions/core'
import type { Leftover, Swept } from '../../backends/azure-batch/sweep.ts'
import { markdownCode } from '../../lib/escape.ts'
import { exitCodes } from '../../lib/exit-codes.ts'
import { count, dateTime, plainSpaces } from '../../lib/text.ts'
import { markdownTable } from '../../report/markdown-table.ts'
import { readActionInput } from '../../settings/actions.ts'
import { writeSummary } from '../deliver.ts'
import { setSweepOutputs } from '../outputs.ts'
import type { StepContext } from './run.ts'

/** Removes what lost runs left on Azure. */
export async function sweepAction({
  settings,
  own,
  environment,
  signal
}: StepContext): Promise<number> {
  const olderThan = readActionInput('olderThan', own)
  const dryRun = readActionInput('dryRun', own)
  const [{ sweep, SweepProblem }, { azureAccount }] = await Promise.all([
    import('../../backends/azure-batch/sweep.ts'),
    import('../../backends/azure-batch/place.ts')
  ])
  const account = azureAccount({ settings, environment })
  try {
    const swept = await sweep(account, { olderThan, dryRun, now: new Date() }, signal)
    await tell(swept, 'Nothing is left over on Azure.')
    return exitCodes.done
  } catch (problem) {
    // What could be removed is, and that is told before what could not.
    if (problem instanceof SweepProblem)
      await tell(problem.swept, 'Nothing could be removed from Azure.')
    throw problem
  }
}

async function tell(swept: Swept, nothing: string): Promise<void> {
  const { jobs, pools, containers } = swept
  setSweepOutputs(swept)
  const found = jobs.length + pools.length + containers.length
  if (found === 0) {
    info(nothing)
    return writeSummary(`${nothing}\n`)
  }
  info(
    plainSpaces(
      `Left over: ${count(jobs.length, 'job')}, ${count(pools.length, 'pool')}, ${count(containers.length, 'container')}.`
    )
  )
  const columns = ['What', 'Name', 'Created (UTC)', ''].map((title) => ({ title }))
  const rows = [
    ...rowsOf('job', jobs),
    ...rowsOf('pool', pools),
    ...rowsOf('container', containers)
  ]
  await writeSummary(`${markdownTable(columns, rows)}\n`)
}

const rowsOf = (what: string, leftovers: readonly Leftover[]): string[][] =>
  leftovers.map(({ id, created, removed }) => [
    what,
    markdownCode(id),
    dateTime(created.toISOString()),
    removed ? 'removed' : 'left'
  ])
