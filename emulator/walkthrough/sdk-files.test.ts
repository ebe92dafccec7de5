import type { BatchServiceClient, BatchServiceModels } from '@azure/batch'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { waitFor } from '../../__tests__/support/wait-for.ts'
import {
  begin,
  blobsOf,
  clientOf,
  completedTasks,
  containerWith,
  poolOf,
  QUICKLY,
  sasOf,
  textOf
} from './sdk.ts'
import { startAsUser, type UsersEmulator } from './support.ts'

/** The Azure SDKs of Batch and Storage against the emulator: resource files and output files. */

type OutputFile = BatchServiceModels.OutputFile

let emulator: UsersEmulator
let client: BatchServiceClient

beforeAll(async () => {
  emulator = await startAsUser(...QUICKLY)
  client = clientOf(emulator)
})

afterAll(() => emulator.stop())

const SCANS = { 'scans/1.txt': 'one\n', 'scans/deep/2.txt': 'two\n', 'other/3.txt': 'three\n' }

test('files of a task are downloaded from a blob and a container by SAS, and uploaded by pattern and condition', async () => {
  const inputs = await containerWith(emulator, 'inputs', { ...SCANS, 'tools/run.sh': 'cat "$@"' })
  const outputs = await containerWith(emulator, 'outputs')
  const to = async (filePattern: string, path: string, uploadCondition: string) => ({
    filePattern,
    destination: { container: { path, containerUrl: await sasOf(outputs, 'cw') } },
    uploadOptions: { uploadCondition } as OutputFile['uploadOptions']
  })
  await begin(client, 'carriers')
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

test('files of a task are transferred by an identity of the pool, and by no other', async () => {
  const container = await containerWith(emulator, 'private', SCANS)
  const resourceId =
    '/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/ocr'
  const identity = { type: 'UserAssigned', userAssignedIdentities: [{ resourceId }] }
  // The SDK cannot set the identity of a pool, which the service gets through Azure Resource Manager.
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
  await add('foreign', as(`${resourceId}-of-somebody-else`))
  await add('nobody', {})
  const tasks = await completedTasks(client, 'trusted')
  const endings = tasks.map(({ id, executionInfo }) => [id, executionInfo?.failureInfo?.code])
  expect(Object.fromEntries(endings)).toEqual({
    member: undefined,
    foreign: expect.stringMatching(/^Blob/),
    nobody: expect.stringMatching(/^Blob/)
  })
  expect(await blobsOf(container)).toEqual({ ...SCANS, 'read.txt': 'one\ntwo\n' })
})

test('files on a node are gone with the pool', async () => {
  await begin(client, 'passing')
  await client.task.add('passing', { id: 't', commandLine: '/bin/echo said' })
  const [task] = await completedTasks(client, 'passing')
  const node = task?.nodeInfo?.nodeId ?? ''
  const path = 'workitems/passing/job-1/t/stdout.txt'
  const onNode = () => client.file.getFromComputeNode('passing', node, path)
  expect(await textOf((await onNode()).readableStreamBody)).toBe('said\n')
  await client.pool.deleteMethod('passing')
  await waitFor(
    () => client.pool.exists('passing'),
    ({ body }) => !body
  )
  // For requests that return a stream, the SDK reports only the status of an error.
  await expect(onNode()).rejects.toMatchObject({ statusCode: 404 })
  await expect(client.file.listFromTask('passing', 't')).rejects.toMatchObject({
    ...{ statusCode: 404, code: 'NodeNotFound' }
  })
  await expect(client.task.get('passing', 't')).resolves.toMatchObject({ state: 'completed' })
})
