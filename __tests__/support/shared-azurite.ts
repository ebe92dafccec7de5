import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Azurite, startAzurite } from './azurite.ts'

/**
 * One Azurite for all test files: starting one takes a second of CPU time. Each caller gets an empty account of its own,
 * so tests neither see nor remove what others have stored.
 */

/** Environment variable with the address at which the Jest process hands out accounts. */
const VARIABLE = 'TEST_STORAGE_ACCOUNTS'

/** Accounts of one Azurite: it learns them from an environment variable, which Linux limits to 128 KiB. */
const ACCOUNTS = 1000

/**
 * Hands out accounts on an Azurite that is started on the first request.
 *
 * @returns what ends it
 */
export async function serveStorageAccounts(): Promise<() => Promise<void>> {
  const started: Promise<Azurite>[] = []
  let used = 0
  const next = async (): Promise<Pick<Azurite, 'url' | 'account'>> => {
    const index = used++ % ACCOUNTS
    const accounts = Array.from({ length: ACCOUNTS }, (_, number) => `test${number}`)
    if (index === 0) started.push(startAzurite({ accounts }))
    const { url } = await (started.at(-1) as Promise<Azurite>)
    const account = `test${index}`
    return { url: new URL(account, url).href, account }
  }
  const server = createServer((_, response) => {
    next().then(
      (account) => response.end(JSON.stringify(account)),
      (error: Error) => response.writeHead(500).end(error.message)
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env[VARIABLE] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    for (const azurite of started) await (await azurite).stop()
  }
}

/** An empty storage account on the shared Azurite. */
export async function storageAccount(): Promise<Azurite> {
  const response = await fetch(process.env[VARIABLE] ?? '')
  if (!response.ok) throw new Error(`Azurite did not start: ${await response.text()}`)
  const account = (await response.json()) as Pick<Azurite, 'url' | 'account'>
  return { ...account, stop: async () => {} }
}
