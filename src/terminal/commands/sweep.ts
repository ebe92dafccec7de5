import { type Leftover, SweepError, type Swept } from '../../backends/administration.ts'
import { openAdministration } from '../../backends/open.ts'
import { escapeInvisible } from '../../lib/escape.ts'
import { exitCodes } from '../../lib/exit-codes.ts'
import { textTable } from '../../lib/table.ts'
import { dateTime } from '../../lib/text.ts'
import { readActionInput } from '../../settings/actions.ts'
import type { CommandContext } from '../context.ts'
import { terminalEnvironment } from '../environment.ts'

/** Removes the resources that lost runs left on Azure. */
export async function sweepCommand({
  settings,
  own,
  json,
  process,
  signal
}: CommandContext): Promise<number> {
  const olderThan = readActionInput('olderThan', own)
  const dryRun = readActionInput('dryRun', own)
  const administration = await openAdministration()
  const print = (swept: Swept, nothing: string) =>
    process.stdout.write(`${json ? JSON.stringify(swept) : (sweptText(swept) ?? nothing)}\n`)
  const where = { settings, environment: terminalEnvironment(process) }
  try {
    const swept = await administration.sweep(where, { olderThan, dryRun }, signal)
    print(swept, 'Nothing is left over.')
    return exitCodes.done
  } catch (problem) {
    // The resources that were removed are listed before the error for the others.
    if (problem instanceof SweepError) print(problem.swept, 'Nothing could be removed.')
    throw problem
  }
}

/** A table of the resources; null if there are none. */
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
