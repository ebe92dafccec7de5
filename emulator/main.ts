/** `npm run emulator`: serves Azure Batch and Azure Storage on 127.0.0.1 until it is stopped by a signal. */
import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ACCOUNT, KEY, startAzurite } from './azurite.ts'
import { startEmulator } from './emulator.ts'
import type { FaultSpec } from './faults/fault-spec.ts'
import { type StartOptions, startOptions, USAGE } from './options.ts'

async function serve(options: StartOptions): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'batch-emulator-'))
  const guard = startGuard(home)
  const stopped = new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const)
      process.on(signal, () => stop())
  })
  try {
    await serveFrom(home, options, stopped)
  } finally {
    await guard.dismiss()
  }
}

async function serveFrom(
  home: string,
  options: StartOptions,
  stopped: Promise<void>
): Promise<void> {
  const azurite = await startAzurite({ port: options.storagePort, home })
  try {
    const storage = { endpoint: azurite.url, account: ACCOUNT, key: KEY }
    const batch = await startEmulator({ ...options, storage, port: options.batchPort, home })
    try {
      batch.faults.set(...([options.faults].flat() as FaultSpec[]))
      const { endpoint, account, key } = batch
      process.stdout.write(`${JSON.stringify({ batch: { endpoint, account, key }, storage })}\n`)
      await stopped
    } finally {
      await batch.close()
    }
  } finally {
    await azurite.stop()
  }
}

/** Starts the process that cleans up even if this one is killed. */
function startGuard(home: string) {
  const guard = spawn(process.execPath, [join(import.meta.dirname, 'guard.ts'), home], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit']
  })
  const exited = new Promise<void>((resolve) => guard.once('exit', () => resolve()))
  return {
    dismiss: () => {
      guard.stdin.end()
      return exited
    }
  }
}

try {
  const options = startOptions(process.argv.slice(2))
  if (options === null) process.stdout.write(USAGE)
  else await serve(options)
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 2
}
