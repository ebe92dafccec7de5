import { ClientSecretCredential } from '@azure/identity'
import { expect, test } from '@jest/globals'
import { clientSecret } from '../../../../src/backends/azure-batch/identity/client-secret.ts'
import { BATCH_SCOPE } from '../../../../src/backends/azure-batch/identity/credentials.ts'
import { lineToEntra } from '../../../../src/backends/azure-batch/identity/entra-line.ts'
import { CLIENT, SECRET, TENANT } from '../../../support/entra.ts'
import { fieldsOf } from '../../../support/json-web-token.ts'
import { failureOf, onward, parties } from './parties.ts'

const here = parties()
const OURS = { tenantId: TENANT, clientId: CLIENT }

test('an application with a secret gets a token, and GitHub is asked nothing', async () => {
  const { token } = await clientSecret(OURS, SECRET, here().env)(BATCH_SCOPE, onward)
  expect(fieldsOf(token)).toMatchObject({ aud: 'https://batch.core.windows.net/' })
  expect(here().github.asked).toEqual([])
})

test('a wrong secret is refused in a sentence that does not tell it', async () => {
  const ask = clientSecret(OURS, 'not~the~secret', here().env)
  const problem = await failureOf(ask(BATCH_SCOPE, onward))
  expect(problem).toMatchObject({ kind: 'refused', code: 'AADSTS7000215' })
  expect(problem.message).toMatch(/AZURE_CLIENT_SECRET/)
  expect(problem.message).not.toContain('not~the~secret')
})

test('an Entra that does not answer is not waited for without end', async () => {
  here().entra.failures.push('silence')
  const line = lineToEntra(onward, 300)
  const credential = new ClientSecretCredential(TENANT, CLIENT, SECRET, {
    authorityHost: here().entra.env.AZURE_AUTHORITY_HOST,
    disableInstanceDiscovery: true,
    additionalPolicies: [line.policy]
  })
  await failureOf(credential.getToken(BATCH_SCOPE))
  expect(line.refusal()).toMatchObject({ status: null, code: 'ETIMEDOUT' })
})
