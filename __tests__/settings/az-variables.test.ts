import { describe, expect, test } from '@jest/globals'
import { withAzVariables } from '../../src/settings/az-variables.ts'

const env = {
  AZURE_BATCH_ACCOUNT: 'scans',
  AZURE_BATCH_ENDPOINT: 'scans.westeurope.batch.azure.com',
  AZURE_BATCH_ACCESS_KEY: 'a2V5',
  AZURE_STORAGE_ACCOUNT: 'scansblobs',
  AZURE_STORAGE_KEY: 'bG9jaw=='
}

describe('The variables of the Azure CLI', () => {
  test('fill in accounts and keys that the inputs do not set', () => {
    expect(withAzVariables({ backend: ' Azure-Batch ', pool: 'warm' }, env)).toEqual({
      backend: ' Azure-Batch ',
      pool: 'warm',
      batchAccount: 'scans',
      batchEndpoint: 'scans.westeurope.batch.azure.com',
      batchAccountKey: 'a2V5',
      storageEndpoint: 'https://scansblobs.blob.core.windows.net',
      storageAccountKey: 'bG9jaw=='
    })
  })

  test('do not replace inputs, and blank variables are ignored', () => {
    const texts = {
      backend: 'azure-batch',
      storageEndpoint: 'https://other.blob.core.windows.net',
      batchAccount: ' '
    }
    expect(withAzVariables(texts, { ...env, AZURE_BATCH_ACCESS_KEY: ' ' })).toEqual({
      ...texts,
      batchAccount: 'scans',
      batchEndpoint: 'scans.westeurope.batch.azure.com',
      storageAccountKey: 'bG9jaw=='
    })
  })

  test.each([undefined, '', 'local'])('do not affect a run on this machine (%j)', (backend) => {
    const texts = backend === undefined ? {} : { backend }
    expect(withAzVariables(texts, env)).toBe(texts)
  })
})
