import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BatchServiceClient, BatchSharedKeyCredentials } from '@azure/batch'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { BatchError } from '../protocol/batch-error.ts'
import { SETTINGS, startTestService, type TestService } from '../protocol/test-service.ts'
import { fileOperations } from './files.ts'
import type { Machine } from './machine.ts'
import { openTestMachine, TASK } from './test-machine.ts'

const TASK_URL = '/jobs/job1/tasks/task1'
const NODE_URL = '/pools/pool1/nodes/tvmps_1_d'
const CHANGED = new Date('2026-03-01T10:20:30.400Z')

let machine: Machine
let service: TestService
beforeAll(async () => {
  service = await startTestService(
    fileOperations({
      taskFolder: (jobId, taskId) => {
        if (taskId !== 'task1') throw new BatchError(404, 'TaskNotFound', 'No such task.')
        return { root: machine.folderOf(TASK), url: `${service.url}/jobs/${jobId}/tasks/${taskId}` }
      },
      nodeFolder: () => ({ root: machine.root, url: service.url + NODE_URL })
    })
  )
})
afterAll(() => service.close())

beforeEach(async () => {
  machine = await openTestMachine()
  const folder = machine.folderOf(TASK)
  mkdirSync(join(folder, 'wd/out/ä & b'), { recursive: true })
  writeFileSync(join(folder, 'stdout.txt'), 'hello world')
  writeFileSync(join(folder, 'wd/empty'), '')
  writeFileSync(join(folder, 'wd/out/ä & b/100%.txt'), 'hostile')
  utimesSync(join(folder, 'stdout.txt'), CHANGED, CHANGED)
  chmodSync(join(folder, 'stdout.txt'), 0o640)
})
afterEach(() => machine.remove())

const taskFile = (path: string): string => `${TASK_URL}/files/${encodeURIComponent(path)}`
const nodeFile = (path: string): string => `${NODE_URL}/files/${encodeURIComponent(path)}`

const ABOUT = {
  'content-type': 'text/plain',
  'last-modified': 'Sun, 01 Mar 2026 10:20:30 GMT',
  'ocp-creation-time': expect.stringMatching(/ GMT$/),
  'ocp-batch-file-isdirectory': 'False',
  'ocp-batch-file-mode': '0o100640'
}

test('a file is returned with its properties, in chunks', async () => {
  const { status, text, headers } = await service.call(taskFile('stdout.txt'))
  expect({ status, text }).toEqual({ status: 200, text: 'hello world' })
  const url = encodeURIComponent(`${service.url}${TASK_URL}/files/stdout.txt`)
  expect(headers).toMatchObject({
    ...ABOUT,
    'transfer-encoding': 'chunked',
    'ocp-batch-file-url': url
  })
  expect(headers).not.toHaveProperty('content-length')
})

test('HEAD returns the same headers and the length', async () => {
  const { status, text, headers } = await service.call(taskFile('stdout.txt'), { method: 'HEAD' })
  expect({ status, text }).toEqual({ status: 200, text: '' })
  expect(headers).toMatchObject({ ...ABOUT, 'content-length': '11' })
  const folder = await service.call(taskFile('wd'), { method: 'HEAD' })
  expect(folder.headers).toMatchObject({
    'ocp-batch-file-isdirectory': 'True',
    'content-length': '0'
  })
})

test('the URL of a file is encoded once in a list, and twice in a header', async () => {
  const name = 'wd/out/ä & b/100%.txt'
  const { text, headers } = await service.call(taskFile(name))
  expect(text).toBe('hostile')
  const url = decodeURIComponent(String(headers['ocp-batch-file-url']))
  const list = await service.call(`${TASK_URL}/files?recursive=true`)
  const listed = list.json.value.find((file: { name: string }) => file.name === name)
  expect(url).toBe(listed.url)
  expect((await service.call(url.slice(service.url.length))).text).toBe('hostile')
})

test.each([
  ['bytes=0-4', 200, 'hello'],
  ['bytes=6-', 200, 'world'],
  ['bytes=6-999', 200, 'world'],
  ['bytes=11-', 416, expect.stringContaining('InvalidRange')],
  ['everything', 400, expect.stringContaining('InvalidHeaderValue')]
])('the range %s gets %d', async (range, status, text) => {
  const answer = await service.call(taskFile('stdout.txt'), { headers: { 'ocp-range': range } })
  expect(answer).toMatchObject({ status, text })
})

test('an empty file is empty', async () => {
  expect(await service.call(taskFile('wd/empty'))).toMatchObject({ status: 200, text: '' })
})

test('a list has the top level, or everything if recursive', async () => {
  const top = await service.call(`${TASK_URL}/files`)
  expect(top.json['odata.metadata']).toBe(`${service.url}/$metadata#files`)
  expect(top.json.value).toEqual([
    {
      name: 'stdout.txt',
      url: `${service.url}${TASK_URL}/files/stdout.txt`,
      isDirectory: false,
      properties: {
        creationTime: expect.stringMatching(/Z$/),
        lastModified: '2026-03-01T10:20:30.400Z',
        contentLength: '11',
        contentType: 'text/plain',
        fileMode: '0o100640'
      }
    },
    { name: 'wd', url: `${service.url}${TASK_URL}/files/wd`, isDirectory: true }
  ])
  const names = async (query: string) =>
    (await service.call(`${TASK_URL}/files?${query}`)).json.value.map(
      ({ name }: { name: string }) => name
    )
  expect(await names('recursive=true')).toEqual([
    'stdout.txt',
    'wd',
    'wd/empty',
    'wd/out',
    'wd/out/ä & b',
    'wd/out/ä & b/100%.txt'
  ])
  expect(await names(`recursive=true&$filter=startswith(name,'wd/o')`)).toHaveLength(3)
})

test('a long list has pages, with each file once', async () => {
  for (let index = 0; index < 25; index++) {
    writeFileSync(join(machine.folderOf(TASK), `file-${index}.txt`), '')
  }
  const names: string[] = []
  let link: string | undefined = `${service.url}${TASK_URL}/files?recursive=true&maxresults=10`
  while (link !== undefined) {
    const { json } = await service.call(link.slice(service.url.length))
    names.push(...json.value.map(({ name }: { name: string }) => name))
    link = json['odata.nextLink']
  }
  expect(names).toHaveLength(31)
  expect(new Set(names).size).toBe(31)
})

test('files of a node are relative to its root', async () => {
  const list = await service.call(`${NODE_URL}/files`)
  expect(list.json.value.map(({ name }: { name: string }) => name)).toContain('workitems')
  const file = await service.call(nodeFile('workitems/job1/job-1/task1/stdout.txt'))
  expect(file.text).toBe('hello world')
})

test.each([
  '../task2/stdout.txt',
  '../../../../startup',
  '/etc/passwd',
  '../../../../../../../../etc/passwd',
  'wd/outside/passwd',
  'wd/passwd',
  'wd/dangling',
  'no-such-file',
  'stdout.txt/x',
  'a\0b',
  'x'.repeat(5000)
])('a path outside the task is not found (%#)', async (path) => {
  const wd = join(machine.folderOf(TASK), 'wd')
  symlinkSync('/etc', join(wd, 'outside'))
  symlinkSync('/etc/passwd', join(wd, 'passwd'))
  symlinkSync('nowhere', join(wd, 'dangling'))
  for (const method of ['GET', 'HEAD', 'DELETE']) {
    const { status } = await service.call(taskFile(path), { method })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  }
  expect(existsSync('/etc/passwd')).toBe(true)
  const list = await service.call(`${TASK_URL}/files?recursive=true`)
  expect(list.text).not.toMatch(/outside|passwd|dangling/)
})

test('a link within the node is followed', async () => {
  writeFileSync(join(machine.root, 'shared/common.txt'), 'common')
  symlinkSync(join(machine.root, 'shared/common.txt'), join(machine.folderOf(TASK), 'wd/link.txt'))
  expect((await service.call(taskFile('wd/link.txt'))).text).toBe('common')
})

test('a folder or a pipe cannot be read', async () => {
  execFileSync('mkfifo', [join(machine.folderOf(TASK), 'wd/pipe')])
  for (const path of ['wd', 'wd/pipe']) {
    const { status, json } = await service.call(taskFile(path))
    expect({ status, code: json.code }).toEqual({ status: 403, code: 'IOError' })
  }
})

test('a missing file and a missing task have different errors', async () => {
  const missing = await service.call(taskFile('no-such-file'))
  expect(missing).toMatchObject({ status: 404, json: { code: 'FileNotFound' } })
  const task = await service.call('/jobs/job1/tasks/other/files/stdout.txt')
  expect(task).toMatchObject({ status: 404, json: { code: 'TaskNotFound' } })
})

test('a file is deleted; a folder only if it is empty, or recursively', async () => {
  const remove = async (path: string, query = '') =>
    (await service.call(taskFile(path) + query, { method: 'DELETE' })).status
  const there = (path: string) => existsSync(join(machine.folderOf(TASK), path))
  expect(await remove('stdout.txt')).toBe(200)
  expect(there('stdout.txt')).toBe(false)
  expect(await remove('stdout.txt')).toBe(404)
  expect(await remove('wd/out')).toBe(403)
  expect(there('wd/out')).toBe(true)
  expect(await remove('wd/out', '?recursive=true')).toBe(200)
  expect(await remove('wd/empty')).toBe(200)
  expect(await remove('wd')).toBe(200)
  expect(there('wd')).toBe(false)
})

test('a conditional read of an unchanged file gets 304', async () => {
  const asked = (name: string, time: string) =>
    service.call(taskFile('stdout.txt'), { headers: { [name]: time } })
  const [before, after] = ['Sun, 01 Mar 2026 10:20:29 GMT', 'Sun, 01 Mar 2026 10:20:30 GMT']
  expect((await asked('if-modified-since', before)).status).toBe(200)
  expect((await asked('if-modified-since', after)).status).toBe(304)
  expect((await asked('if-unmodified-since', before)).status).toBe(412)
  expect((await asked('if-unmodified-since', after)).status).toBe(200)
})

test('the Azure SDK reads, lists and deletes', async () => {
  const credentials = new BatchSharedKeyCredentials(SETTINGS.account, SETTINGS.key)
  const { file } = new BatchServiceClient(credentials, service.url, { noRetryPolicy: true })
  const fileGetFromTaskOptions = { ocpRange: 'bytes=0-4' }
  const { readableStreamBody } = await file.getFromTask('job1', 'task1', 'stdout.txt', {
    fileGetFromTaskOptions
  })
  const chunks: Buffer[] = []
  for await (const chunk of readableStreamBody ?? []) chunks.push(Buffer.from(chunk))
  expect(Buffer.concat(chunks).toString()).toBe('hello')
  const properties = await file.getPropertiesFromTask('job1', 'task1', 'wd/out/ä & b/100%.txt')
  expect(properties).toMatchObject({ contentLength: 7, ocpBatchFileIsdirectory: 'False' })
  const list = await file.listFromComputeNode('pool1', 'tvmps_1_d', { recursive: true })
  expect(list.find(({ name }) => name?.endsWith('stdout.txt'))?.properties?.contentLength).toBe(11)
  await file.deleteFromComputeNode('pool1', 'tvmps_1_d', 'shared', { recursive: true })
  expect(existsSync(join(machine.root, 'shared'))).toBe(false)
})
