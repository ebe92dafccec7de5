import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  BlobServiceClient,
  type ContainerClient,
  ContainerSASPermissions,
  StorageSharedKeyCredential
} from '@azure/storage-blob'
import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { until } from '../../__tests__/support/poll.ts'
import { storageAccount } from '../../__tests__/support/shared-azurite.ts'
import { type Azurite, KEY } from '../azurite.ts'
import { EndedByUser, type Machine, NodeGone, type OutputFile } from './machine.ts'
import { always, IDENTITY, openTestMachine, runTask, textOf } from './test-machine.ts'

let azurite: Azurite
let service: BlobServiceClient
beforeAll(async () => {
  azurite = await storageAccount()
  service = new BlobServiceClient(azurite.url, new StorageSharedKeyCredential(azurite.account, KEY))
})

let machine: Machine
let container: ContainerClient
let containers = 0
beforeEach(async () => {
  machine = await openTestMachine()
  container = service.getContainerClient(`outputs-${++containers}`)
  await container.create()
})
afterEach(() => machine.remove())

type Destination = NonNullable<OutputFile['destination']['container']>

const sas = (of = container, permissions = 'cw', minutes = 5): Promise<string> =>
  of.generateSasUrl({
    permissions: ContainerSASPermissions.parse(permissions),
    expiresOn: new Date(Date.now() + minutes * 60_000)
  })

const to = async (
  filePattern: string,
  destination: Partial<Destination> = {},
  uploadCondition = 'TaskCompletion'
): Promise<OutputFile> => ({
  filePattern,
  destination: { container: { containerUrl: await sas(), ...destination } },
  uploadOptions: { uploadCondition }
})

async function blobs(): Promise<string[]> {
  const names: string[] = []
  for await (const { name } of container.listBlobsFlat()) names.push(name)
  return names.sort()
}

const content = async (name: string): Promise<string> =>
  (await container.getBlobClient(name).downloadToBuffer()).toString()

const upload = (commandLine: string, ...outputFiles: OutputFile[]) =>
  runTask(machine, { commandLine, outputFiles })

const MAKE = `/bin/bash -c 'mkdir -p out/deep .dots; echo a > out/a.txt; echo b > out/deep/b.txt; echo c > .c.txt; echo d > .dots/d.txt; echo said'`

test.each<[string, string | undefined, string[]]>([
  ['out/a.txt', 'results/first', ['results/first']],
  ['out/a.txt', undefined, ['a.txt']],
  ['../stdout.txt', 'logs/x y/ö #1?.txt', ['logs/x y/ö #1?.txt']],
  ['../std*.txt', 'logs/', ['logs/stderr.txt', 'logs/stdout.txt']],
  ['**/*.txt', undefined, ['out/a.txt', 'out/deep/b.txt']],
  ['out/**/*', 'all', ['all/a.txt', 'all/deep/b.txt']],
  ['$AZ_BATCH_TASK_WORKING_DIR/out/*.txt', 'all', ['all/a.txt']],
  ['no/*.such', 'all', []]
])('%s with the path %s becomes the blobs %j', async (pattern, path, names) => {
  const result = await upload(MAKE, await to(pattern, path === undefined ? {} : { path }))
  expect(result).toEqual({ exitCode: 0, failure: null, failedIn: null })
  expect(await blobs()).toEqual(names)
})

test('large and empty files are uploaded completely, with the given headers', async () => {
  const big = randomBytes(20_000_000)
  await writeFile(join(machine.root, 'shared/big.bin'), big)
  const uploadHeaders = [
    { name: 'Content-Type', value: 'text/x-log' },
    { name: 'x-ms-meta-made', value: 'here' }
  ]
  const result = await upload(
    `/bin/sh -c 'echo said; : > empty'`,
    await to('../stdout.txt', { path: 'log', uploadHeaders }),
    await to('empty'),
    await to('$AZ_BATCH_NODE_SHARED_DIR/big.bin')
  )
  expect(result.failure).toBeNull()
  expect(await content('log')).toBe('said\n')
  expect(await content('empty')).toBe('')
  const properties = await container.getBlobClient('log').getProperties()
  expect(properties).toMatchObject({ contentType: 'text/x-log', metadata: { made: 'here' } })
  expect((await container.getBlobClient('big.bin').downloadToBuffer()).equals(big)).toBe(true)
})

test.each([
  ['/bin/true', ['completion', 'success']],
  ['/bin/false', ['completion', 'failure']]
])('after %s, %j are uploaded', async (commandLine, names) => {
  await upload(
    commandLine,
    await to('../stdout.txt', { path: 'success' }, 'TaskSuccess'),
    await to('../stdout.txt', { path: 'failure' }, 'taskfailure'),
    await to('../stdout.txt', { path: 'completion' }, 'taskCompletion')
  )
  expect(await blobs()).toEqual(names)
})

test('the node writes two upload logs, which can be uploaded too', async () => {
  await upload(MAKE, await to('out/*.txt', { path: 'results' }), await to('../fileupload*.txt'))
  expect(await textOf(machine, 'fileuploaderr.txt')).toBe('')
  const log = await content('fileuploadout.txt')
  expect(log).toMatch(/out\/\*\.txt matches 1 file\./)
  expect(log).toMatch(/a\.txt was uploaded as results\/a\.txt\./)
  expect(log).not.toContain('sig=')
})

test('a task without uploads has no such logs', async () => {
  await upload('/bin/true', await to('*', {}, 'TaskFailure'))
  await expect(textOf(machine, 'fileuploadout.txt')).rejects.toThrow('ENOENT')
})

test('a task that removes its own folder has nothing to upload', async () => {
  const result = await upload(`/bin/sh -c 'rm -r "$AZ_BATCH_TASK_DIR"'`, await to('../std*.txt'))
  expect(result).toEqual({ exitCode: 0, failure: null, failedIn: null })
})

test('a large file can be rejected before all of it is sent', async () => {
  const result = await upload(
    'head -c 50000000 /dev/zero',
    await to('../stdout.txt', { containerUrl: await sas(container, 'r') })
  )
  expect(result.failure?.details[0]?.value).toMatch(/^The storage service returned 403 /)
})

test('links out of the node are not uploaded, and pipes do not block', async () => {
  const commandLine = `/bin/bash -c 'ln -s /etc/passwd secret.txt; ln -s /etc outside; ln -s ../stdout.txt fine.txt; ln -s nowhere gone.txt; mkfifo pipe.txt; echo said'`
  const result = await upload(
    commandLine,
    await to('*.txt', { path: 'found' }),
    await to('outside/*', { path: 'found' }),
    await to('/etc/passwd', { path: 'passwd' })
  )
  expect(result.failure).toBeNull()
  expect(await blobs()).toEqual(['found/fine.txt'])
  expect(await textOf(machine, 'fileuploadout.txt')).toMatch(/secret\.txt was skipped/)
})

test('a missing container fails the task after its process', async () => {
  const containerUrl = await sas(service.getContainerClient('nobody'))
  const result = await upload('/bin/true', await to('../stdout.txt', { containerUrl }))
  expect(result).toMatchObject({
    exitCode: 0,
    failure: {
      category: 'UserError',
      code: 'FileUploadContainerNotFound',
      message:
        'One of the specified Azure container(s) was not found while attempting to upload an output file'
    },
    failedIn: 'upload'
  })
})

test.each<[string, () => Partial<Destination> | Promise<Partial<Destination>>]>([
  ['a SAS that has expired', async () => ({ containerUrl: await sas(container, 'cw', -5) })],
  ['a read-only SAS', async () => ({ containerUrl: await sas(container, 'r') })],
  ['no SAS', () => ({ containerUrl: container.url })],
  ['an unreachable server', () => ({ containerUrl: 'http://127.0.0.1:1/x' })],
  ['no address', () => ({ containerUrl: 'nonsense' })],
  ['an invalid header', () => ({ uploadHeaders: [{ name: 'a b', value: 'c' }] })],
  [
    'an identity that is not assigned to the pool',
    () => ({ identityReference: { resourceId: '/other' } })
  ]
])('%s fails the upload, and the other files are still uploaded', async (_, destination) => {
  const result = await upload(
    '/bin/true',
    await to('../stdout.txt', await destination()),
    await to('../stderr.txt')
  )
  expect(result).toMatchObject({
    exitCode: 0,
    failure: { category: 'UserError', code: 'FileUploadMiscError' },
    failedIn: 'upload'
  })
  expect(await blobs()).toEqual(['stderr.txt'])
  const log = await textOf(machine, 'fileuploaderr.txt')
  expect(log).toContain('../stdout.txt: FileUploadMiscError')
  expect(log).not.toContain('sig=')
})

test('a failure exit code takes precedence over a failed upload', async () => {
  const result = await upload('/bin/false', await to('../stdout.txt', { containerUrl: 'nonsense' }))
  expect(result).toMatchObject({
    exitCode: 1,
    failure: { code: 'FailureExitCode' },
    failedIn: 'process'
  })
})

test('an identity of the pool writes without a SAS', async () => {
  await machine.remove()
  const { search } = new URL(await sas())
  const rights: string[] = []
  const authorize = (url: string, right: string) => {
    rights.push(right)
    return url + search
  }
  machine = await openTestMachine({ authorize })
  const identityReference = { resourceId: IDENTITY.identities[0] ?? '' }
  const destination = { containerUrl: container.url, identityReference }
  const result = await upload('/bin/true', await to('../std*.txt', destination))
  expect(result.failure).toBeNull()
  expect(await blobs()).toEqual(['stderr.txt', 'stdout.txt'])
  expect(rights).toEqual(['write'])
})

test.each(['upload-fails', 'sas-expired'] as const)(
  'nothing is uploaded with the fault %s',
  async (kind) => {
    await machine.remove()
    machine = await openTestMachine({ faults: always(kind) })
    const result = await upload('/bin/true', await to('../stdout.txt'))
    expect(result).toMatchObject({ failure: { code: 'FileUploadMiscError' }, failedIn: 'upload' })
    expect(await blobs()).toEqual([])
  }
)

test.each<[string, string[], Error | null]>([
  ['its user', ['stdout.txt'], new EndedByUser()],
  ['its time limit', ['stdout.txt'], null],
  ['the loss of its node', [], new NodeGone()],
  ['the end of the emulator', [], new Error('closing')]
])('of a task that is ended by %s, %j are uploaded', async (_, names, reason) => {
  const stop = new AbortController()
  let running = false
  const outputFiles = [
    await to('../stdout.txt', {}, 'TaskFailure'),
    await to('x', {}, 'TaskSuccess')
  ]
  const work = {
    commandLine: `/bin/sh -c 'echo said; : > x; sleep 60'`,
    outputFiles,
    wallClockLimit: reason === null ? 300 : null
  }
  const result = runTask(machine, work, stop.signal, () => {
    running = true
  })
  await until(() => running, 'the start of the task')
  if (reason !== null) stop.abort(reason)
  expect(await result).toMatchObject({ exitCode: null, failure: { code: 'TaskEnded' } })
  expect(await blobs()).toEqual(names)
})
