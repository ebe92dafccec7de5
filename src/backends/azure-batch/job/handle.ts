import { text } from 'node:stream/consumers'
import * as v from 'valibot'
import type { Parser } from '../../../settings/parse.ts'
import { batchEndpoint, LOOPBACK, storageEndpoint } from '../../../settings/parse-azure.ts'
import { SettingsError } from '../../../settings/settings.ts'
import type { AzureAccount } from '../account.ts'
import { BLOBS, NAME_PREFIX } from '../names.ts'
import { AzureProblem } from '../problem.ts'
import { type Manifest, manifestSchema } from './manifest.ts'

/** `cancel` removes the job and the container that a handle names, so it must be one of ours. */
const name = v.pipe(
  v.string(),
  v.startsWith(NAME_PREFIX, `it does not name a run; their names start with ${NAME_PREFIX}`)
)

/** Keys and tokens are sent to the addresses in a handle, so they are checked like the inputs. */
const address = (parse: Parser<string>) =>
  v.pipe(
    v.string(),
    v.check((text) => {
      try {
        return parse(text) === text
      } catch {
        return false
      }
    }, 'an address in it is not the https address of an account')
  )

/** The location of a run, as written by `submit`. It contains no secrets and grants no access. */
export const handleSchema = v.object({
  version: v.literal(1),
  runId: v.string(),
  jobId: name,
  container: name,
  batchEndpoint: address(batchEndpoint),
  batchAccount: v.nullable(v.string()),
  storageEndpoint: address(storageEndpoint)
})

/** The domains of Batch and storage accounts in the clouds of Azure. */
const AZURE =
  /\.(batch\.azure\.(com|cn)|batch\.usgovcloudapi\.net|blob\.core\.(windows\.net|chinacloudapi\.cn|usgovcloudapi\.net)|blob\.storage\.azure\.net)$/

/**
 * The addresses in a handle that belong neither to Azure nor to this machine. Keys and tokens would be sent there, and a
 * handle may come from anyone.
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

/** The location of a run. */
export type Handle = v.InferOutput<typeof handleSchema>

/**
 * Downloads the manifest of a run.
 *
 * @throws AzureProblem if the run is gone, or was submitted by an incompatible version
 */
export async function manifestAt(
  account: AzureAccount,
  handle: Handle,
  signal: AbortSignal
): Promise<Manifest> {
  const blob = await account.blobs.container(handle.container).get(BLOBS.manifest, signal)
  const found = blob === null ? null : v.safeParse(manifestSchema, JSON.parse(await text(blob)))
  if (found?.success) return found.output
  const reason =
    found === null
      ? 'has no manifest, because its submission was interrupted'
      : 'was submitted by another version of Batch OCR'
  throw new AzureProblem(
    'not-found',
    '',
    `The run ${handle.runId} in the container ${handle.container} ${reason}. Submit it again.`
  )
}
