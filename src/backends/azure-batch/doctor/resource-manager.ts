import * as v from 'valibot'
import { count } from '../../../lib/text.ts'
import type { TokenSource } from '../identity/credentials.ts'

/** Azure Resource Manager, the only API with the quotas of an account. */
export const RESOURCE_MANAGER = 'https://management.azure.com'

const SCOPE = 'https://management.azure.com/.default'

/** Null for accounts whose pools are in the user's subscription. */
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

/** The quotas of a Batch account. */
export type Quotas = v.InferOutput<typeof batchAccounts>['value'][number]['properties']

/** Azure Resource Manager does not return the quotas; the message is a phrase that says why. */
export class QuotasUnavailable extends Error {}

/** One page of a list. */
interface Page<T> {
  readonly value: readonly T[]
  readonly nextLink?: string | undefined
}

/** Requests all pages of a list. */
type ListAll = <T>(path: string, schema: v.GenericSchema<unknown, Page<T>>) => Promise<T[]>

const lister =
  (resourceManager: string, token: string, signal: AbortSignal): ListAll =>
  async <T>(path: string, schema: v.GenericSchema<unknown, Page<T>>) => {
    const all: T[] = []
    for (let url: string | undefined = resourceManager + path; url !== undefined; ) {
      // The token must not be sent to another host.
      if (new URL(url).origin !== new URL(resourceManager).origin)
        throw new QuotasUnavailable('the next page is on another host')
      const page: v.SafeParseResult<typeof schema> = v.safeParse(
        schema,
        await getJson(url, token, signal)
      )
      if (!page.success) throw new QuotasUnavailable('its response is not as expected')
      all.push(...page.output.value)
      url = page.output.nextLink
    }
    return all
  }

async function getJson(url: string, token: string, signal: AbortSignal): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
  try {
    const response = await fetch(url, { headers, signal })
    if (response.ok) return await response.json()
    await response.text()
    throw new QuotasUnavailable(`it responded with ${response.status} to ${new URL(url).pathname}`)
  } catch (error) {
    signal.throwIfAborted()
    throw error instanceof QuotasUnavailable
      ? error
      : new QuotasUnavailable('it does not respond', { cause: error })
  }
}

/** Access to Azure Resource Manager. */
export interface ResourceManager {
  readonly url: string
  readonly tokens: TokenSource
}

/**
 * Finds the account with the given endpoint in all subscriptions that the login can access, and returns its quotas.
 *
 * @throws QuotasUnavailable; AzureProblem if there is no token; the signal's reason
 */
export async function quotasOf(
  endpoint: string,
  { url, tokens }: ResourceManager,
  signal: AbortSignal
): Promise<Quotas> {
  const { host } = new URL(endpoint)
  const { token } = await tokens(SCOPE, signal)
  const listAll = lister(url, token, signal)
  const visible = await listAll('/subscriptions?api-version=2022-12-01', subscriptions)
  for (const { subscriptionId } of visible) {
    const path = `/subscriptions/${encodeURIComponent(subscriptionId)}/providers/Microsoft.Batch/batchAccounts?api-version=2024-07-01`
    const accounts = await listAll(path, batchAccounts)
    const own = accounts.find(({ properties }) => hostOf(properties.accountEndpoint) === host)
    if (own) return own.properties
  }
  throw new QuotasUnavailable(
    `the account is in none of the ${count(visible.length, 'subscription')} that this login can access; assign the role Reader on the account to it`
  )
}

const hostOf = (endpoint: string): string =>
  endpoint
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .toLowerCase()
