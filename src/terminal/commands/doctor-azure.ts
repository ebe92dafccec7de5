import type { Finding } from '../../backends/azure-batch/doctor/finding.ts'
import { visible } from '../../lib/escape.ts'
import { exitCodes } from '../../lib/exit-codes.ts'
import { columns } from '../../lib/table.ts'
import { plainSpaces } from '../../lib/text.ts'
import { SettingsError } from '../../settings/settings.ts'
import type { CommandContext } from '../context.ts'
import { terminalEnvironment } from '../environment.ts'

/** Checks whether a run on Azure Batch can succeed, before anything is paid for. */
export async function azureDoctor({
  settings,
  json,
  process,
  signal
}: CommandContext): Promise<number> {
  const { batchEndpoint, storageEndpoint } = settings
  if (batchEndpoint === null || storageEndpoint === null)
    throw new SettingsError(['Inputs `batch-endpoint` and `storage-endpoint` are required.'])
  const named = { ...settings, batchEndpoint, storageEndpoint }
  const [{ openAccount, tokensOf }, { examine }, { RESOURCE_MANAGER }] = await Promise.all([
    import('../../backends/azure-batch/account.ts'),
    import('../../backends/azure-batch/doctor/account.ts'),
    import('../../backends/azure-batch/doctor/resource-manager.ts')
  ])
  const environment = terminalEnvironment(process)
  const tokens = tokensOf(named, environment)
  const checked = {
    account: openAccount(named, environment),
    settings: named,
    manager: tokens && { url: RESOURCE_MANAGER, tokens }
  }
  const findings = await examine(checked, signal)
  const ready = findings.every(({ state }) => state !== 'bad')
  const text = json ? JSON.stringify({ ready, findings }) : findingsText(findings, ready)
  process.stdout.write(`${text}\n`)
  return ready ? exitCodes.done : exitCodes.runFailed
}

/** The findings as a table, followed by what to do. */
function findingsText(findings: readonly Finding[], ready: boolean): string {
  const rows = findings.map(({ what, state, told }) => [what, state, visible(told)])
  const todos = findings.flatMap(({ what, todo }) =>
    todo === null ? [] : [`${what}: ${visible(todo)}`]
  )
  return plainSpaces(
    [
      columns(rows),
      '',
      ...todos,
      ...(todos.length > 0 ? [''] : []),
      ready ? 'Ready to run.' : 'Not ready: a run would fail.'
    ].join('\n')
  )
}
