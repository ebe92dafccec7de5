import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'

/** Files of a certificate for this machine's loopback, signed by itself. */
export interface Certificate {
  readonly cert: string
  readonly key: string
}

/** Makes a certificate in a folder. */
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

/** From now on this process trusts the certificate, as it trusts all that it trusts by default. */
export function trust({ cert }: Certificate): void {
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(cert, 'utf8')])
}
