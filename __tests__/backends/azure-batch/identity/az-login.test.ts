import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { azLogin } from '../../../../src/backends/azure-batch/identity/az-login.ts'
import {
  BATCH_SCOPE,
  STORAGE_SCOPE
} from '../../../../src/backends/azure-batch/identity/credentials.ts'
import { NODE } from '../../../support/command.ts'
import { TENANT } from '../../../support/entra.ts'
import { temporaryFolder } from '../../../support/images.ts'

const folder = temporaryFolder('az')
const PROGRAM = fileURLToPath(new URL('./ask-az.ts', import.meta.url))

/** Puts an `az` on the path that notes its words and does what the script says. */
function install(script: string): void {
  const text = `#!/bin/sh\nprintf '%s\\n' "$@" > '${join(folder, 'words')}'\n${script}\n`
  writeFileSync(join(folder, 'az'), text, { mode: 0o755 })
}

/** What az prints where somebody is logged in. */
const loggedIn = (expiresOn: number): void =>
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

const fails = (said: string): void => install(`cat >&2 <<'END'\n${said}\nEND\nexit 1`)

const words = (): string[] => readFileSync(join(folder, 'words'), 'utf8').trim().split('\n')

/** What a process with that az gets. */
async function ask(scope: string, tenant?: string, path = `${folder}:/usr/bin:/bin`) {
  const args = [
    '--disable-warning=ExperimentalWarning',
    PROGRAM,
    scope,
    ...(tenant ? [tenant] : [])
  ]
  const { stdout } = await promisify(execFile)(NODE, args, { env: { PATH: path } })
  return JSON.parse(stdout) as Record<string, string>
}

describe('at a desk, az gives the tokens of whoever is logged in there', () => {
  test.each([
    ['the Batch service', BATCH_SCOPE, 'https://batch.core.windows.net/'],
    ['the storage account', STORAGE_SCOPE, 'https://storage.azure.com']
  ])('for %s', async (_, scope, resource) => {
    const end = Math.floor(Date.now() / 1000) + 3600
    loggedIn(end)
    expect(await ask(scope)).toEqual({
      token: 'token-of-az',
      expires: new Date(end * 1000).toISOString()
    })
    expect(words()).toEqual([
      ...['account', 'get-access-token', '--output', 'json', '--resource', resource]
    ])
  })

  test('in the tenant that is named', async () => {
    loggedIn(Math.floor(Date.now() / 1000) + 3600)
    await ask(BATCH_SCOPE, TENANT)
    expect(words().slice(-2)).toEqual(['--tenant', TENANT])
  })
})

describe('where az gives none, it is told what to do', () => {
  test.each([
    ['nobody is logged in', "ERROR: Please run 'az login' to setup account."],
    [
      'the login came from an identity token that has ended',
      'ERROR: AADSTS700024: Client assertion is not within its valid time range.\nInteractive authentication is needed. Please run:\naz logout\naz login'
    ]
  ])('%s', async (_, said) => {
    fails(said)
    const problem = await ask(BATCH_SCOPE, TENANT)
    expect(problem).toMatchObject({ kind: 'refused' })
    expect(problem['message']).toMatch(
      /^az is not logged in to Azure here, or its login has ended \(.*\)\. Run `az login --tenant 1{8}-\S+`, or name tenant-id and client-id/
    )
  })

  test('a service wants a surer login', async () => {
    fails(
      'ERROR: AADSTS50076: You must use multi-factor authentication.\nTo re-authenticate, run:\naz login --scope https://storage.azure.com/.default'
    )
    const problem = await ask(STORAGE_SCOPE)
    expect(problem['code']).toBe('AADSTS50076')
    expect(problem['message']).toMatch(/az login --scope https:\/\/storage/)
  })

  test('something else', async () => {
    fails('WARNING: az is old\nERROR: The disk is full')
    const problem = await ask(BATCH_SCOPE)
    expect(problem['message']).toMatch(
      /^az gave no token: ERROR: The disk is full\. Run `az login` again/
    )
  })

  test('there is no az', async () => {
    const problem = await ask(BATCH_SCOPE, undefined, '/nowhere')
    expect(problem['message']).toMatch(/^There is no az here.*batch-account-key/)
  })
})

test('a tenant that is none is not put on a command line', async () => {
  const asked = azLogin('; touch /tmp/x')(BATCH_SCOPE, new AbortController().signal)
  await expect(asked).rejects.toMatchObject({ kind: 'refused' })
})
