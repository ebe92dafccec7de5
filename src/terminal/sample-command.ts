import { availableParallelism } from 'node:os'
import { count, plainSpaces } from '../report/figures.ts'
import { exitCodes } from '../run/exit-codes.ts'
import type { Surroundings } from '../run/surroundings.ts'
import type { SampleOutcome } from '../sample/sample.ts'
import { readFaceInput } from '../settings/faces.ts'
import type { Settings } from '../settings/settings.ts'
import { columns } from './columns.ts'
import { terminalListener } from './listener.ts'
import type { CommandContext } from './main.ts'
import { terminalSurroundings } from './surroundings.ts'

/** Runs Microsoft's sample parallel task, here or on Azure Batch. */
export async function sampleCommand({
  settings,
  own,
  json,
  process,
  signal
}: CommandContext): Promise<number> {
  const tasks = readFaceInput('tasks', own)
  const { runSample } = await import('../backends/azure-batch/sample.ts')
  const place = await placeOf(settings, terminalSurroundings(process))
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

async function placeOf(settings: Settings, surroundings: Surroundings) {
  if (settings.backend === 'local')
    return { kind: 'local', slots: settings.slots ?? availableParallelism() } as const
  const { azureAccount } = await import('../run/azure-place.ts')
  const account = azureAccount(settings, surroundings)
  return { kind: 'azure-batch', account, settings, runId: surroundings.runId } as const
}

function outcomeText({ tasks, nodes }: SampleOutcome): string {
  const rows = tasks.map(({ id, node, succeeded, file }) => [
    id,
    node ?? 'no node',
    succeeded ? (file ?? 'its output is lost') : 'failed'
  ])
  return plainSpaces(
    [
      columns([['task', 'node', 'output'], ...rows]),
      '',
      `${count(tasks.length, 'task')} on ${count(nodes.length, 'node')}: ${nodes.map((node) => `${node.id} ran ${node.tasks}`).join(', ')}.`
    ].join('\n')
  )
}
