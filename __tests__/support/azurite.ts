export { ACCOUNT, type Azurite, KEY, startAzurite } from '../../emulator/azurite.ts'

/** A bearer token that Azurite accepts on https: it checks the claims but not the signature. */
export function storageToken(seconds = 3600): { token: string; expires: Date } {
  const now = Math.floor(Date.now() / 1000)
  const tenant = '11111111-1111-4111-8111-111111111111'
  const fields = {
    ...{ aud: 'https://storage.azure.com', iss: `https://sts.windows.net/${tenant}/` },
    ...{ iat: now - 60, nbf: now - 60, exp: now + seconds, tid: tenant, oid: tenant }
  }
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return {
    token: `${part({ alg: 'RS256', typ: 'JWT' })}.${part(fields)}.${Buffer.from('none').toString('base64url')}`,
    expires: new Date((now + seconds) * 1000)
  }
}
