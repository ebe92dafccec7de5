import { createInterface } from 'node:readline'
import { azLogin } from '../../../../src/backends/azure-batch/identity/az-login.ts'

/**
 * Requests tokens from the Azure CLI: a line of JSON on stdin is a request, a line on stdout its token or error. It is a
 * process of its own, because jest does not let a test change the PATH with which programs are found.
 */
const signal = new AbortController().signal
for await (const line of createInterface(process.stdin)) {
  const { path, scope, tenant } = JSON.parse(line) as Record<string, string>
  process.env['PATH'] = path
  const outcome = await azLogin(tenant ?? null)(scope ?? '', signal).catch((error: unknown) => {
    const { kind, code, message } = error as { kind: string; code: string; message: string }
    return { kind, code, message }
  })
  process.stdout.write(`${JSON.stringify(outcome)}\n`)
}
