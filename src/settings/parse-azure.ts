import { InputProblem, type Parser, quoted } from './parse.ts'

/** A text of one form, trimmed; `takes` completes "it takes …". */
const ofForm =
  (form: RegExp, takes: string): Parser<string> =>
  (given) => {
    const text = given.trim()
    if (form.test(text)) return text
    throw new InputProblem(`is ${quoted(given)}; it takes ${takes}.`)
  }

/** Hosts that are this machine: nobody listens on the way to them. */
export const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * The address of a service, without a slash at its end; a bare host, as az prints it, is one by https.
 *
 * @param path what may stand behind the host
 * @param example shown where the text is none
 */
export const endpoint =
  (path: RegExp, example: string): Parser<string> =>
  (given) => {
    const takes = `it takes an address such as ${example}`
    const text = given.trim()
    const address = text.includes('://') ? text : `https://${text}`
    const url = URL.canParse(address) ? new URL(address) : null
    // An address with a signature or a password in it is not repeated: the log is no place for it.
    if (url === null) throw new InputProblem(`is no address; ${takes}.`)
    if (url.username || url.password || url.search || url.hash || /[?#]/.test(text))
      throw new InputProblem(`has more than host and path; ${takes}, without what follows a ?.`)
    if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
      throw new InputProblem(
        `is ${quoted(text)}: over http whoever is on the way reads keys and tokens; write https.`
      )
    }
    const tail = url.pathname.replace(/\/+$/, '')
    if (!/^https?:$/.test(url.protocol) || !path.test(tail))
      throw new InputProblem(`is ${quoted(text)}; ${takes}.`)
    return url.origin + tail
  }

/** The address of a Batch account. */
export const batchEndpoint = endpoint(/^$/, 'https://NAME.REGION.batch.azure.com')

/** The address of a storage account's blobs; the account may stand in the path, as with Azurite. */
export const storageEndpoint = endpoint(/^(\/[^/]+)?$/, 'https://NAME.blob.core.windows.net')

/** The name of a Batch account. */
export const accountName = ofForm(
  /^[a-z0-9]{3,24}$/,
  "an account's name, 3 to 24 lower-case letters and digits"
)

const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** The id of an application, a GUID. */
export const clientId = ofForm(
  new RegExp(`^${GUID}$`, 'i'),
  'the application (client) id, such as 00000000-0000-0000-0000-000000000000'
)

/** The id of a tenant: a GUID, or one of its domains. */
export const tenantId = ofForm(
  new RegExp(`^(${GUID}|[a-z0-9-]+(\\.[a-z0-9-]+)+)$`, 'i'),
  'the directory (tenant) id, or a domain such as contoso.onmicrosoft.com'
)

/** An account's shared key. It is a secret, so what is wrong is told without it. */
export const accountKey: Parser<string> = (given) => {
  const key = given.trim()
  if (/^[A-Za-z0-9+/]{4,}={0,2}$/.test(key) && key.length % 4 === 0) return key
  throw new InputProblem(
    'is no key of an account; copy it whole from "Access keys", or from `az … keys list`.'
  )
}

/** The id of a pool. */
export const poolId = ofForm(
  /^[A-Za-z0-9_-]{1,64}$/,
  "a pool's id, 1 to 64 letters, digits, hyphens and underscores"
)

/** The resource id of a user-assigned identity. */
export const identityId = ofForm(
  /^\/subscriptions\/[^/\s]+\/resourceGroups\/[^/\s]+\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/[^/\s]+$/i,
  'the resource id of a user-assigned identity, /subscriptions/…/userAssignedIdentities/NAME'
)

/** The name of a size of virtual machines; which sizes there are, the service knows. */
export const vmSize = ofForm(
  /^[A-Za-z][A-Za-z0-9_-]{1,63}$/,
  'a size of virtual machines, such as Standard_D4s_v5'
)

/** An image of the marketplace. */
export interface VmImage {
  readonly publisher: string
  readonly offer: string
  readonly sku: string
}

/** `publisher:offer:sku`. */
export const vmImage: Parser<VmImage> = (given) => {
  const [, publisher, offer, sku] = /^([\w.-]+):([\w.-]+):([\w.-]+)$/.exec(given.trim()) ?? []
  if (publisher && offer && sku) return { publisher, offer, sku }
  throw new InputProblem(
    `is ${quoted(given)}; it takes publisher:offer:sku, such as canonical:ubuntu-24_04-lts:server.`
  )
}

/** A version of the service's interface. */
export const apiVersion = ofForm(
  /^\d{4}-\d{2}-\d{2}(\.\d+\.\d+)?$/,
  'a version such as 2025-06-01 or 2022-10-01.16.0'
)

const HOURS = { m: 1 / 60, h: 1, d: 24 } as const

/** An age in milliseconds: `90m`, `12h`, `2d`, or plain hours. */
export const age: Parser<number> = (given) => {
  const [, number, unit = 'h'] =
    /^(\d{1,6}(?:\.\d+)?)([mhd])?$/.exec(given.trim().toLowerCase()) ?? []
  if (number === undefined)
    throw new InputProblem(`is ${quoted(given)}; it takes an age such as 90m, 12h or 2d.`)
  return Math.round(Number(number) * HOURS[unit as keyof typeof HOURS] * 3_600_000)
}
