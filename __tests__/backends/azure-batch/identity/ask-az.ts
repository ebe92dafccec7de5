import { azLogin } from '../../../../src/backends/azure-batch/identity/az-login.ts'

/** Requests a token from az and prints it or the error: a process of its own, since the test sets its PATH. */
const [scope = '', tenant] = process.argv.slice(2)
const signal = new AbortController().signal
const outcome = await azLogin(tenant ?? null)(scope, signal).catch((error: unknown) => {
  const { kind, code, message } = error as { kind: string; code: string; message: string }
  return { kind, code, message }
})
process.stdout.write(JSON.stringify(outcome))
