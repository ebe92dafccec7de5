import { describe, expect, test } from '@jest/globals'
import { until } from '../../__tests__/support/poll.ts'
import { BASE_URL, openAccount, POOL, untilNodes, untilSteady } from './test-account.ts'

const rejected = (status: number, code: string) => expect.objectContaining({ status, code })

/** The reason in the details of an error. */
const because = (value: string | RegExp) =>
  expect.objectContaining({
    details: expect.arrayContaining([{ key: 'Reason', value: expect.stringMatching(value) }])
  })

describe('a pool', () => {
  test('is created with a location, and is shown with all defaults', async () => {
    await using account = await openAccount()
    const { status, headers } = await account.ask('pool.add', POOL)
    expect({ status, headers }).toEqual({
      status: 201,
      headers: {
        location: `${BASE_URL}/pools/p`,
        dataserviceid: `${BASE_URL}/pools/p`,
        etag: expect.stringMatching(/^0x[0-9A-F]+$/),
        'last-modified': expect.any(String)
      }
    })
    await untilSteady(account)
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/)
    expect(await account.pool()).toEqual({
      'odata.metadata': `${BASE_URL}/$metadata#pools/@Element`,
      id: 'p',
      url: `${BASE_URL}/pools/p`,
      eTag: headers?.['etag'],
      lastModified: time,
      creationTime: time,
      state: 'active',
      stateTransitionTime: time,
      allocationState: 'steady',
      allocationStateTransitionTime: time,
      vmSize: 'standard_d4s_v5',
      resizeTimeout: 'PT15M',
      currentDedicatedNodes: 0,
      targetDedicatedNodes: 0,
      currentLowPriorityNodes: 0,
      targetLowPriorityNodes: 0,
      enableAutoScale: false,
      enableInterNodeCommunication: false,
      taskSlotsPerNode: 1,
      taskSchedulingPolicy: { nodeFillType: 'Spread' },
      virtualMachineConfiguration: {
        imageReference: {
          ...POOL.virtualMachineConfiguration.imageReference,
          version: 'latest'
        },
        nodeAgentSKUId: 'batch.node.ubuntu 24.04'
      }
    })
  })

  test('has the managed identities that it was created with', async () => {
    await using account = await openAccount()
    const identity = { type: 'UserAssigned', userAssignedIdentities: [{ resourceId: '/x/id' }] }
    await account.ask('pool.add', { ...POOL, identity })
    expect(await account.pool()).toMatchObject({ identity })
  })

  test('does not show secrets', async () => {
    await using account = await openAccount()
    await account.ask('pool.add', {
      ...POOL,
      userAccounts: [
        { name: 'u', password: 'hush', linuxUserConfiguration: { uid: 7, sshPrivateKey: 'hush' } }
      ],
      mountConfiguration: [
        {
          azureBlobFileSystemConfiguration: {
            accountName: 'a',
            containerName: 'c',
            accountKey: 'hush',
            relativeMountPath: 'm'
          }
        }
      ]
    })
    const pool = await account.pool()
    expect(JSON.stringify(pool)).not.toContain('hush')
    expect(pool['userAccounts']).toEqual([
      { name: 'u', elevationLevel: 'nonadmin', linuxUserConfiguration: { uid: 7 } }
    ])
  })

  test.each([
    ['no size', { vmSize: undefined }, 400, 'MissingRequiredProperty'],
    ['an unknown VM size', { vmSize: 'huge' }, 400, 'InvalidPropertyValue'],
    ['an id with a space', { id: 'my pool' }, 400, 'InvalidPropertyValue'],
    ['an unknown field', { colour: 'red' }, 400, 'InvalidRequestBody'],
    ['a string for a number', { targetDedicatedNodes: '2' }, 400, 'InvalidRequestBody'],
    ['a negative number of nodes', { targetDedicatedNodes: -1 }, 400, 'InvalidPropertyValue'],
    ['a resize timeout under 5 minutes', { resizeTimeout: 'PT1M' }, 400, 'InvalidPropertyValue'],
    ['more than 4 slots per core', { taskSlotsPerNode: 17 }, 400, 'InvalidPropertyValue'],
    [
      'an unknown fill type',
      { taskSchedulingPolicy: { nodeFillType: 'stack' } },
      400,
      'InvalidPropertyValue'
    ],
    ['no machine', { virtualMachineConfiguration: undefined }, 400, 'MissingRequiredProperty'],
    [
      'a field of a later version',
      { upgradePolicy: { mode: 'manual' } },
      400,
      'InvalidRequestBody'
    ],
    ['autoscale without a formula', { enableAutoScale: true }, 400, 'MissingRequiredProperty'],
    ['a formula without autoscale', { autoScaleFormula: '' }, 400, 'InvalidPropertyValue'],
    [
      'a formula and targets',
      { enableAutoScale: true, autoScaleFormula: 'x=1', targetDedicatedNodes: 1 },
      400,
      'InvalidPropertyValue'
    ],
    [
      'a formula with a syntax error',
      { enableAutoScale: true, autoScaleFormula: 'x=(' },
      400,
      'AutoScalingFormulaSyntaxError'
    ],
    [
      'a formula that cannot be evaluated',
      { enableAutoScale: true, autoScaleFormula: 'x=y' },
      400,
      'InvalidAutoScalingSettings'
    ],
    [
      'an evaluation interval under 5 minutes',
      { enableAutoScale: true, autoScaleFormula: 'x=1', autoScaleEvaluationInterval: 'PT4M' },
      400,
      'InvalidPropertyValue'
    ],
    [
      'an application',
      { applicationPackageReferences: [{ applicationId: 'a' }] },
      409,
      'InvalidApplicationPackageReferences'
    ]
  ])('with %s is rejected', async (_, change, status, code) => {
    await using account = await openAccount()
    await expect(account.ask('pool.add', { ...POOL, ...change })).rejects.toEqual(
      rejected(status, code)
    )
    expect(account.pools.find('p')).toBeUndefined()
  })

  test.each([
    [
      { publisher: 'a', offer: 'b', sku: 'c' },
      'batch.node.ubuntu 24.04',
      'The specified imageReference with publisher a offer b sku c is not supported.'
    ],
    [{ virtualMachineImageId: '/subscriptions/s/images/i' }, 'batch.node.ubuntu 24.04', /format/],
    [
      POOL.virtualMachineConfiguration.imageReference,
      'batch.node.debian 12',
      /takes batch.node.ubuntu 24.04/
    ]
  ])(
    'of the image %j with %s is rejected with the reason',
    async (imageReference, agent, reason) => {
      await using account = await openAccount()
      const virtualMachineConfiguration = { imageReference, nodeAgentSKUId: agent }
      await expect(
        account.ask('pool.add', { ...POOL, virtualMachineConfiguration })
      ).rejects.toEqual(because(reason))
    }
  )

  test.each([
    ['2022-10-01.16.0', { targetNodeCommunicationMode: 'classic' }, true],
    ['2024-02-01.19.0', { resourceTags: { a: 'b' } }, true],
    ['2022-10-01.16.0', { resourceTags: { a: 'b' } }, false],
    ['2025-06-01', { targetNodeCommunicationMode: 'classic' }, false],
    ['2025-06-01', { certificateReferences: [] }, false],
    ['2025-06-01', { upgradePolicy: { mode: 'manual' } }, true]
  ])('at api-version %s takes %j: %s', async (apiVersion, change, taken) => {
    await using account = await openAccount()
    const adding = account.ask('pool.add', { ...POOL, ...change }, { apiVersion })
    if (taken) expect((await adding).status).toBe(201)
    else await expect(adding).rejects.toEqual(rejected(400, 'InvalidRequestBody'))
  })

  test('has a unique case-insensitive ID, and counts towards the quota', async () => {
    await using account = await openAccount({ poolQuota: 1 })
    await account.ask('pool.add', POOL)
    await expect(account.ask('pool.add', { ...POOL, id: 'P' })).rejects.toEqual(
      rejected(409, 'PoolExists')
    )
    await expect(account.ask('pool.add', { ...POOL, id: 'q' })).rejects.toEqual(
      rejected(409, 'PoolQuotaReached')
    )
    expect(
      (await account.ask('pool.exists', undefined, { parameters: { poolId: 'P' } })).status
    ).toBe(200)
  })

  test('can be patched and replaced, each time with a new version', async () => {
    await using account = await openAccount()
    const metadata = [{ name: 'a', value: 'b' }]
    await account.ask('pool.add', { ...POOL, startTask: { commandLine: 'true' }, metadata })
    const { eTag } = await account.pool()
    await expect(
      account.ask('pool.patch', { metadata: [] }, { headers: { 'if-match': '0x0' } })
    ).rejects.toEqual(rejected(412, 'ConditionNotMet'))
    const headers = { 'if-match': String(eTag) }
    const patch = await account.ask(
      'pool.patch',
      { startTask: { commandLine: 'false' } },
      { headers }
    )
    expect(patch.status).toBe(200)
    const patched = await account.pool()
    expect(patched).toMatchObject({
      metadata,
      startTask: {
        commandLine: 'false',
        userIdentity: { autoUser: { scope: 'pool', elevationLevel: 'nonadmin' } },
        maxTaskRetryCount: 0,
        waitForSuccess: true
      }
    })
    expect(patched['eTag']).not.toBe(eTag)
    const lists = { certificateReferences: [], applicationPackageReferences: [], metadata: [] }
    const update = await account.ask('pool.updateProperties', lists)
    expect([update.status, update.headers?.['dataserviceid']]).toEqual([
      204,
      `${BASE_URL}/pools/p/updateproperties`
    ])
    const updated = await account.pool()
    expect(updated).toMatchObject({
      certificateReferences: [],
      targetNodeCommunicationMode: 'default'
    })
    expect(updated).not.toHaveProperty('startTask')
    expect(updated).not.toHaveProperty('metadata')
  })

  test('is in state deleting, is then removed, and its ID can be used again', async () => {
    await using account = await openAccount({ leavingSeconds: 0.3 })
    await account.ask('pool.add', { ...POOL, targetDedicatedNodes: 1 })
    const [node] = await untilNodes(account, 1, 'idle')
    const [live] = account.live()
    expect((await account.ask('pool.deleteMethod')).status).toBe(202)
    expect(await account.pool()).toMatchObject({ state: 'deleting' })
    expect((await account.nodes()).map(({ id, state }) => [id, state])).toEqual([
      [node?.['id'], 'leavingpool']
    ])
    const deleting = rejected(409, 'PoolBeingDeleted')
    await expect(account.ask('pool.deleteMethod')).rejects.toEqual(deleting)
    await expect(account.ask('pool.add', POOL)).rejects.toEqual(deleting)
    await expect(account.ask('pool.resize', { targetDedicatedNodes: 2 })).rejects.toEqual(deleting)
    expect(live?.gone.aborted).toBe(true)
    await until(() => account.pools.find('p') === undefined)
    await expect(account.pool()).rejects.toEqual(rejected(404, 'PoolNotFound'))
    expect((await account.ask('pool.add', POOL)).status).toBe(201)
  })

  test('of a job has a generated ID with the requested prefix', async () => {
    await using account = await openAccount()
    const { id: _, ...specification } = POOL
    const pool = account.pools.addForJob(specification, 'mine')
    expect(pool.id).toMatch(/^mine_[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/)
    account.pools.delete(pool.id)
    await until(() => account.pools.find(pool.id) === undefined)
    expect(() => account.pools.addForJob({ ...specification, colour: 1 }, '')).toThrow(
      expect.objectContaining({ code: 'InvalidRequestBody' })
    )
  })
})

describe('an account', () => {
  test('lists images with which pools can be created', async () => {
    await using account = await openAccount()
    const { json } = await account.ask('account.listSupportedImages')
    const { value } = json as { value: { imageReference: object; nodeAgentSKUId: string }[] }
    for (const [n, { imageReference, nodeAgentSKUId }] of value.entries()) {
      const virtualMachineConfiguration = { imageReference, nodeAgentSKUId }
      const parameters = { poolId: `p${n % 2}` }
      const body = { ...POOL, id: parameters.poolId, virtualMachineConfiguration }
      expect((await account.ask('pool.add', body)).status).toBe(201)
      account.pools.delete(parameters.poolId)
      await until(() => account.pools.find(parameters.poolId) === undefined)
    }
  })

  test.each([
    ['2022-10-01.16.0', ['upgradingOS', 'deallocated'], 14],
    ['2024-02-01.19.0', ['deallocated'], 15],
    ['2025-06-01', [], 17]
  ])('at %s counts nodes by state, without %j', async (apiVersion, missing, keys) => {
    await using account = await openAccount()
    await account.ask('pool.add', { ...POOL, targetDedicatedNodes: 2, targetLowPriorityNodes: 1 })
    await untilNodes(account, 3, 'idle')
    const { json } = await account.ask('account.listPoolNodeCounts', undefined, { apiVersion })
    const [counts] = (json as { value: { dedicated: object; lowPriority: object }[] }).value
    expect(counts).toMatchObject({
      poolId: 'p',
      dedicated: { idle: 2, creating: 0, total: 2 },
      lowPriority: { idle: 1, waitingForStartTask: 0, total: 1 }
    })
    expect(Object.keys(counts?.dedicated ?? {})).toHaveLength(keys)
    for (const key of missing) expect(counts?.dedicated).not.toHaveProperty(key)
  })
})
