import type { Finding } from '../../backends/azure-batch/doctor/finding.ts'
import { escapeInvisible } from '../../lib/escape.ts'
import { exitCodes } from '../../lib/exit-codes.ts'
import { textTable } from '../../lib/table.ts'
import { plainSpaces } from '../../lib/text.ts'
import { SettingsError } from '../../settings/settings.ts'
import { terminalEnvironment } from '../environment.ts'
import type { CommandContext } from '../main.ts'

/** Says whether a run on Azure Batch could go well, before a cent is spent. */
export async function azureDoctor({
  settings,
  json,
  process,
  signal
}: CommandContext): Promise<number> {
  const { batchEndpoint, storageEndpoint } = settings
  if (batchEndpoint === null || storageEndpoint === null)
    throw new SettingsError(['Inputs `batch-endpoint` and `storage-endpoint` name the accounts.'])
  const named = { ...settings, batchEndpoint, storageEndpoint }
  const [{ openAccount, tokenSource }, { examine }, { RESOURCE_MANAGER }] = await Promise.all([
    import('../../backends/azure-batch/account.ts'),
    import('../../backends/azure-batch/doctor/account.ts'),
    import('../../backends/azure-batch/doctor/resource-manager.ts')
  ])
  const environment = terminalEnvironment(process)
  const tokens = tokenSource(named, environment)
  const patient = {
    account: openAccount(named, environment),
    settings: named,
    manager: tokens && { url: RESOURCE_MANAGER, tokens }
  }
  const findings = await examine(patient, signal)
  const ready = findings.every(({ state }) => state !== 'bad')
  const text = json ? JSON.stringify({ ready, findings }) : findingsText(findings, ready)
  process.stdout.write(`${text}\n`)
  return ready ? exitCodes.done : exitCodes.runFailed
}

/** The findings as people read them: a table, and below it what to do. */
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
      ready ? 'Nothing stands against a run.' : 'A run would fail as it stands.'
    ].join('\n')
  )
}
