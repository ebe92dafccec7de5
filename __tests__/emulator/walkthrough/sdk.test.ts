import type { BatchServiceClient, BatchServiceModels } from '@azure/batch'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  blobsOf,
  clientOf,
  completedTasks,
  containerWith,
  idleNodes,
  poolOf,
  sasOf,
  textOf
} from './sdk.ts'
import {
  ask,
  processesOf,
  startAsUser,
  type UsersEmulator,
  WHO_AND_WHERE,
  whoAndWhere
} from './support.ts'

/** Microsoft's own client, as it comes from npm, against the emulator. */

type OutputFile = BatchServiceModels.OutputFile

const QUICKLY = ['allocation', 'creating', 'starting', 'leaving', 'counts-lag'].flatMap((pace) => [
  `--${pace}-seconds`,
  '0.05'
])

let emulator: UsersEmulator
let client: BatchServiceClient

beforeAll(async () => {
  emulator = await startAsUser(...QUICKLY)
  client = clientOf(emulator)
})

afterAll(() => emulator.stop())

/** A pool whose nodes are idle, and a job on it, of one name. */
async function begin(name: string, nodes = 1, slots = 1): Promise<void> {
  await client.pool.add(poolOf(name, nodes, slots))
  await client.job.add({ id: name, poolInfo: { poolId: name } })
  await idleNodes(client, name, nodes)
}

const stdoutOf = async (job: string, task: string): Promise<string> =>
  textOf((await client.file.getFromTask(job, task, 'stdout.txt')).readableStreamBody)

test('a pool of three, a job and ten tasks are walked through to the end', async () => {
  await client.pool.add(poolOf('walk', 3))
  expect(await client.pool.exists('walk')).toMatchObject({ body: true })
  const steady = await ask(
    () => client.pool.get('walk'),
    ({ allocationState }) => allocationState === 'steady'
  )
  expect(steady).toMatchObject({
    state: 'active',
    targetDedicatedNodes: 3,
    currentDedicatedNodes: 3
  })
  const nodes = await idleNodes(client, 'walk', 3)

  await client.job.add({ id: 'walk', poolInfo: { poolId: 'walk' } })
  const ids = Array.from({ length: 10 }, (_, index) => `mytask${index + 1}`)
  for (const id of ids) await client.task.add('walk', { id, commandLine: WHO_AND_WHERE })
  const tasks = await completedTasks(client, 'walk')
  expect(tasks.map(({ id }) => id).sort()).toEqual([...ids].sort())
  for (const { executionInfo } of tasks)
    expect(executionInfo).toMatchObject({ exitCode: 0, retryCount: 0, requeueCount: 0 })

  const told = await Promise.all(ids.map(async (id) => whoAndWhere(await stdoutOf('walk', id))))
  expect(told.map(({ task }) => task)).toEqual(ids)
  expect(new Set(told.map(({ node }) => node))).toEqual(new Set(nodes))
  for (const { task, node } of told)
    expect(tasks.find(({ id }) => id === task)?.nodeInfo?.nodeId).toBe(node)

  const listed = await client.file.listFromTask('walk', 'mytask5')
  expect(listed.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['stdout.txt', 'stderr.txt', 'wd'])
  )
  const properties = await client.file.getPropertiesFromTask('walk', 'mytask5', 'stdout.txt')
  // Declared as a boolean, the client gives it as the service wrote it.
  expect(properties).toMatchObject({
    contentLength: (await stdoutOf('walk', 'mytask5')).length,
    ocpBatchFileIsdirectory: 'False'
  })
  const counts = await ask(
    async () => (await client.job.getTaskCounts('walk')).taskCounts,
    ({ completed }) => completed === 10
  )
  expect(counts).toEqual({ active: 0, running: 0, completed: 10, succeeded: 10, failed: 0 })

  await client.job.deleteMethod('walk')
  await client.pool.deleteMethod('walk')
  await ask(
    () => client.pool.exists('walk'),
    ({ body }) => !body
  )
  await expect(client.job.get('walk')).rejects.toMatchObject({ code: 'JobNotFound' })
})

test('three tasks of two seconds on three nodes end in about two seconds', async () => {
  await begin('sleepers', 3)
  const sleep = (id: string) => ({ id, commandLine: '/bin/sleep 2' })
  await client.task.addCollection('sleepers', ['1', '2', '3'].map(sleep))
  const infos = (await completedTasks(client, 'sleepers')).map((task) => task.executionInfo)
  expect(infos).toHaveLength(3)
  const times = infos.map((info) => ({
    start: Number(info?.startTime),
    end: Number(info?.endTime)
  }))
  for (const { start, end } of times) expect(end - start).toBeGreaterThanOrEqual(2000)
  const first = Math.min(...times.map(({ start }) => start))
  const last = Math.max(...times.map(({ end }) => end))
  expect(last - first).toBeLessThan(4000)
})

describe('files of a task', () => {
  const SCANS = { 'scans/1.txt': 'one\n', 'scans/deep/2.txt': 'two\n', 'other/3.txt': 'three\n' }

  test('come from a blob and from a container by SAS, and go to a container by pattern and condition', async () => {
    const inputs = await containerWith(emulator, 'inputs', { ...SCANS, 'tools/run.sh': 'cat "$@"' })
    const outputs = await containerWith(emulator, 'outputs')
    const to = async (filePattern: string, path: string, uploadCondition: string) => ({
      filePattern,
      destination: { container: { path, containerUrl: await sasOf(outputs, 'cw') } },
      uploadOptions: { uploadCondition } as OutputFile['uploadOptions']
    })
    await begin('carriers')
    const add = async (id: string, exitCode: number) =>
      client.task.add('carriers', {
        id,
        commandLine: `/bin/bash -c 'mkdir out; bash bin/run.sh in/scans/1.txt in/scans/deep/2.txt >out/all.txt; ls in; exit ${exitCode}'`,
        resourceFiles: [
          { httpUrl: await sasOf(inputs, 'r', 'tools/run.sh'), filePath: 'bin/run.sh' },
          {
            storageContainerUrl: await sasOf(inputs, 'rl'),
            blobPrefix: 'scans/',
            filePath: 'in'
          }
        ],
        outputFiles: [
          await to('out/*.txt', `${id}/good`, 'tasksuccess'),
          await to('../std*.txt', `${id}/bad`, 'taskfailure'),
          await to('../stdout.txt', `${id}/always.txt`, 'taskcompletion')
        ]
      })
    await add('good', 0)
    await add('bad', 3)
    const tasks = await completedTasks(client, 'carriers')
    expect(tasks.map(({ executionInfo }) => executionInfo?.exitCode).sort()).toEqual([0, 3])
    expect(await blobsOf(outputs)).toEqual({
      'good/good/all.txt': 'one\ntwo\n',
      'good/always.txt': 'scans\n',
      'bad/bad/stdout.txt': 'scans\n',
      'bad/bad/stderr.txt': '',
      'bad/always.txt': 'scans\n'
    })
  })

  test('come and go by an identity that the pool carries, and by no other', async () => {
    const container = await containerWith(emulator, 'private', SCANS)
    const resourceId =
      '/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/ocr'
    const identity = { type: 'UserAssigned', userAssignedIdentities: [{ resourceId }] }
    // The client has no words for a new pool's identity: the service has it from Azure's resource manager.
    const added = await client.sendRequest({
      url: `${emulator.batch.endpoint}/pools?api-version=${client.apiVersion}`,
      method: 'POST',
      headers: { 'content-type': 'application/json; odata=minimalmetadata' },
      body: { ...poolOf('trusted', 1), identity }
    })
    expect(added.status).toBe(201)
    await client.job.add({ id: 'trusted', poolInfo: { poolId: 'trusted' } })
    const as = (id: string) => ({ identityReference: { resourceId: id } })
    const add = (id: string, reader: object) =>
      client.task.add('trusted', {
        id,
        commandLine: '/bin/bash -c "cat scans/1.txt scans/deep/2.txt >read.txt"',
        resourceFiles: [{ storageContainerUrl: container.url, blobPrefix: 'scans/', ...reader }],
        outputFiles: [
          {
            filePattern: 'read.txt',
            destination: {
              container: { containerUrl: container.url, path: 'read.txt', ...as(resourceId) }
            },
            uploadOptions: { uploadCondition: 'tasksuccess' }
          }
        ]
      })
    await add('member', as(resourceId))
    await add('stranger', as(`${resourceId}-of-somebody-else`))
    await add('nobody', {})
    const tasks = await completedTasks(client, 'trusted')
    const endings = tasks.map(({ id, executionInfo }) => [id, executionInfo?.failureInfo?.code])
    expect(Object.fromEntries(endings)).toEqual({
      member: undefined,
      stranger: expect.stringMatching(/^Blob/),
      nobody: expect.stringMatching(/^Blob/)
    })
    expect(await blobsOf(container)).toEqual({ ...SCANS, 'read.txt': 'one\ntwo\n' })
  })

  test('on a node are gone with the pool', async () => {
    await begin('passing')
    await client.task.add('passing', { id: 't', commandLine: '/bin/echo said' })
    const [task] = await completedTasks(client, 'passing')
    const node = task?.nodeInfo?.nodeId ?? ''
    const path = 'workitems/passing/job-1/t/stdout.txt'
    const onNode = () => client.file.getFromComputeNode('passing', node, path)
    expect(await textOf((await onNode()).readableStreamBody)).toBe('said\n')
    await client.pool.deleteMethod('passing')
    await ask(
      () => client.pool.exists('passing'),
      ({ body }) => !body
    )
    // Where a stream is hoped for, the client tells nothing of a refusal but its status.
    await expect(onNode()).rejects.toMatchObject({ statusCode: 404 })
    await expect(client.file.listFromTask('passing', 't')).rejects.toMatchObject({
      ...{ statusCode: 404, code: 'NodeNotFound' }
    })
    await expect(client.task.get('passing', 't')).resolves.toMatchObject({ state: 'completed' })
  })
})

describe('a job', () => {
  test('brings its own pool, ends when all its tasks have, and takes the pool with it', async () => {
    const { id: _, ...pool } = poolOf('', 2)
    await client.job.add({
      id: 'hermit',
      poolInfo: {
        autoPoolSpecification: {
          ...{ autoPoolIdPrefix: 'shell', poolLifetimeOption: 'job', keepAlive: false, pool }
        }
      }
    })
    const { executionInfo } = await client.job.get('hermit')
    const poolId = executionInfo?.poolId ?? ''
    expect(poolId).toMatch(/^shell/)
    await client.task.addCollection('hermit', [
      { id: 'a', commandLine: '/bin/true' },
      { id: 'b', commandLine: '/bin/false' }
    ])
    await client.job.patch('hermit', { onAllTasksComplete: 'terminatejob' })
    const ended = await ask(
      () => client.job.get('hermit'),
      ({ state }) => state === 'completed'
    )
    expect(ended.executionInfo).toMatchObject({ terminateReason: 'AllTasksComplete' })
    const codes = (await client.task.list('hermit')).map((task) => [
      task.id,
      task.executionInfo?.exitCode
    ])
    expect(Object.fromEntries(codes)).toEqual({ a: 0, b: 1 })
    await ask(
      () => client.pool.exists(poolId),
      ({ body }) => !body
    )
  })

  test('takes 250 tasks in calls of a hundred, each once, and shows them in pages', async () => {
    await begin('many', 2, 4)
    const tasks = Array.from({ length: 250 }, (_, n) => ({
      id: `t-${String(n).padStart(3, '0')}`,
      commandLine: '/bin/true'
    }))
    const taken: string[] = []
    for (let from = 0; from < tasks.length; from += 100) {
      const { value = [] } = await client.task.addCollection('many', tasks.slice(from, from + 100))
      // The service writes its enumerations in the letter case that it likes.
      expect(new Set(value.map(({ status }) => status.toLowerCase()))).toEqual(new Set(['success']))
      taken.push(...value.map(({ taskId }) => taskId))
    }
    expect(taken.sort()).toEqual(tasks.map(({ id }) => id))
    const { value: [again] = [] } = await client.task.addCollection('many', tasks.slice(0, 1))
    expect(again).toMatchObject({ taskId: 't-000', error: { code: 'TaskExists' } })

    const sizes: number[] = []
    const ids: (string | undefined)[] = []
    let page = await client.task.list('many', { taskListOptions: { maxResults: 60, select: 'id' } })
    for (;;) {
      sizes.push(page.length)
      ids.push(...page.map(({ id }) => id))
      if (page.odatanextLink === undefined) break
      page = await client.task.listNext(page.odatanextLink)
    }
    expect(sizes).toEqual([60, 60, 60, 60, 10])
    expect(ids.sort()).toEqual(taken)
    const counts = await ask(
      async () => (await client.job.getTaskCounts('many')).taskCounts,
      ({ completed }) => completed === 250
    )
    expect(counts).toMatchObject({ active: 0, running: 0, succeeded: 250, failed: 0 })
  })

  test('is changed only by who has seen it as it is', async () => {
    await begin('guarded', 0)
    const { eTag } = await client.job.get('guarded')
    const raise = (ifMatch: string | undefined) =>
      client.job.patch(
        'guarded',
        { priority: 5 },
        { jobPatchOptions: ifMatch === undefined ? {} : { ifMatch } }
      )
    await raise(eTag)
    await expect(raise(eTag)).rejects.toMatchObject({ statusCode: 412, code: 'ConditionNotMet' })
    const changed = await client.job.get('guarded')
    expect(changed.priority).toBe(5)
    await raise(changed.eTag)
  })
})

describe('a refusal', () => {
  test.each<[string, number, () => Promise<unknown>]>([
    ['PoolNotFound', 404, () => client.pool.get('nowhere')],
    ['JobNotFound', 404, () => client.job.get('nowhere')],
    ['TaskNotFound', 404, () => client.task.get('refusals', 'nowhere')],
    ['NodeNotFound', 404, () => client.computeNode.get('refusals', 'tvm-nowhere')],
    ['PoolExists', 409, () => client.pool.add(poolOf('refusals', 0))],
    ['JobExists', 409, () => client.job.add({ id: 'refusals', poolInfo: { poolId: 'refusals' } })],
    [
      'InvalidPropertyValue',
      400,
      () => client.pool.add({ ...poolOf('p', 0), taskSlotsPerNode: 0 })
    ],
    [
      'InvalidQueryParameterValue',
      400,
      () => client.task.list('refusals', { taskListOptions: { filter: 'colour eq 3' } })
    ]
  ])('has the code %s and the status %i', async (code, statusCode, act) => {
    if (!(await client.pool.exists('refusals')).body) await begin('refusals', 0)
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

  test('for Batch opens the account', async () => {
    const trusted = withToken('https://batch.core.windows.net/')
    await expect(trusted.pool.list()).resolves.toEqual(expect.any(Array))
  })

  test.each(['https://management.azure.com/', 'https://batch.core.windows.net'])(
    'for %s does not, and is told why',
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

test('told to stop in the middle of a task, the emulator leaves no process, port or folder', async () => {
  const other = await startAsUser(...QUICKLY)
  const its = clientOf(other)
  await its.pool.add(poolOf('p', 1))
  await its.job.add({ id: 'j', poolInfo: { poolId: 'p' } })
  const commandLine = '/bin/bash -c "sleep 601 & sleep 602"'
  await its.task.add('j', { id: 't', commandLine })
  await ask(
    async () => processesOf(other.scratch.tmp),
    (lines) => lines.includes('sleep 601') && lines.includes('sleep 602')
  )
  await other.stop()
})
