import { availableParallelism } from 'node:os'
import { exitCodes } from '../../lib/exit-codes.ts'
import { textTable } from '../../lib/table.ts'
import { count, plainSpaces } from '../../lib/text.ts'
import type { Environment } from '../../run/environment.ts'
import type { SampleOutcome } from '../../sample/sample.ts'
import { readActionInput } from '../../settings/actions.ts'
import type { Settings } from '../../settings/settings.ts'
import { terminalEnvironment } from '../environment.ts'
import { terminalListener } from '../listener.ts'
import type { CommandContext } from '../main.ts'

/** Runs Microsoft's sample parallel task, here or on Azure Batch. */
export async function sampleCommand({
  settings,
  own,
  json,
  process,
  signal
}: CommandContext): Promise<number> {
  const tasks = readActionInput('tasks', own)
  const { runSample } = await import('../../sample/azure-sample.ts')
  const place = await placeOf(settings, terminalEnvironment(process))
  const listener = terminalListener(process.stderr)
  try {
    const order = { tasks, folder: process.cwd() }
    const outcome = await runSample(place, order, listener, signal)
    listener.close()
    process.stdout.write(`${json ? JSON.stringify(outcome) : outcomeText(outcome)}\n`)
    const whole = outcome.tasks.every(({ succeeded, file }) => succeeded && file !== null)
    return whole ? exitCodes.done : exitCodes.runFailed
  } finally {
    listener.close()
  }
}

async function placeOf(settings: Settings, environment: Environment) {
  if (settings.backend === 'local')
    return { kind: 'local', slots: settings.slots ?? availableParallelism() } as const
  const { azureAccount } = await import('../../backends/azure-batch/place.ts')
  const account = azureAccount({ settings, environment })
  return { kind: 'azure-batch', account, settings, runId: environment.runId } as const
}

function outcomeText({ tasks, nodes }: SampleOutcome): string {
  const rows = tasks.map(({ id, node, succeeded, file }) => [
    id,
    node ?? 'no node',
    succeeded ? (file ?? 'its output is lost') : 'failed'
  ])
  return plainSpaces(
    [
      textTable([['task', 'node', 'output'], ...rows]),
      '',
      `${count(tasks.length, 'task')} on ${count(nodes.length, 'node')}: ${nodes.map((node) => `${node.id} ran ${node.tasks}`).join(', ')}.`
    ].join('\n')
  )
}
