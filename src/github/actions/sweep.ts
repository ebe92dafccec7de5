import { info } from '@actions/core'
import { type Leftover, SweepError, type Swept } from '../../backends/administration.ts'
import { openAdministration } from '../../backends/open.ts'
import { markdownCode } from '../../lib/escape.ts'
import { exitCodes } from '../../lib/exit-codes.ts'
import { count, dateTime, plainSpaces } from '../../lib/text.ts'
import { markdownTable } from '../../report/markdown-table.ts'
import { readActionInput } from '../../settings/actions.ts'
import type { StepContext } from '../context.ts'
import { writeSummary } from '../deliver.ts'
import { setOutputs } from '../outputs.ts'

/** Removes the resources that interrupted runs left on Azure. */
export async function sweepAction({
  settings,
  own,
  environment,
  signal
}: StepContext): Promise<number> {
  const olderThan = readActionInput('olderThan', own)
  const dryRun = readActionInput('dryRun', own)
  const administration = await openAdministration()
  try {
    const swept = await administration.sweep(
      { settings, environment },
      { olderThan, dryRun },
      signal
    )
    await report(swept, 'Nothing is left over on Azure.')
    return exitCodes.done
  } catch (problem) {
    // The resources that were removed are reported before the error.
    if (problem instanceof SweepError)
      await report(problem.swept, 'Nothing could be removed from Azure.')
    throw problem
  }
}

async function report(swept: Swept, nothing: string): Promise<void> {
  const { jobs, pools, containers } = swept
  setOutputs('sweep', {
    jobs: removed(jobs),
    pools: removed(pools),
    containers: removed(containers)
  })
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
  const columns = ['Resource', 'Name', 'Created (UTC)', 'Status'].map((title) => ({ title }))
  const rows = [
    ...rowsOf('job', jobs),
    ...rowsOf('pool', pools),
    ...rowsOf('container', containers)
  ]
  await writeSummary(`${markdownTable(columns, rows)}\n`)
}

const removed = (leftovers: readonly Leftover[]): number =>
  leftovers.filter((leftover) => leftover.removed).length

const rowsOf = (resource: string, leftovers: readonly Leftover[]): string[][] =>
  leftovers.map((leftover) => [
    resource,
    markdownCode(leftover.id),
    dateTime(leftover.created.toISOString()),
    leftover.removed ? 'removed' : 'left'
  ])
