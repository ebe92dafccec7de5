import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { NAME_PREFIX } from '../names.ts'
import type { BlobAccount, RunContainer } from '../storage/blob-account.ts'
import { bad, type Finding, good, type Remedies, tryCheck } from './finding.ts'

const WHAT = 'Storage'

const REMEDIES: Remedies = {
  refused:
    'Assign the roles Storage Blob Data Contributor and Storage Blob Delegator on the storage account to the application, or check storage-account-key.',
  'not-found': 'Check storage-endpoint.',
  unavailable: 'Check storage-endpoint and the network.',
  'bad-request': 'Check storage-endpoint.'
}

/** Milliseconds until the SAS that are tested expire. */
const SAS_LIFETIME = 5 * 60_000

const BLOB = 'doctor.txt'

/**
 * Tests what a run does in the storage account with a container of its own: creates it, writes, creates SAS, reads and
 * writes with them, and removes it.
 */
export async function storageFindings(
  blobs: BlobAccount,
  signal: AbortSignal
): Promise<readonly Finding[]> {
  const name = `${NAME_PREFIX}doctor-${randomBytes(6).toString('hex')}`
  const container = blobs.container(name)
  const finding = await tryCheck(WHAT, REMEDIES, signal, (limit) => testContainer(container, limit))
  const removed = await tryCheck(WHAT, REMEDIES, signal, (limit) => container.remove(limit))
  // If the test failed, removing the container may fail for the same reason.
  return removed === undefined || finding.state === 'bad' ? [finding] : [finding, removed]
}

async function testContainer(container: RunContainer, signal: AbortSignal): Promise<Finding> {
  const sent = randomBytes(16).toString('hex')
  await container.create({ batch_ocr: 'doctor' }, signal)
  await container.putBytes(BLOB, Buffer.from(sent), signal)
  const stream = await container.get(BLOB, signal)
  const stored = stream === null ? '' : (await buffer(stream)).toString()
  if (stored !== sent) {
    return bad(
      WHAT,
      `A blob in ${container.url} does not have the content that was written.`,
      'Try again.'
    )
  }
  const expires = new Date(Date.now() + SAS_LIFETIME)
  const read = await responseTo(await container.readUrl(BLOB, expires, signal), {}, signal)
  const [address, query] = (await container.writeUrl(expires, signal)).split('?')
  const put = { method: 'PUT', headers: { 'x-ms-blob-type': 'BlockBlob' }, body: sent }
  const written = await responseTo(`${address}/node.txt?${query}`, put, signal)
  if (read.text !== sent || written.status !== 201) {
    return bad(
      WHAT,
      `The SAS of the nodes give no access to ${container.url} (reading: ${read.status}, writing: ${written.status}).`,
      'Nodes access the storage account from other networks: allow public network access, or set pool and node-identity. Also check the clock of this machine.'
    )
  }
  const host = new URL(container.url).host
  return good(WHAT, `${host}: a container can be created, written, read with a SAS, and removed.`)
}

/** Sends a request as a node does, with nothing but the SAS in the URL. */
async function responseTo(url: string, request: RequestInit, signal: AbortSignal) {
  try {
    const response = await fetch(url, { ...request, signal })
    return { status: response.status, text: await response.text() }
  } catch {
    signal.throwIfAborted()
    return { status: 'no answer', text: '' } as const
  }
}
