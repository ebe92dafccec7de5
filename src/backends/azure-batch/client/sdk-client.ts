import { BatchServiceClient, BatchSharedKeyCredentials } from '@azure/batch'
import { LOOPBACK } from '../../../settings/parse-azure.ts'
import { BATCH_SCOPE, type Credential, type TokenSource } from '../identity/credentials.ts'
import { AzureProblem } from '../problem.ts'

/** What signs a request of the client. */
type Signer = ConstructorParameters<typeof BatchServiceClient>[0]

/**
 * Microsoft's client, which tries nothing twice: its own policy waits two minutes, whatever the service asks for.
 *
 * @throws AzureProblem where a token would go over a connection that anybody can read
 */
export function sdkClient(
  endpoint: string,
  credential: Credential,
  apiVersion: string
): BatchServiceClient {
  const { protocol, hostname } = new URL(endpoint)
  if (credential.kind === 'token' && protocol !== 'https:' && !LOOPBACK.test(hostname)) {
    throw new AzureProblem(
      'bad-request',
      '',
      `A token is sent over https only, and batch-endpoint is ${endpoint}. Name its https address.`
    )
  }
  const client = new BatchServiceClient(signerOf(credential), endpoint.replace(/\/+$/, ''), {
    noRetryPolicy: true,
    clientRequestIdHeaderName: 'client-request-id'
  })
  client.apiVersion = apiVersion
  return client
}

const signerOf = (credential: Credential): Signer =>
  credential.kind === 'token'
    ? bearer(credential.token)
    : new BatchSharedKeyCredentials(credential.account, credential.key)

/** Signs by a token. The client would take our source as it is, and ask it for a token of another service. */
const bearer = (tokens: TokenSource): Signer => ({
  signRequest: async (request) => {
    const { abortSignal } = request
    const signal = abortSignal instanceof AbortSignal ? abortSignal : new AbortController().signal
    const { token } = await tokens(BATCH_SCOPE, signal)
    request.headers.set('authorization', `Bearer ${token}`)
    return request
  }
})
