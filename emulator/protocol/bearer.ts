import type { BatchError } from './batch-error.ts'
import { notAuthenticated } from './errors.ts'

/** The only audience that the service takes, to the letter. */
const AUDIENCE = 'https://batch.core.windows.net/'

/**
 * Checks a bearer token for what clients get wrong: its audience and its age. Its signature is not verified, as no
 * directory stands behind this service.
 *
 * @throws BatchError 401 where the service would not take it
 */
export function checkToken(token: string): void {
  const claims = claimsOf(token)
  if (claims === null) throw notAuthenticated(401, 'The access token is not a JSON Web Token.')
  const { aud, exp } = claims
  if (aud !== AUDIENCE) {
    throw notAuthenticated(
      401,
      `The access token has been obtained from wrong audience or resource '${aud}'. It should exactly match (including forward slash) with one of the allowed audiences '${AUDIENCE}'`
    )
  }
  if (typeof exp !== 'number' || exp * 1000 <= Date.now()) throw tokenExpired(exp)
}

/** The refusal of a token that is past its time. */
export function tokenExpired(exp: unknown): BatchError {
  const end = typeof exp === 'number' ? new Date(exp * 1000) : new Date(Number.NaN)
  const written = Number.isNaN(end.getTime()) ? String(exp) : end.toISOString()
  return notAuthenticated(
    401,
    `The access token expiry UTC time '${written}' is earlier than current UTC time '${new Date().toISOString()}'.`
  )
}

function claimsOf(token: string): Record<string, unknown> | null {
  const parts = token.split('.')
  if (parts.length !== 3) return null
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString())
    return typeof claims === 'object' ? (claims as Record<string, unknown> | null) : null
  } catch {
    return null
  }
}
