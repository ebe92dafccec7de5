import { ClientSecretCredential } from '@azure/identity'
import { expect, test } from '@jest/globals'
import { clientSecret } from '../../../../src/backends/azure-batch/identity/client-secret.ts'
import { BATCH_SCOPE } from '../../../../src/backends/azure-batch/identity/credentials.ts'
import { entraPolicy } from '../../../../src/backends/azure-batch/identity/entra-policy.ts'
import { CLIENT, SECRET, TENANT } from '../../../support/entra.ts'
import { fieldsOf } from '../../../support/json-web-token.ts'
import { failureOf, noAbort } from '../calls.ts'
import { identityServices } from './services.ts'

const services = identityServices()
const APPLICATION = { tenantId: TENANT, clientId: CLIENT }

test('An application with a secret gets a token without an identity token', async () => {
  const { token } = await clientSecret(APPLICATION, SECRET, services().env)(BATCH_SCOPE, noAbort)
  expect(fieldsOf(token)).toMatchObject({ aud: 'https://batch.core.windows.net/' })
  expect(services().github.asked).toEqual([])
})

test('The error for a wrong secret does not contain it', async () => {
  const requestToken = clientSecret(APPLICATION, 'not~the~secret', services().env)
  const problem = await failureOf(requestToken(BATCH_SCOPE, noAbort))
  expect(problem).toMatchObject({ kind: 'refused', code: 'AADSTS7000215' })
  expect(problem.message).toMatch(/AZURE_CLIENT_SECRET/)
  expect(problem.message).not.toContain('not~the~secret')
})

test('A request to Entra times out', async () => {
  services().entra.failures.push('silence')
  const { policy, refusal } = entraPolicy(noAbort, 300)
  const credential = new ClientSecretCredential(TENANT, CLIENT, SECRET, {
    authorityHost: services().entra.env.AZURE_AUTHORITY_HOST,
    disableInstanceDiscovery: true,
    additionalPolicies: [policy]
  })
  await failureOf(credential.getToken(BATCH_SCOPE))
  expect(refusal()).toMatchObject({ status: null, code: 'ETIMEDOUT' })
})
