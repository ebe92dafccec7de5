import { describe, expect, test } from '@jest/globals'
import * as v from 'valibot'
import { foreignAddresses, handleSchema } from '../../../../src/backends/azure-batch/job/handle.ts'

const handle = (told: object = {}) =>
  v.parse(handleSchema, {
    ...{ version: 1, runId: '4711-1', jobId: 'batch-ocr-a', container: 'batch-ocr-a' },
    batchEndpoint: 'https://scans.westeurope.batch.azure.com',
    batchAccount: null,
    storageEndpoint: 'https://scans.blob.core.windows.net',
    ...told
  })

describe('a handle', () => {
  test.each([
    ['another version', { version: 2 }],
    ['a container of somebody else', { container: 'photos' }],
    ['a job of somebody else', { jobId: 'nightly-render' }],
    ['an address by http', { batchEndpoint: 'http://scans.westeurope.batch.azure.com' }],
    ['rights in an address', { storageEndpoint: 'https://scans.blob.core.windows.net?sig=x' }]
  ])('with %s is none', (_, told) => {
    expect(() => handle(told)).toThrow()
  })

  test.each([
    [{}, []],
    [{ batchEndpoint: 'https://a.chinanorth2.batch.azure.cn' }, []],
    [{ storageEndpoint: 'https://a.z12.blob.storage.azure.net' }, []],
    [{ storageEndpoint: 'http://127.0.0.1:10000/devstoreaccount1' }, []],
    [{ batchEndpoint: 'https://batch.azure.com.evil.example' }, ['batchEndpoint']],
    [{ storageEndpoint: 'https://evil.example/blob.core.windows.net' }, ['storageEndpoint']],
    [{ storageEndpoint: 'https://evilblob.core.windows.net' }, ['storageEndpoint']]
  ])('that says %j names these addresses that are not Azure’s: %j', (told, foreign) => {
    const found = handle(told)
    expect(foreignAddresses(found)).toEqual(
      foreign.map((key) => found[key as 'batchEndpoint' | 'storageEndpoint'])
    )
  })
})
