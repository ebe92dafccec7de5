import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { waitFor } from '../../__tests__/support/wait-for.ts'
import { AZ_IS_INSTALLED, type Az, azOf, twoAtATime } from './az.ts'
import { clientOf, QUICKLY, textOf } from './sdk.ts'
import { startAsUser, type UsersEmulator, WHO_AND_WHERE, whoAndWhere } from './support.ts'

// Dozens of commands, each of which takes seconds on a busy machine.
jest.setTimeout(600_000)

/** The installed Azure CLI against the emulator. */
const withAz = AZ_IS_INSTALLED ? describe : describe.skip

let emulator: UsersEmulator
let az: Az

/** Arguments of `az batch pool create` as in Microsoft's training module, with an image that exists. */
const UBUNTU = [
  ...['--vm-size', 'Standard_A1_v2', '--node-agent-sku-id', 'batch.node.ubuntu 22.04'],
  ...['--image', 'canonical:0001-com-ubuntu-server-jammy:22_04-lts']
]

/** The same machines, in JSON. */
const UBUNTU_JSON = {
  vmSize: 'Standard_A1_v2',
  virtualMachineConfiguration: {
    nodeAgentSKUId: 'batch.node.ubuntu 22.04',
    imageReference: {
      publisher: 'canonical',
      offer: '0001-com-ubuntu-server-jammy',
      sku: '22_04-lts'
    }
  }
}

const fileOf = (name: string) => join(emulator.scratch.work, name)

function writeJson(name: string, value: unknown): string {
  writeFileSync(fileOf(name), JSON.stringify(value))
  return fileOf(name)
}

const idleNodes = (pool: string, count: number): Promise<string[]> =>
  waitFor(
    () => az('node', 'list', '--pool-id', pool, '--query', "[?state=='idle'].id"),
    (ids: string[]) => ids.length === count
  )

const completed = (job: string, count: number): Promise<{ startTime: string; endTime: string }[]> =>
  waitFor(
    () =>
      az(
        ...['task', 'list', '--job-id', job, '--filter', "state eq 'completed'"],
        ...['--query', '[].executionInfo']
      ),
    (infos: { startTime: string; endTime: string }[]) => infos.length === count
  )

withAz(`az batch ${AZ_IS_INSTALLED ? 'as installed' : '(not installed: azure-cli)'}`, () => {
  beforeAll(async () => {
    // Each request by az takes a while, so states are reached before it asks for them.
    emulator = await startAsUser(...QUICKLY)
    az = azOf(emulator)
  })

  afterAll(async () => {
    await az.close()
    await emulator.stop()
  })

  test('lists the image and the node agent of the walkthrough', async () => {
    const agents = await az.started(
      ...['pool', 'supported-images', 'list', '--query'],
      "[?imageReference.sku=='22_04-lts'].nodeAgentSkuId"
    )
    expect(agents).toEqual(['batch.node.ubuntu 22.04'])
  })

  test('runs the whole walkthrough: a pool of three nodes, a job and ten tasks', async () => {
    await az('pool', 'create', '--id', 'mypool', '--target-dedicated-nodes', '3', ...UBUNTU)
    await waitFor(
      () => az('pool', 'show', '--pool-id', 'mypool', '--query', 'allocationState'),
      (state) => state === 'steady'
    )
    const nodes = await idleNodes('mypool', 3)

    await az('job', 'create', '--id', 'myjob', '--pool-id', 'mypool')
    const tasks = Array.from({ length: 10 }, (_, index) => ({ id: `mytask${index + 1}`, index }))
    await twoAtATime(tasks, ({ id }) =>
      az('task', 'create', '--job-id', 'myjob', '--task-id', id, '--command-line', WHO_AND_WHERE)
    )
    await completed('myjob', 10)

    const ofTask5 = ['--job-id', 'myjob', '--task-id', 'mytask5']
    const [shown, listed] = await Promise.all([
      az('task', 'show', ...ofTask5),
      az('task', 'file', 'list', ...ofTask5, '--output', 'table')
    ])
    expect(shown).toMatchObject({
      id: 'mytask5',
      state: 'completed',
      commandLine: WHO_AND_WHERE,
      executionInfo: { exitCode: 0, result: 'success', failureInfo: null, retryCount: 0 },
      nodeInfo: { poolId: 'mypool' }
    })
    expect(nodes).toContain(shown.nodeInfo.nodeId)
    expect(listed).toMatch(/^IsDirectory +Name +Url\n/)
    for (const [kind, name] of Object.entries({ False: 'std(out|err)\\.txt', True: 'wd' }))
      expect(listed).toMatch(new RegExp(`^${kind} +${name} +http`, 'm'))

    mkdirSync(fileOf('taskoutputs'))
    const stdout = (id: string) => [
      ...['--job-id', 'myjob', '--task-id', id, '--file-path', 'stdout.txt']
    ]
    const client = clientOf(emulator)
    await twoAtATime(tasks, async ({ id, index }) => {
      if (index % 4 === 0)
        return az('task', 'file', 'download', ...stdout(id), '--destination', pathOf(index + 1))
      const { readableStreamBody } = await client.file.getFromTask('myjob', id, 'stdout.txt')
      writeFileSync(pathOf(index + 1), await textOf(readableStreamBody))
    })
    const outputs = tasks.map(({ index }) => whoAndWhere(readFileSync(pathOf(index + 1), 'utf8')))
    expect(outputs.map(({ task }) => task)).toEqual(tasks.map(({ id }) => id))
    const used = new Set(outputs.map(({ node }) => node))
    expect(nodes).toEqual(expect.arrayContaining([...used]))
    expect(used.size).toBeGreaterThan(1)
    expect(outputs[4]?.node).toBe(shown.nodeInfo.nodeId)

    // This version of az requests the headers of a file but does not print them.
    expect(await az('task', 'file', 'show', ...stdout('mytask1'))).toBe('')

    await az('job', 'delete', '--job-id', 'myjob', '--yes')
    await az('pool', 'delete', '--pool-id', 'mypool', '--yes')
    await Promise.all([
      waitFor(
        () => az('job', 'list', '--query', '[].id'),
        (ids) => !ids.includes('myjob')
      ),
      waitFor(
        () => az('pool', 'list', '--query', '[].id'),
        (ids) => !ids.includes('mypool')
      )
    ])
  })

  test('runs three tasks of two seconds on three nodes at the same time', async () => {
    await az('pool', 'create', '--id', 'three', '--target-dedicated-nodes', '3', ...UBUNTU)
    await Promise.all([
      idleNodes('three', 3),
      az('job', 'create', '--id', 'sleepers', '--pool-id', 'three')
    ])
    const sleepers = ['1', '2', '3'].map((id) => ({ id, commandLine: '/bin/sleep 2' }))
    const file = writeJson('sleepers.json', sleepers)
    const added = await az('task', 'create', '--job-id', 'sleepers', '--json-file', file)
    expect(added.map(({ taskId, status }: Record<string, string>) => [taskId, status])).toEqual(
      expect.arrayContaining(sleepers.map(({ id }) => [id, 'success']))
    )

    const infos = await completed('sleepers', 3)
    const starts = infos.map(({ startTime }) => Date.parse(startTime))
    const ends = infos.map(({ endTime }) => Date.parse(endTime))
    for (const [index, end] of ends.entries())
      expect(end - (starts[index] ?? 0)).toBeGreaterThanOrEqual(2000)
    expect(Math.max(...starts)).toBeLessThan(Math.min(...ends))

    const [counts] = await Promise.all([
      az('job', 'task-counts', 'show', '--job-id', 'sleepers', '--query', 'taskCounts'),
      az('job', 'stop', '--job-id', 'sleepers', '--terminate-reason', 'They have slept.')
    ])
    expect(counts).toEqual({ active: 0, running: 0, completed: 3, succeeded: 3, failed: 0 })
    const stopped = await waitFor(
      () => az('job', 'list', '--filter', "id eq 'sleepers'", '--query', '[0]'),
      ({ state }) => state === 'completed'
    )
    expect(stopped.executionInfo.terminateReason).toBe('They have slept.')
  })

  test('resizes a pool and removes nodes', async () => {
    const startTask = { commandLine: '/bin/bash -c "echo ready on $AZ_BATCH_NODE_ID"' }
    const pool = { id: 'prepared', ...UBUNTU_JSON, targetDedicatedNodes: 1, startTask }
    await az('pool', 'create', '--json-file', writeJson('pool.json', pool))
    const [first = ''] = await idleNodes('prepared', 1)
    const startup = (node: string, destination: string) => [
      ...['node', 'file', 'download', '--pool-id', 'prepared', '--node-id', node],
      ...['--file-path', 'startup/stdout.txt', '--destination', fileOf(destination)]
    ]
    await Promise.all([
      az(...startup(first, 'startup.txt')),
      az('pool', 'resize', '--pool-id', 'prepared', '--target-dedicated-nodes', '2')
    ])
    expect(readFileSync(fileOf('startup.txt'), 'utf8')).toBe(`ready on ${first}\n`)

    expect(await idleNodes('prepared', 2)).toContain(first)
    await az('node', 'delete', '--pool-id', 'prepared', '--node-list', first)
    const rest = await waitFor(
      () => az('node', 'list', '--pool-id', 'prepared', '--query', '[].id'),
      (ids: string[]) => ids.length === 1
    )
    expect(rest).not.toContain(first)
    const [said, listed] = await Promise.all([
      az.rejected(...startup(first, 'gone.txt')),
      az(
        'pool',
        'list',
        '--filter',
        "startswith(id, 'prep')",
        '--query',
        '[].currentDedicatedNodes'
      )
    ])
    expect(said).toContain('The specified node does not exist.')
    expect(listed).toEqual([1])
  })

  test('evaluates a formula on a pool with autoscaling', async () => {
    const autoScaleFormula = '$TargetDedicatedNodes = 1;'
    const pool = { id: 'scaled', ...UBUNTU_JSON, enableAutoScale: true, autoScaleFormula }
    await az('pool', 'create', '--json-file', writeJson('scaled.json', pool))
    const evaluate = (formula: string) =>
      az(
        ...['pool', 'autoscale', 'evaluate', '--pool-id', 'scaled'],
        ...['--auto-scale-formula', formula]
      )
    const [good, bad] = await Promise.all([
      evaluate('$TargetDedicatedNodes = min(2, 1 + 2);'),
      evaluate('$TargetDedicatedNodes = nobody;')
    ])
    expect(good).toMatchObject({ error: null })
    expect(good.results).toContain('$TargetDedicatedNodes=2;')
    expect(bad.error.code).toBe('AutoScalingFormulaEvaluationError')
  })

  test('shows the error messages of the service', async () => {
    const twice = ['pool', 'create', '--id', 'twice', '--target-dedicated-nodes', '0', ...UBUNTU]
    await az(...twice)
    await az('job', 'create', '--id', 'idle', '--pool-id', 'twice')
    const expected: [string[], string][] = [
      [twice, 'The specified pool already exists.'],
      [['pool', 'show', '--pool-id', 'nowhere'], 'The specified pool does not exist.'],
      [['job', 'show', '--job-id', 'nowhere'], 'The specified job does not exist.'],
      [
        ['task', 'show', '--job-id', 'idle', '--task-id', 'nowhere'],
        'The specified task does not exist.'
      ]
    ]
    await twoAtATime(expected, async ([words, message]) => {
      expect(await az.rejected(...words)).toMatch(
        new RegExp(`^ERROR: ${message}\nRequestId:\\S+\nTime:\\S+Z\n`)
      )
    })
  })
})

const pathOf = (task: number) => fileOf(`taskoutputs/stdout${task}.txt`)
