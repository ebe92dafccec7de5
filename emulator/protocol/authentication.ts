import type { IncomingMessage } from 'node:http'
import type { EmulatorSettings } from '../settings.ts'
import { checkToken } from './bearer.ts'
import { notAuthenticated } from './errors.ts'
import { checkSignature } from './shared-key.ts'
import type { Target } from './target.ts'

/**
 * Authenticates a request. There is one account, and every authenticated client may do everything.
 *
 * @throws BatchError 401 or 403, as the service does
 */
export function authenticate(
  message: IncomingMessage,
  target: Target,
  settings: EmulatorSettings
): 'SharedKey' | 'Bearer' {
  const [, scheme = '', credentials = ''] =
    /^(\S+)\s+(\S.*)$/.exec(message.headers.authorization ?? '') ?? []
  if (scheme === 'SharedKey') {
    checkSignature(credentials, message, target, settings)
    return 'SharedKey'
  }
  if (scheme.toLowerCase() === 'bearer') {
    checkToken(credentials)
    return 'Bearer'
  }
  throw notAuthenticated(
    401,
    message.headers.authorization === undefined
      ? 'The Authorization header is missing.'
      : 'The Authorization header is neither of the scheme SharedKey nor of the scheme Bearer.'
  )
}
