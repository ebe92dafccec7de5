import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveStorageAccounts } from './shared-azurite.ts'

declare global {
  /** Ends and removes what `globalSetup` has made. */
  var endGlobalSetup: () => Promise<void>
}

/** Runs once before all test files. */
export default async function setUp(): Promise<void> {
  const stopStorageAccounts = await serveStorageAccounts()
  // The tests start the bundle some hundred times; Node.js keeps the compiled code here from one start to the next.
  const compiled = mkdtempSync(join(tmpdir(), 'compiled-'))
  process.env['TEST_COMPILE_CACHE'] = compiled
  globalThis.endGlobalSetup = async () => {
    await stopStorageAccounts()
    rmSync(compiled, { recursive: true, force: true, maxRetries: 3 })
  }
}
