import { serveStorageAccounts } from './shared-azurite.ts'

declare global {
  /** Ends what `globalSetup` has started. */
  var stopStorageAccounts: () => Promise<void>
}

/** Runs once before all test files. */
export default async function setUp(): Promise<void> {
  globalThis.stopStorageAccounts = await serveStorageAccounts()
}
