import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'

/** The files of a self-signed certificate for 127.0.0.1. */
export interface Certificate {
  readonly cert: string
  readonly key: string
}

/** Creates a certificate in a folder. */
export function loopbackCertificate(folder: string): Certificate {
  const [cert, key] = [join(folder, 'loopback.pem'), join(folder, 'loopback.key')]
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...['-days', '2', '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'],
      ...['-keyout', key, '-out', cert]
    ],
    { stdio: 'pipe' }
  )
  return { cert, key }
}

/** Adds a certificate to those that this process trusts. */
export function trust({ cert }: Certificate): void {
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(cert, 'utf8')])
}
