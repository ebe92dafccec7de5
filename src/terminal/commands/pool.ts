import { exitCodes } from '../../lib/exit-codes.ts'
import { count, plainSpaces } from '../../lib/text.ts'
import { inputs } from '../../settings/inputs.ts'
import { readInput } from '../../settings/settings.ts'
import { terminalEnvironment } from '../environment.ts'
import { terminalListener } from '../listener.ts'
import type { CommandContext } from '../main.ts'

/** Makes a pool that stays and sizes itself. */
export async function poolCreateCommand({
  settings,
  subject,
  json,
  process,
  signal
}: CommandContext): Promise<number> {
  const id = readInput('pool', inputs.pool, subject)
  const [{ createPool }, { azureAccount }] = await Promise.all([
    import('../../backends/azure-batch/pool/create.ts'),
    import('../../backends/azure-batch/place.ts')
  ])
  const account = azureAccount({ settings, environment: terminalEnvironment(process) })
  const created = await createPool(account, settings, id, signal)
  if (created.warning !== null) terminalListener(process.stderr).warn(created.warning)
  const { nodes, spotNodes, vmSize } = settings
  const text = created.existed
    ? `The pool ${id} is there already, and stays as it is.`
    : `The pool ${id} is made: at most ${count(nodes, 'dedicated node')} and ${count(spotNodes, 'spot node')} ${vmSize}, none while there is nothing to do. Use it by --pool ${id}.`
  process.stdout.write(`${json ? JSON.stringify(created) : plainSpaces(text)}\n`)
  return exitCodes.done
}
