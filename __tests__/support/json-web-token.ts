/** A JSON Web Token that nobody has signed: our stand-ins look at the fields only. */
export function jsonWebToken(fields: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signature = Buffer.from('unsigned').toString('base64url')
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(fields)}.${signature}`
}

/** The fields of a token; empty where it is none. */
export function fieldsOf(token: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  } catch {
    return {}
  }
}
