import { exitCodes } from '../../lib/exit-codes.ts'
import { textTable } from '../../lib/table.ts'
import { count, plainSpaces } from '../../lib/text.ts'
import { runSample } from '../../sample/run-sample.ts'
import type { SampleOutcome } from '../../sample/sample.ts'
import { readActionInput } from '../../settings/actions.ts'
import type { CommandContext } from '../context.ts'
import { terminalEnvironment } from '../environment.ts'
import { terminalListener } from '../listener.ts'

/** Runs Microsoft's sample parallel task, on this machine or on Azure Batch. */
export async function sampleCommand({
  settings,
  own,
  json,
  process,
  signal
}: CommandContext): Promise<number> {
  const tasks = readActionInput('tasks', own)
  const where = { settings, environment: terminalEnvironment(process) }
  const listener = terminalListener(process.stderr)
  try {
    const order = { tasks, folder: process.cwd() }
    const outcome = await runSample(where, order, listener, signal)
    listener.close()
    process.stdout.write(`${json ? JSON.stringify(outcome) : outcomeText(outcome)}\n`)
    const complete = outcome.tasks.every(({ succeeded, file }) => succeeded && file !== null)
    return complete ? exitCodes.done : exitCodes.runFailed
  } finally {
    listener.close()
  }
}

function outcomeText({ tasks, nodes }: SampleOutcome): string {
  const rows = tasks.map(({ id, node, succeeded, file }) => [
    id,
    node ?? 'no node',
    succeeded ? (file ?? 'output lost') : 'failed'
  ])
  return plainSpaces(
    [
      textTable([['task', 'node', 'output'], ...rows]),
      '',
      `${count(tasks.length, 'task')} on ${count(nodes.length, 'node')}: ${nodes.map((node) => `${node.id} ran ${node.tasks}`).join(', ')}.`
    ].join('\n')
  )
}
