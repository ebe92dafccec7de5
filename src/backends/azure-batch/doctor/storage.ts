import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { NAME_PREFIX } from '../names.ts'
import type { BlobAccount, RunContainer } from '../storage/blob-account.ts'
import { bad, type Finding, good, looked, type Remedies } from './finding.ts'

const WHAT = 'Storage'

const REMEDIES: Remedies = {
  refused:
    'Give the application the roles Storage Blob Data Contributor and Storage Blob Delegator on the storage account, or check storage-account-key.',
  'not-found': 'Check storage-endpoint.',
  unavailable: 'Check storage-endpoint and the network.',
  'bad-request': 'Check storage-endpoint.'
}

/** Milliseconds that the rights live which are tried out. */
const RIGHTS = 5 * 60_000

const BLOB = 'doctor.txt'

/**
 * Tries out all that a run does in the storage account, in a container of its own: make it, write, give rights, read
 * and write by them, remove it.
 */
export async function storageFindings(
  blobs: BlobAccount,
  signal: AbortSignal
): Promise<readonly Finding[]> {
  const name = `${NAME_PREFIX}doctor-${randomBytes(6).toString('hex')}`
  const container = blobs.container(name)
  const finding = await looked(WHAT, REMEDIES, signal, (now) => triedOut(container, now))
  const removed = await looked(WHAT, REMEDIES, signal, (now) => container.remove(now))
  // Where nothing could be made there is nothing to remove, and the same reason again.
  return removed === undefined || finding.state === 'bad' ? [finding] : [finding, removed]
}

async function triedOut(container: RunContainer, signal: AbortSignal): Promise<Finding> {
  const sent = randomBytes(16).toString('hex')
  await container.create({ batch_ocr: 'doctor' }, signal)
  await container.putBytes(BLOB, Buffer.from(sent), signal)
  const stream = await container.get(BLOB, signal)
  const kept = stream === null ? '' : (await buffer(stream)).toString()
  if (kept !== sent) {
    return bad(WHAT, `What was written to ${container.url} was not there.`, 'Try again.')
  }
  const until = new Date(Date.now() + RIGHTS)
  const read = await answer(await container.readUrl(BLOB, until, signal), {}, signal)
  const [address, query] = (await container.writeUrl(until, signal)).split('?')
  const put = { method: 'PUT', headers: { 'x-ms-blob-type': 'BlockBlob' }, body: sent }
  const written = await answer(`${address}/node.txt?${query}`, put, signal)
  if (read.text !== sent || written.status !== 201) {
    return bad(
      WHAT,
      `The rights that nodes get do not open ${container.url} (reading: ${read.status}, writing: ${written.status}).`,
      'Nodes reach the storage account from outside: allow public network access to it, or name a pool and a node-identity; and check the clock of this machine.'
    )
  }
  const host = new URL(container.url).host
  return good(WHAT, `${host}: a container can be made, written, read by a SAS, and removed.`)
}

/** What is answered to whoever has an address with rights in it, as a node has. */
async function answer(url: string, request: RequestInit, signal: AbortSignal) {
  try {
    const response = await fetch(url, { ...request, signal })
    return { status: response.status, text: await response.text() }
  } catch {
    signal.throwIfAborted()
    return { status: 'no answer', text: '' } as const
  }
}
