import type { BatchError } from './batch-error.ts'
import { notAuthenticated } from './errors.ts'

/** The only audience that the service accepts; the match is exact. */
const AUDIENCE = 'https://batch.core.windows.net/'

/**
 * Checks the audience and the expiry of a bearer token, which are what clients get wrong. The signature is not
 * verified, because there is no directory to verify it against.
 *
 * @throws BatchError 401 if the service would reject the token
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

/** The error for an expired token. */
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
