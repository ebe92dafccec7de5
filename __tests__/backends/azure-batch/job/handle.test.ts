import { describe, expect, test } from '@jest/globals'
import * as v from 'valibot'
import { foreignAddresses, handleSchema } from '../../../../src/backends/azure-batch/job/handle.ts'

const handle = (changes: object = {}) =>
  v.parse(handleSchema, {
    ...{ version: 1, runId: '4711-1', jobId: 'batch-ocr-a', container: 'batch-ocr-a' },
    batchEndpoint: 'https://scans.westeurope.batch.azure.com',
    batchAccount: null,
    storageEndpoint: 'https://scans.blob.core.windows.net',
    ...changes
  })

describe('a handle', () => {
  test.each([
    ['another version', { version: 2 }],
    ['the container of another user', { container: 'photos' }],
    ['the job of another user', { jobId: 'nightly-render' }],
    ['an http address', { batchEndpoint: 'http://scans.westeurope.batch.azure.com' }],
    ['a SAS in an address', { storageEndpoint: 'https://scans.blob.core.windows.net?sig=x' }]
  ])('with %s is rejected', (_, changes) => {
    expect(() => handle(changes)).toThrow()
  })

  test.each([
    [{}, []],
    [{ batchEndpoint: 'https://a.chinanorth2.batch.azure.cn' }, []],
    [{ storageEndpoint: 'https://a.z12.blob.storage.azure.net' }, []],
    [{ storageEndpoint: 'http://127.0.0.1:10000/devstoreaccount1' }, []],
    [{ batchEndpoint: 'https://batch.azure.com.evil.example' }, ['batchEndpoint']],
    [{ storageEndpoint: 'https://evil.example/blob.core.windows.net' }, ['storageEndpoint']],
    [{ storageEndpoint: 'https://evilblob.core.windows.net' }, ['storageEndpoint']]
  ])('with %j has these foreign addresses: %j', (changes, foreign) => {
    const found = handle(changes)
    expect(foreignAddresses(found)).toEqual(
      foreign.map((key) => found[key as 'batchEndpoint' | 'storageEndpoint'])
    )
  })
})
