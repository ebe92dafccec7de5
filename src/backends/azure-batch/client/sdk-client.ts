import { BatchServiceClient, BatchSharedKeyCredentials } from '@azure/batch'
import { LOOPBACK } from '../../../settings/parse-azure.ts'
import { BATCH_SCOPE, type Credential, type TokenSource } from '../identity/credentials.ts'
import { AzureProblem } from '../problem.ts'

/** The SDK's interface for signing requests. */
type Signer = ConstructorParameters<typeof BatchServiceClient>[0]

/**
 * The SDK's client with retries turned off: its retry policy waits two minutes, whatever the service asks for.
 *
 * @throws AzureProblem if a token would be sent over an unencrypted connection
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
      `Tokens are sent over https only, but \`batch-endpoint\` is ${endpoint}. Use its https address.`
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
    ? tokenSigner(credential.token)
    : new BatchSharedKeyCredentials(credential.account, credential.key)

/** The SDK accepts a token source as it is, but would request a token for the wrong audience. */
const tokenSigner = (tokens: TokenSource): Signer => ({
  signRequest: async (request) => {
    const { abortSignal } = request
    const signal = abortSignal instanceof AbortSignal ? abortSignal : new AbortController().signal
    const { token } = await tokens(BATCH_SCOPE, signal)
    request.headers.set('authorization', `Bearer ${token}`)
    return request
  }
})
