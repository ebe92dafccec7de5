import { text } from 'node:stream/consumers'
import * as v from 'valibot'
import type { Parser } from '../../../settings/parse.ts'
import { batchEndpoint, LOOPBACK, storageEndpoint } from '../../../settings/parse-azure.ts'
import { SettingsError } from '../../../settings/settings.ts'
import type { AzureAccount } from '../account.ts'
import { BLOBS, OURS } from '../names.ts'
import { AzureProblem } from '../problem.ts'
import { type Manifest, manifestSchema } from './manifest.ts'

/** Who removes a run removes what its handle names: that is to be ours. */
const name = v.pipe(v.string(), v.startsWith(OURS, `it names no run: those begin with ${OURS}`))

/** Keys and tokens go to the addresses of a handle, so these are held to what the inputs are held to. */
const address = (parse: Parser<string>) =>
  v.pipe(
    v.string(),
    v.check((text) => {
      try {
        return parse(text) === text
      } catch {
        return false
      }
    }, 'an address in it is no https address of an account')
  )

/** What `submit` leaves: where a run is. Nothing in it is secret, and with it alone nobody can do anything. */
export const handleSchema = v.object({
  version: v.literal(1),
  runId: v.string(),
  jobId: name,
  container: name,
  batchEndpoint: address(batchEndpoint),
  batchAccount: v.nullable(v.string()),
  storageEndpoint: address(storageEndpoint)
})

/** The domains of Batch accounts and of blobs, in Azure's three clouds. */
const AZURE =
  /\.(batch\.azure\.(com|cn)|batch\.usgovcloudapi\.net|blob\.core\.(windows\.net|chinacloudapi\.cn|usgovcloudapi\.net)|blob\.storage\.azure\.net)$/

/**
 * The addresses of a handle that are neither Azure's nor this machine's. Keys and tokens would go there, and a handle may
 * come from anybody.
 */
export const foreignAddresses = ({ batchEndpoint, storageEndpoint }: Handle): string[] =>
  [batchEndpoint, storageEndpoint].filter((address) => {
    const { hostname } = new URL(address)
    return !AZURE.test(hostname) && !LOOPBACK.test(hostname)
  })

/**
 * Reads a handle.
 *
 * @throws SettingsError if it is not one
 */
export function readHandle(handle: string): Handle {
  try {
    return v.parse(handleSchema, JSON.parse(handle))
  } catch (error) {
    throw new SettingsError([
      `The handle cannot be read (${(error as Error).message}). Name the file that \`submit\` wrote, or pass its JSON.`
    ])
  }
}

/** Where a run is. */
export type Handle = v.InferOutput<typeof handleSchema>

/**
 * What a run is, by its handle.
 *
 * @throws AzureProblem where it is gone, or is none that this version knows
 */
export async function manifestAt(
  account: AzureAccount,
  handle: Handle,
  signal: AbortSignal
): Promise<Manifest> {
  const blob = await account.blobs.container(handle.container).get(BLOBS.manifest, signal)
  const found = blob === null ? null : v.safeParse(manifestSchema, JSON.parse(await text(blob)))
  if (found?.success) return found.output
  const why =
    found === null
      ? 'has no manifest: its submission was broken off'
      : 'is of another version of batch-ocr'
  throw new AzureProblem(
    'not-found',
    '',
    `The run ${handle.runId} in the container ${handle.container} ${why}. Submit it again.`
  )
}
