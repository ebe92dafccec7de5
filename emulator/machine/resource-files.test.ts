import { randomBytes } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import {
  BlobServiceClient,
  type ContainerClient,
  ContainerSASPermissions,
  StorageSharedKeyCredential
} from '@azure/storage-blob'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { storageAccount } from '../../__tests__/support/shared-azurite.ts'
import { type Azurite, KEY } from '../azurite.ts'
import { EndedByUser, type Machine, type ResourceFile } from './machine.ts'
import { always, IDENTITY, openTestMachine, runTask, TASK } from './test-machine.ts'

const BIG = randomBytes(9_000_000)

let azurite: Azurite
let container: ContainerClient
/** A container that was never created. */
let nobody: ContainerClient
let unreliable: Server
beforeAll(async () => {
  azurite = await storageAccount()
  const credential = new StorageSharedKeyCredential(azurite.account, KEY)
  const service = new BlobServiceClient(azurite.url, credential)
  container = service.getContainerClient('inputs')
  nobody = service.getContainerClient('nobody')
  await container.create()
  for (const name of ['run.sh', 'data/a.txt', 'data/deep/b.txt', 'data2/c.txt', 'ä & b%.txt']) {
    await container.getBlockBlobClient(name).upload(name, Buffer.byteLength(name))
  }
  await container.getBlockBlobClient('big.bin').uploadData(BIG)
  unreliable = createServer((request, response) => {
    if (request.url === '/broken') response.writeHead(500).end()
    else if (request.url === '/half') {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('half', () => response.destroy())
    }
    // Other requests never get a response.
  })
  await new Promise<void>((listening) => unreliable.listen(0, '127.0.0.1', listening))
})
afterAll(async () => {
  unreliable.closeAllConnections()
  unreliable.close()
})

let machine: Machine
beforeEach(async () => {
  machine = await openTestMachine()
})
afterEach(() => machine.remove())

const sas = (permissions: string, minutes = 5, of = container): Promise<string> =>
  of.generateSasUrl({
    permissions: ContainerSASPermissions.parse(permissions),
    expiresOn: new Date(Date.now() + minutes * 60_000)
  })

/** The URL of a blob with a SAS of its container. */
async function blobUrl(name: string, permissions = 'r', minutes = 5): Promise<string> {
  const { search } = new URL(await sas(permissions, minutes))
  return container.getBlobClient(name).url + search
}

const bring = (...resourceFiles: ResourceFile[]) => runTask(machine, { resourceFiles })
const wd = () => join(machine.folderOf(TASK), 'wd')
const offered = (path: string) =>
  `http://127.0.0.1:${(unreliable.address() as AddressInfo).port}${path}`

test('a blob is downloaded to its file path, with the given mode', async () => {
  const result = await bring(
    { httpUrl: await blobUrl('run.sh'), filePath: 'bin/start.sh', fileMode: '0755' },
    { httpUrl: await blobUrl('big.bin'), filePath: 'big.bin' },
    { httpUrl: await blobUrl('ä & b%.txt'), filePath: 'x/../ö.txt' }
  )
  expect(result).toEqual({ exitCode: 0, failure: null, failedIn: null })
  expect(await readFile(join(wd(), 'bin/start.sh'), 'utf8')).toBe('run.sh')
  expect((await readFile(join(wd(), 'big.bin'))).equals(BIG)).toBe(true)
  expect(await readFile(join(wd(), 'ö.txt'), 'utf8')).toBe('ä & b%.txt')
  const modes = ['bin/start.sh', 'big.bin'].map(async (name) => (await stat(join(wd(), name))).mode)
  expect((await Promise.all(modes)).map((mode) => mode & 0o7777)).toEqual([0o755, 0o770])
})

test.each<[string, Partial<ResourceFile>, string[]]>([
  [
    'everything',
    {},
    ['big.bin', 'data/a.txt', 'data/deep/b.txt', 'data2/c.txt', 'run.sh', 'ä & b%.txt']
  ],
  ['a prefix', { blobPrefix: 'data' }, ['data/a.txt', 'data/deep/b.txt', 'data2/c.txt']],
  [
    'a folder into another',
    { blobPrefix: 'data/', filePath: 'in/put' },
    ['in/put/data/a.txt', 'in/put/data/deep/b.txt']
  ],
  ['a missing prefix', { blobPrefix: 'nothing' }, []]
])('%s of a container is downloaded, each blob under its full name', async (_, asked, files) => {
  const result = await bring({ storageContainerUrl: await sas('rl'), ...asked })
  expect(result.failure).toBeNull()
  const entries = await readdir(wd(), { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(wd().length + 1))
  expect(names.sort()).toEqual(files)
})

test.each<[string, string, string, () => ResourceFile | Promise<ResourceFile>]>([
  [
    'a missing blob',
    'UserError',
    'BlobNotFound',
    async () => ({ httpUrl: await blobUrl('no'), filePath: 'x' })
  ],
  [
    'a blob without a SAS',
    'UserError',
    'BlobAccessDenied',
    () => ({ httpUrl: container.getBlobClient('run.sh').url, filePath: 'x' })
  ],
  [
    'a SAS that has expired',
    'UserError',
    'BlobAccessDenied',
    async () => ({ httpUrl: await blobUrl('run.sh', 'r', -5), filePath: 'x' })
  ],
  [
    'a SAS without read permission',
    'UserError',
    'BlobAccessDenied',
    async () => ({ httpUrl: await blobUrl('run.sh', 'w'), filePath: 'x' })
  ],
  [
    'a container without list permission',
    'UserError',
    'BlobAccessDenied',
    async () => ({ storageContainerUrl: await sas('r') })
  ],
  [
    'a missing container',
    'UserError',
    'BlobNotFound',
    async () => ({ storageContainerUrl: await sas('rl', 5, nobody) })
  ],
  [
    'an identity that is not assigned to the pool',
    'UserError',
    'BlobAccessDenied',
    async () => ({
      httpUrl: await blobUrl('run.sh'),
      filePath: 'x',
      identityReference: { resourceId: '/other' }
    })
  ],
  [
    'a server error',
    'ServerError',
    'BlobDownloadMiscError',
    () => ({ httpUrl: offered('/broken'), filePath: 'x' })
  ],
  [
    'a closed connection',
    'ServerError',
    'BlobDownloadMiscError',
    () => ({ httpUrl: offered('/half'), filePath: 'x' })
  ],
  [
    'an unreachable server',
    'ServerError',
    'BlobDownloadMiscError',
    () => ({ httpUrl: 'http://127.0.0.1:1/x', filePath: 'x' })
  ],
  [
    'a URL that is not http or https',
    'ServerError',
    'BlobDownloadMiscError',
    () => ({ httpUrl: 'file:///etc/passwd', filePath: 'x' })
  ],
  [
    'an invalid URL',
    'ServerError',
    'BlobDownloadMiscError',
    () => ({ storageContainerUrl: 'nonsense' })
  ],
  ['auto storage', 'UserError', 'BlobNotFound', () => ({ autoStorageContainerName: 'inputs' })],
  ['no source', 'ServerError', 'ResourceFileCreateFailed', () => ({ filePath: 'x' })],
  [
    'two sources',
    'ServerError',
    'ResourceFileCreateFailed',
    async () => ({
      httpUrl: await blobUrl('run.sh'),
      storageContainerUrl: await sas('rl'),
      filePath: 'x'
    })
  ]
])('%s fails the task before it runs: %s, %s', async (_, category, code, file) => {
  const result = await runTask(machine, { commandLine: 'touch ran', resourceFiles: [await file()] })
  expect(result).toMatchObject({
    exitCode: null,
    failure: { category, code },
    failedIn: 'preparation'
  })
  expect(await readdir(wd())).not.toContain('ran')
})

test.each(['../x', '../../../../x', '/tmp/x', 'a/../../x', '', '.', 'x\0y', 'a/'.repeat(3000)])(
  'a file path outside the working directory is rejected (%#)',
  async (filePath) => {
    const result = await bring({ httpUrl: await blobUrl('run.sh'), filePath })
    expect(result.failure?.code).toBe('ResourceFileCreateFailed')
    expect(await readdir(machine.folderOf(TASK))).toEqual(['certs', 'wd'])
  }
)

test('a file cannot be created in place of a folder or below a file', async () => {
  const httpUrl = await blobUrl('run.sh')
  const [one, below] = [
    { httpUrl, filePath: 'a' },
    { httpUrl, filePath: 'a/b' }
  ]
  expect((await bring(one, below)).failure?.code).toBe('ResourceFileCreateFailed')
  expect((await bring(below, one)).failure?.code).toBe('ResourceFileCreateFailed')
})

test('a failure names the blob and the file', async () => {
  const httpUrl = await blobUrl('no')
  const { failure } = await bring({ httpUrl, filePath: 'some/where' })
  expect(failure).toMatchObject({
    message: 'One of the specified Azure Blob(s) is not found',
    details: [
      { name: 'BlobSource', value: httpUrl },
      { name: 'FilePath', value: 'some/where' },
      { name: 'Message', value: expect.stringMatching(/^The server returned 404/) }
    ]
  })
})

test('an identity of the pool reads without a SAS', async () => {
  await machine.remove()
  const rights: string[] = []
  const { search } = new URL(await sas('rl'))
  const authorize = (url: string, right: string) => {
    rights.push(right)
    return url.startsWith(azurite.url) ? url + search : null
  }
  machine = await openTestMachine({ authorize })
  const identityReference = { resourceId: IDENTITY.identities[0]?.toUpperCase() ?? '' }
  const result = await bring(
    { httpUrl: container.getBlobClient('run.sh').url, filePath: 'run.sh', identityReference },
    { storageContainerUrl: container.url, blobPrefix: 'data2/', identityReference }
  )
  expect(result.failure).toBeNull()
  expect(await readdir(wd())).toEqual(['data2', 'run.sh'])
  expect(rights).toEqual(['read', 'read'])
  const foreign = { httpUrl: 'https://example.org/x', filePath: 'x', identityReference }
  expect((await bring(foreign)).failure?.code).toBe('BlobAccessDenied')
})

test('a fault makes a valid SAS expire', async () => {
  await machine.remove()
  machine = await openTestMachine({ faults: always('sas-expired') })
  const { failure } = await bring({ httpUrl: await blobUrl('run.sh'), filePath: 'x' })
  expect(failure).toMatchObject({ category: 'UserError', code: 'BlobAccessDenied' })
})

test.each([
  ['its user', new EndedByUser(), null],
  ['its time limit', null, 150]
])('a task is ended by %s during a download', async (_, reason, wallClockLimit) => {
  const user = new AbortController()
  const resourceFiles = [{ httpUrl: offered('/never'), filePath: 'x' }]
  const arrived = new Promise((arrive) => unreliable.once('request', arrive))
  const running = runTask(machine, { resourceFiles, wallClockLimit }, user.signal)
  await arrived
  if (reason !== null) user.abort(reason)
  expect(await running).toMatchObject({ failure: { code: 'TaskEnded' }, failedIn: 'preparation' })
})
