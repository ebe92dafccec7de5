import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from '@jest/globals'
import { azLogin } from '../../../../src/backends/azure-batch/identity/az-login.ts'
import {
  BATCH_SCOPE,
  STORAGE_SCOPE
} from '../../../../src/backends/azure-batch/identity/credentials.ts'
import { NODE } from '../../../support/command.ts'
import { TENANT } from '../../../support/entra.ts'
import { temporaryFolder } from '../../../support/images.ts'
import { noAbort } from '../calls.ts'

const folder = temporaryFolder('az')
const PROGRAM = fileURLToPath(new URL('./az-process.ts', import.meta.url))

/** Installs an `az` that records its arguments and runs a script. */
function install(script: string): void {
  const text = `#!/bin/sh\nprintf '%s\\n' "$@" > '${join(folder, 'arguments')}'\n${script}\n`
  writeFileSync(join(folder, 'az'), text, { mode: 0o755 })
}

/** Installs an `az` that is logged in. */
const installLoggedIn = (expiresOn: number): void =>
  install(
    `cat <<'END'\n${JSON.stringify({
      accessToken: 'token-of-az',
      expiresOn: new Date(expiresOn * 1000).toISOString(),
      expires_on: expiresOn,
      subscription: '55555555-5555-4555-8555-555555555555',
      tenant: TENANT,
      tokenType: 'Bearer'
    })}\nEND`
  )

const installFailing = (message: string): void =>
  install(`cat >&2 <<'END'\n${message}\nEND\nexit 1`)

const azArguments = (): string[] =>
  readFileSync(join(folder, 'arguments'), 'utf8').trim().split('\n')

const child = spawn(NODE, ['--disable-warning=ExperimentalWarning', PROGRAM], {
  stdio: ['pipe', 'pipe', 'inherit']
})
const outcomes = createInterface(child.stdout)[Symbol.asyncIterator]()
afterAll(() => void child.kill())

/** Requests a token in a process that finds this az. @returns the token or the error */
async function requestToken(scope: string, tenant?: string, path = `${folder}:/usr/bin:/bin`) {
  child.stdin.write(`${JSON.stringify({ path, scope, tenant })}\n`)
  const { value } = await outcomes.next()
  return JSON.parse(value ?? '{}') as Record<string, string>
}

describe('The Azure CLI returns tokens of its user', () => {
  test.each([
    ['the Batch service', BATCH_SCOPE, 'https://batch.core.windows.net/'],
    ['the storage account', STORAGE_SCOPE, 'https://storage.azure.com']
  ])('for %s', async (_, scope, resource) => {
    const end = Math.floor(Date.now() / 1000) + 3600
    installLoggedIn(end)
    expect(await requestToken(scope)).toEqual({
      token: 'token-of-az',
      expires: new Date(end * 1000).toISOString()
    })
    expect(azArguments()).toEqual([
      ...['account', 'get-access-token', '--output', 'json', '--resource', resource]
    ])
  })

  test('in the tenant of tenant-id', async () => {
    installLoggedIn(Math.floor(Date.now() / 1000) + 3600)
    await requestToken(BATCH_SCOPE, TENANT)
    expect(azArguments().slice(-2)).toEqual(['--tenant', TENANT])
  })
})

describe('The error says what to do if the Azure CLI returns no token', () => {
  test.each([
    ['because nobody is logged in', "ERROR: Please run 'az login' to setup account."],
    [
      'because a login with an identity token has expired',
      'ERROR: AADSTS700024: Client assertion is not within its valid time range.\nInteractive authentication is needed. Please run:\naz logout\naz login'
    ]
  ])('%s', async (_, message) => {
    installFailing(message)
    const problem = await requestToken(BATCH_SCOPE, TENANT)
    expect(problem).toMatchObject({ kind: 'refused' })
    expect(problem['message']).toMatch(
      /^The Azure CLI is not logged in, or its login has expired \(.*\)\. Run `az login --tenant 1{8}-\S+`, or set `tenant-id` and `client-id`/
    )
  })

  test('because a service requires multi-factor authentication', async () => {
    installFailing(
      'ERROR: AADSTS50076: You must use multi-factor authentication.\nTo re-authenticate, run:\naz login --scope https://storage.azure.com/.default'
    )
    const problem = await requestToken(STORAGE_SCOPE)
    expect(problem['code']).toBe('AADSTS50076')
    expect(problem['message']).toMatch(/az login --scope https:\/\/storage/)
  })

  test('for any other reason', async () => {
    installFailing('WARNING: az is old\nERROR: The disk is full')
    const problem = await requestToken(BATCH_SCOPE)
    expect(problem['message']).toMatch(
      /^The Azure CLI did not return a token: ERROR: The disk is full\. Run `az login` again/
    )
  })

  test('because it is not installed', async () => {
    const problem = await requestToken(BATCH_SCOPE, undefined, '/nowhere')
    expect(problem['message']).toMatch(
      /^The Azure CLI \(az\) is not installed.*`batch-account-key`/
    )
  })
})

test('An invalid tenant is not passed to a command line', async () => {
  const token = azLogin('; touch /tmp/x')(BATCH_SCOPE, noAbort)
  await expect(token).rejects.toMatchObject({ kind: 'refused' })
})
