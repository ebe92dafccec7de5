import type { BatchServiceClient } from '@azure/batch'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { begin, clientOf, poolOf, QUICKLY } from './sdk.ts'
import { startAsUser, type UsersEmulator } from './support.ts'

/** The emulator's errors as seen by the Azure SDK. */

let emulator: UsersEmulator
let client: BatchServiceClient

beforeAll(async () => {
  emulator = await startAsUser(...QUICKLY)
  client = clientOf(emulator)
})

afterAll(() => emulator.stop())

describe('an error', () => {
  test.each<[string, number, () => Promise<unknown>]>([
    ['PoolNotFound', 404, () => client.pool.get('nowhere')],
    ['JobNotFound', 404, () => client.job.get('nowhere')],
    ['TaskNotFound', 404, () => client.task.get('errors', 'nowhere')],
    ['NodeNotFound', 404, () => client.computeNode.get('errors', 'tvm-nowhere')],
    ['PoolExists', 409, () => client.pool.add(poolOf('errors', 0))],
    ['JobExists', 409, () => client.job.add({ id: 'errors', poolInfo: { poolId: 'errors' } })],
    [
      'InvalidPropertyValue',
      400,
      () => client.pool.add({ ...poolOf('p', 0), taskSlotsPerNode: 0 })
    ],
    [
      'InvalidQueryParameterValue',
      400,
      () => client.task.list('errors', { taskListOptions: { filter: 'colour eq 3' } })
    ]
  ])('has the code %s and the status %i', async (code, statusCode, act) => {
    if (!(await client.pool.exists('errors')).body) await begin(client, 'errors', 0)
    await expect(act()).rejects.toMatchObject({
      ...{ code, statusCode },
      body: {
        code,
        message: { lang: 'en-US', value: expect.stringMatching(/\nRequestId:.+\nTime:/) }
      }
    })
  })
})

describe('a bearer token', () => {
  const withToken = (aud: string) => {
    const claims = { aud, exp: Math.floor(Date.now() / 1000) + 3600 }
    const [head, body] = [{ alg: 'RS256', typ: 'JWT' }, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url')
    )
    const signRequest: Parameters<typeof clientOf>[1] = {
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${head}.${body}.signature`)
        return request
      }
    }
    return clientOf(emulator, signRequest)
  }

  test('for Batch is accepted', async () => {
    const trusted = withToken('https://batch.core.windows.net/')
    await expect(trusted.pool.list()).resolves.toEqual(expect.any(Array))
  })

  test.each(['https://management.azure.com/', 'https://batch.core.windows.net'])(
    'for %s is rejected with the reason',
    async (audience) => {
      await expect(withToken(audience).pool.list()).rejects.toMatchObject({
        statusCode: 401,
        code: 'AuthenticationFailed',
        body: {
          values: expect.arrayContaining([
            {
              key: 'AuthenticationErrorDetail',
              value: `The access token has been obtained from wrong audience or resource '${audience}'. It should exactly match (including forward slash) with one of the allowed audiences 'https://batch.core.windows.net/'`
            }
          ])
        }
      })
    }
  )
})
