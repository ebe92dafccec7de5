import { InputProblem, type Parser, unexpected } from './parse.ts'

/** A text that matches a regular expression, trimmed. `expected` completes "must be …". */
const matching =
  (form: RegExp, expected: string): Parser<string> =>
  (given) => {
    const text = given.trim()
    if (form.test(text)) return text
    throw unexpected(given, expected)
  }

/** Hosts of this machine, to which connections need no encryption. */
export const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * The URL of a service, without a trailing slash. A bare host, as the Azure CLI prints it, means https.
 *
 * @param path the paths that are allowed
 * @param example shown if the text is not a valid URL
 */
export const endpoint =
  (path: RegExp, example: string): Parser<string> =>
  (given) => {
    const expected = `a URL such as ${example}`
    const text = given.trim()
    const address = text.includes('://') ? text : `https://${text}`
    const url = URL.canParse(address) ? new URL(address) : null
    // A URL with a signature or password is not repeated in the message, which may end up in a log.
    if (url === null) throw new InputProblem(`must be ${expected}.`)
    if (url.username || url.password || url.search || url.hash || /[?#]/.test(text))
      throw new InputProblem(`must be ${expected}, without credentials, query or fragment.`)
    if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
      throw unexpected(text, 'an https URL, because keys and tokens are sent to it')
    const tail = url.pathname.replace(/\/+$/, '')
    if (!/^https?:$/.test(url.protocol) || !path.test(tail)) throw unexpected(text, expected)
    return url.origin + tail
  }

/** The endpoint of a Batch account. */
export const batchEndpoint = endpoint(/^$/, 'https://NAME.REGION.batch.azure.com')

/** The Blob endpoint of a storage account. The account name may be in the path, as with Azurite. */
export const storageEndpoint = endpoint(/^(\/[^/]+)?$/, 'https://NAME.blob.core.windows.net')

/** The name of a Batch account. */
export const accountName = matching(
  /^[a-z0-9]{3,24}$/,
  'an account name of 3 to 24 lowercase letters and digits'
)

const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** The client ID of an application, a GUID. */
export const clientId = matching(
  new RegExp(`^${GUID}$`, 'i'),
  'an application (client) ID, such as 00000000-0000-0000-0000-000000000000'
)

/** The ID of a tenant: a GUID, or one of its domains. */
export const tenantId = matching(
  new RegExp(`^(${GUID}|[a-z0-9-]+(\\.[a-z0-9-]+)+)$`, 'i'),
  'a directory (tenant) ID, or a domain such as contoso.onmicrosoft.com'
)

/** The shared key of an account: a secret, so it is not repeated in messages. */
export const accountKey: Parser<string> = (given) => {
  const key = given.trim()
  if (/^[A-Za-z0-9+/]{4,}={0,2}$/.test(key) && key.length % 4 === 0) return key
  throw new InputProblem(
    'is not an account key. Copy the whole key from "Access keys" in the Azure portal, or from `az … keys list`.'
  )
}

/** The ID of a pool. */
export const poolId = matching(
  /^[A-Za-z0-9_-]{1,64}$/,
  'a pool ID of 1 to 64 letters, digits, hyphens and underscores'
)

/** The resource ID of a user-assigned managed identity. */
export const identityId = matching(
  /^\/subscriptions\/[^/\s]+\/resourceGroups\/[^/\s]+\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/[^/\s]+$/i,
  'the resource ID of a user-assigned managed identity, /subscriptions/…/userAssignedIdentities/NAME'
)

/** The name of a VM size. The service decides whether the size exists. */
export const vmSize = matching(
  /^[A-Za-z][A-Za-z0-9_-]{1,63}$/,
  'a VM size, such as Standard_D4s_v5'
)

/** A VM image of the Azure Marketplace. */
export interface VmImage {
  readonly publisher: string
  readonly offer: string
  readonly sku: string
}

/** `publisher:offer:sku`. */
export const vmImage: Parser<VmImage> = (given) => {
  const [, publisher, offer, sku] = /^([\w.-]+):([\w.-]+):([\w.-]+)$/.exec(given.trim()) ?? []
  if (publisher && offer && sku) return { publisher, offer, sku }
  throw unexpected(given, 'publisher:offer:sku, such as canonical:ubuntu-24_04-lts:server')
}

/** A version of the Batch API. */
export const apiVersion = matching(
  /^\d{4}-\d{2}-\d{2}(\.\d+\.\d+)?$/,
  'an API version, such as 2025-06-01 or 2022-10-01.16.0'
)

const HOURS = { m: 1 / 60, h: 1, d: 24 } as const

/** An age in milliseconds: `90m`, `12h`, `2d`, or a number of hours. */
export const age: Parser<number> = (given) => {
  const [, number, unit = 'h'] =
    /^(\d{1,6}(?:\.\d+)?)([mhd])?$/.exec(given.trim().toLowerCase()) ?? []
  if (number === undefined) throw unexpected(given, 'an age such as 90m, 12h or 2d')
  return Math.round(Number(number) * HOURS[unit as keyof typeof HOURS] * 3_600_000)
}
