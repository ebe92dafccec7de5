import * as v from 'valibot'
import { count } from '../../../lib/text.ts'
import type { TokenSource } from '../identity/credentials.ts'

/** Azure's resource manager, which alone tells what an account may have. */
export const RESOURCE_MANAGER = 'https://management.azure.com'

const SCOPE = 'https://management.azure.com/.default'

/** A number of an account that pools of a user's own subscription have not. */
const quota = v.nullish(v.number(), null)

const subscriptions = v.object({
  value: v.array(v.object({ subscriptionId: v.string() })),
  nextLink: v.optional(v.string())
})

const batchAccounts = v.object({
  value: v.array(
    v.object({
      name: v.string(),
      properties: v.object({
        accountEndpoint: v.optional(v.string(), ''),
        poolAllocationMode: v.optional(v.string(), 'BatchService'),
        dedicatedCoreQuota: quota,
        lowPriorityCoreQuota: quota,
        poolQuota: quota,
        activeJobAndJobScheduleQuota: quota,
        dedicatedCoreQuotaPerVMFamilyEnforced: v.optional(v.boolean(), false),
        dedicatedCoreQuotaPerVMFamily: v.nullish(
          v.array(v.object({ name: v.string(), coreQuota: v.number() })),
          []
        )
      })
    })
  ),
  nextLink: v.optional(v.string())
})

/** What a Batch account may have, as the resource manager tells it. */
export type Quotas = v.InferOutput<typeof batchAccounts>['value'][number]['properties']

/** The resource manager does not tell; the message says why. */
export class NotTold extends Error {}

/** One page of a list. */
interface Page<T> {
  readonly value: readonly T[]
  readonly nextLink?: string | undefined
}

/** Asks for all pages of a list. */
type Ask = <T>(path: string, schema: v.GenericSchema<unknown, Page<T>>) => Promise<T[]>

const asker =
  (resourceManager: string, token: string, signal: AbortSignal): Ask =>
  async <T>(path: string, schema: v.GenericSchema<unknown, Page<T>>) => {
    const all: T[] = []
    for (let url: string | undefined = resourceManager + path; url !== undefined; ) {
      // A token goes to nobody else, whatever a page says.
      if (new URL(url).origin !== new URL(resourceManager).origin)
        throw new NotTold('a strange page')
      const page: v.SafeParseResult<typeof schema> = v.safeParse(
        schema,
        await got(url, token, signal)
      )
      if (!page.success) throw new NotTold('its answer is not as expected')
      all.push(...page.output.value)
      url = page.output.nextLink
    }
    return all
  }

async function got(url: string, token: string, signal: AbortSignal): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
  try {
    const response = await fetch(url, { headers, signal })
    if (response.ok) return await response.json()
    await response.text()
    throw new NotTold(`it answered ${response.status} to ${new URL(url).pathname}`)
  } catch (error) {
    signal.throwIfAborted()
    throw error instanceof NotTold ? error : new NotTold('it does not answer', { cause: error })
  }
}

/** Whom to ask, and by which tokens. */
export interface ResourceManager {
  readonly url: string
  readonly tokens: TokenSource
}

/**
 * What the account at an endpoint may have, found among all that the login may see.
 *
 * @throws NotTold; AzureProblem where there is no token; the signal's reason
 */
export async function quotasOf(
  endpoint: string,
  { url, tokens }: ResourceManager,
  signal: AbortSignal
): Promise<Quotas> {
  const { host } = new URL(endpoint)
  const { token } = await tokens(SCOPE, signal)
  const ask = asker(url, token, signal)
  const seen = await ask('/subscriptions?api-version=2022-12-01', subscriptions)
  for (const { subscriptionId } of seen) {
    const path = `/subscriptions/${encodeURIComponent(subscriptionId)}/providers/Microsoft.Batch/batchAccounts?api-version=2024-07-01`
    const accounts = await ask(path, batchAccounts)
    const own = accounts.find(({ properties }) => hostOf(properties.accountEndpoint) === host)
    if (own) return own.properties
  }
  throw new NotTold(
    `this login sees ${count(seen.length, 'subscription')}, and the account in none of them; give it the role Reader on the account`
  )
}

const hostOf = (endpoint: string): string =>
  endpoint
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .toLowerCase()
