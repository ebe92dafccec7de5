import { openAdministration } from '../../backends/open.ts'
import { exitCodes } from '../../lib/exit-codes.ts'
import { count, plainSpaces } from '../../lib/text.ts'
import { inputs } from '../../settings/inputs.ts'
import { readInput } from '../../settings/read.ts'
import type { CommandContext } from '../context.ts'
import { terminalEnvironment } from '../environment.ts'
import { terminalListener } from '../listener.ts'

/** Creates a pool that scales with its load. */
export async function poolCreateCommand({
  settings,
  subject,
  json,
  process,
  signal
}: CommandContext): Promise<number> {
  const id = readInput('pool', inputs.pool, subject)
  const administration = await openAdministration()
  const where = { settings, environment: terminalEnvironment(process) }
  const created = await administration.createPool(where, id, signal)
  if (created.warning !== null) terminalListener(process.stderr).warn(created.warning)
  const { nodes, spotNodes, vmSize } = settings
  const text = created.existed
    ? `Pool ${id} already exists and is not changed.`
    : `Pool ${id} is created. It has at most ${count(nodes, 'dedicated node')} and ${count(spotNodes, 'spot node')} (${vmSize}), and none when idle. To use it, run with --pool ${id}.`
  process.stdout.write(`${json ? JSON.stringify(created) : plainSpaces(text)}\n`)
  return exitCodes.done
}
