import type { Finding } from '../../backends/administration.ts'
import { openAdministration } from '../../backends/open.ts'
import { escapeInvisible } from '../../lib/escape.ts'
import { exitCodes } from '../../lib/exit-codes.ts'
import { textTable } from '../../lib/table.ts'
import { plainSpaces } from '../../lib/text.ts'
import type { CommandContext } from '../context.ts'
import { terminalEnvironment } from '../environment.ts'

/** Checks whether a run on Azure Batch can succeed, before anything is paid for. */
export async function azureDoctor({
  settings,
  json,
  process,
  signal
}: CommandContext): Promise<number> {
  const administration = await openAdministration()
  const where = { settings, environment: terminalEnvironment(process) }
  const findings = await administration.examine(where, signal)
  const ready = findings.every(({ state }) => state !== 'bad')
  const text = json ? JSON.stringify({ ready, findings }) : findingsText(findings, ready)
  process.stdout.write(`${text}\n`)
  return ready ? exitCodes.done : exitCodes.runFailed
}

/** The findings as a table, followed by what to do. */
function findingsText(findings: readonly Finding[], ready: boolean): string {
  const rows = findings.map(({ what, state, told }) => [what, state, escapeInvisible(told)])
  const todos = findings.flatMap(({ what, todo }) =>
    todo === null ? [] : [`${what}: ${escapeInvisible(todo)}`]
  )
  return plainSpaces(
    [
      textTable(rows),
      '',
      ...todos,
      ...(todos.length > 0 ? [''] : []),
      ready ? 'Ready to run.' : 'Not ready: a run would fail.'
    ].join('\n')
  )
}
