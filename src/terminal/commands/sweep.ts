import type { Leftover, Swept } from '../../backends/azure-batch/sweep.ts'
import { escapeInvisible } from '../../lib/escape.ts'
import { exitCodes } from '../../lib/exit-codes.ts'
import { textTable } from '../../lib/table.ts'
import { dateTime } from '../../lib/text.ts'
import { readActionInput } from '../../settings/actions.ts'
import { terminalEnvironment } from '../environment.ts'
import type { CommandContext } from '../main.ts'

/** Removes what lost runs left on Azure. */
export async function sweepCommand({
  settings,
  own,
  json,
  process,
  signal
}: CommandContext): Promise<number> {
  const olderThan = readActionInput('olderThan', own)
  const dryRun = readActionInput('dryRun', own)
  const [{ sweep, SweepProblem }, { azureAccount }] = await Promise.all([
    import('../../backends/azure-batch/sweep.ts'),
    import('../../backends/azure-batch/place.ts')
  ])
  const tell = (swept: Swept, nothing: string) =>
    process.stdout.write(`${json ? JSON.stringify(swept) : (sweptText(swept) ?? nothing)}\n`)
  const account = azureAccount({ settings, environment: terminalEnvironment(process) })
  try {
    const swept = await sweep(account, { olderThan, dryRun, now: new Date() }, signal)
    tell(swept, 'Nothing is left over.')
    return exitCodes.done
  } catch (problem) {
    // What could be removed is, and that is told before what could not.
    if (problem instanceof SweepProblem) tell(problem.swept, 'Nothing could be removed.')
    throw problem
  }
}

/** What was found as a table; null where nothing was. */
function sweptText({ jobs, pools, containers }: Swept): string | null {
  const rows = (what: string, leftovers: readonly Leftover[]) =>
    leftovers.map(({ id, created, removed }) => [
      what,
      escapeInvisible(id),
      `${dateTime(created.toISOString())} UTC`,
      removed ? 'removed' : 'left'
    ])
  const found = [...rows('job', jobs), ...rows('pool', pools), ...rows('container', containers)]
  return found.length === 0 ? null : textTable(found)
}
