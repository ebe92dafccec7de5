import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { AzureAccount } from '../../../../src/backends/azure-batch/account.ts'
import { openBatchService } from '../../../../src/backends/azure-batch/client/open-batch-service.ts'
import {
  type DoctorSettings,
  examine
} from '../../../../src/backends/azure-batch/doctor/account.ts'
import { type Finding, tryCheck } from '../../../../src/backends/azure-batch/doctor/finding.ts'
import { AzureProblem } from '../../../../src/backends/azure-batch/problem.ts'
import { openBlobAccount } from '../../../../src/backends/azure-batch/storage/open-blob-account.ts'
import { KEY } from '../../../support/azurite.ts'
import { NODE, ROOT, Running, Scratch } from '../../../support/command.ts'
import { until } from '../../../support/poll.ts'
import { API_VERSION, liveAccount, onward } from '../live-account.ts'

const live = liveAccount()

const IMAGE = { publisher: 'canonical', offer: 'ubuntu-24_04-lts', sku: 'server' }

const settings = (more: Partial<DoctorSettings> = {}): DoctorSettings => ({
  batchEndpoint: live().emulator.endpoint,
  batchApiVersion: API_VERSION,
  pool: null,
  nodeIdentity: null,
  vmSize: 'Standard_D4s_v5',
  vmImage: IMAGE,
  slots: null,
  nodes: 2,
  spotNodes: 0,
  ...more
})

const examined = (more: Partial<DoctorSettings> = {}, account: AzureAccount = live()) =>
  examine({ account, settings: settings(more), manager: null }, onward)

const about = (findings: readonly Finding[], what: string): Finding | undefined =>
  findings.find((finding) => finding.what === what)

/** Creates a pool and waits until its nodes are in the given state. */
async function createPool(id: string, nodes: number, state: string): Promise<void> {
  const { service } = live()
  await service.addPool(
    {
      id,
      vmSize: 'Standard_D2s_v5',
      image: { ...IMAGE, nodeAgent: 'batch.node.ubuntu 24.04' },
      slots: 2,
      size: { dedicated: nodes, spot: 0 },
      startTask: { commandLine: '/bin/true', retries: 0 },
      metadata: {}
    },
    onward
  )
  await until(
    async () => (await service.nodeCounts(id, onward))?.dedicated[state] === nodes,
    `nodes in state ${state}`
  )
}

describe('the doctor', () => {
  test('finds no problem with a working account, and leaves nothing in it', async () => {
    const { service, blobs } = live()
    const findings = await examined()
    const { host } = new URL(live().emulator.endpoint)
    const storage = new URL(live().azurite.url).host
    expect(findings.map(({ what, state, told }) => [what, state, told])).toEqual([
      ['Batch account', 'good', `${host} supports API version 2025-06-01.`],
      ['Batch permissions', 'good', 'Jobs and pools can be deleted.'],
      ['Image', 'good', 'canonical:ubuntu-24_04-lts:server, batch.node.ubuntu 24.04.'],
      ['VM size', 'good', 'Standard_D4s_v5: 4 cores, 4 slots per node.'],
      ['Quota', 'unknown', 'An account key gives no access to the quotas.'],
      [
        'Storage',
        'good',
        `${storage}: a container can be created, written, read with a SAS, and removed.`
      ]
    ])
    expect(about(findings, 'Quota')?.todo).toBe(
      'See the Azure portal: your Batch account, Settings, Quotas.'
    )
    expect([
      await service.jobs('', onward),
      await service.pools('', onward),
      await blobs.containers('', onward)
    ]).toEqual([[], [], []])
  })

  test('finds a wrong key of the Batch account, and still checks the storage account', async () => {
    const account = live().withKey(Buffer.from('another key').toString('base64'))
    const findings = await examined({ pool: 'any' }, account)
    expect(about(findings, 'Batch account')).toEqual({
      what: 'Batch account',
      state: 'bad',
      told: expect.stringMatching(/403 AuthenticationFailed/),
      todo: 'Assign the role Azure Batch Data Contributor on the Batch account to the application, or check batch-account and batch-account-key.'
    })
    expect(about(findings, 'Pool')).toMatchObject({ state: 'unknown' })
    expect(about(findings, 'Storage')).toMatchObject({ state: 'good' })
  })

  test('reports a wrong key of the storage account once', async () => {
    const { azurite, service } = live()
    const key = Buffer.from('another key').toString('base64')
    const blobs = openBlobAccount({
      endpoint: azurite.url,
      credential: { kind: 'shared-key', account: azurite.account, key }
    })
    const findings = await examined({}, { service, blobs })
    const bad = findings.filter(({ state }) => state === 'bad')
    expect(bad).toEqual([
      {
        what: 'Storage',
        state: 'bad',
        told: expect.stringMatching(
          /^Azure Storage did not create the container batch-ocr-doctor-/
        ),
        todo: expect.stringMatching(/storage-account-key/)
      }
    ])
  })

  test('finds a role that allows to read and not to write', async () => {
    const { service, blobs } = live()
    const deleteJob = async () => {
      throw new AzureProblem('refused', 'PermissionDenied', 'Azure Batch did not delete the job.')
    }
    const findings = await examined({}, { service: { ...service, deleteJob }, blobs })
    expect(about(findings, 'Batch permissions')).toMatchObject({
      state: 'bad',
      told: 'Azure Batch did not delete the job.',
      todo: expect.stringMatching(/the role Azure Batch Data Contributor/)
    })
  })

  test('limits the time of a check', async () => {
    const never = (signal: AbortSignal) =>
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
      })
    expect(await tryCheck('Somebody', { unavailable: 'Call.' }, onward, never, 20)).toEqual({
      what: 'Somebody',
      state: 'bad',
      told: 'There was no answer within 0.02 seconds.',
      todo: 'Call.'
    })
  })

  test('finds an API version that the service does not support', async () => {
    const { emulator, blobs } = live()
    const service = openBatchService({
      endpoint: emulator.endpoint,
      credential: { kind: 'shared-key', account: emulator.account, key: emulator.key },
      apiVersion: '2030-01-01'
    })
    const findings = await examined({ batchApiVersion: '2030-01-01' }, { service, blobs })
    expect(about(findings, 'Batch account')).toMatchObject({
      state: 'bad',
      todo: 'Check batch-endpoint and batch-api-version.'
    })
  })

  test.each([
    [
      { vmImage: { ...IMAGE, sku: 'desktop' } },
      'Image',
      'bad',
      /does not support the image .*server/,
      'Set vm-image to a supported image.'
    ],
    [
      { vmImage: { publisher: 'canonical', offer: 'ubuntuserver', sku: '18.04-lts' } },
      'Image',
      'bad',
      /has not supported .* since 2023-05-30/,
      'Set vm-image to a newer image.'
    ],
    [
      { vmSize: 'Standard_Odd' },
      'VM size',
      'unknown',
      /unknown number of cores, 1 slot per node/,
      'Set slots to the number of cores of the VM size.'
    ]
  ] as const)('finds a problem of the nodes: %j', async (more, what, state, told, todo) => {
    expect(about(await examined(more), what)).toEqual({
      ...{ what, state, todo },
      told: expect.stringMatching(told)
    })
  })

  test('finds a pool that does not exist', async () => {
    expect(about(await examined({ pool: 'nowhere' }), 'Pool')).toEqual({
      what: 'Pool',
      state: 'bad',
      told: 'The pool nowhere does not exist.',
      todo: 'Create it with the command `pool create nowhere`, or leave `pool` empty to use a pool that is created and deleted with the job.'
    })
  })

  test('describes a working pool', async () => {
    await createPool('working', 2, 'idle')
    const findings = await examined({ pool: 'working' })
    expect(about(findings, 'Pool')).toMatchObject({
      state: 'good',
      told: expect.stringMatching(
        /^working: standard_d2s_v5, 2 slots per node, 2 nodes \(target: 2\), (steady|resizing)\.$/
      )
    })
    expect(about(findings, 'Nodes')).toMatchObject({ state: 'good', told: '2 idle.' })
    expect(findings.filter(({ state }) => state === 'bad')).toEqual([])
  })

  test('describes unusable nodes with the end of their start task’s log', async () => {
    live().emulator.faults.set({ kind: 'start-task-fails', exitCode: 7, times: 'always' })
    await createPool('failing', 1, 'starttaskfailed')
    expect(about(await examined({ pool: 'failing' }), 'Nodes')).toEqual({
      what: 'Nodes',
      state: 'bad',
      told: expect.stringMatching(
        /^1 of 1 node cannot run tasks, and are billed all the same\. The node tvm\S+ cannot run tasks \(starttaskfailed: its start task ended with exit code 7.*The start task was made to fail\.\.?$/
      ),
      todo: expect.stringMatching(/Correct the start task/)
    })
  })

  test('reports why a pool did not get its nodes', async () => {
    live().emulator.faults.set({ kind: 'resize-error', code: 'AccountCoreQuotaReached' })
    const { service } = live()
    await service.addPool(
      {
        id: 'short',
        vmSize: 'Standard_D2s_v5',
        image: { ...IMAGE, nodeAgent: 'batch.node.ubuntu 24.04' },
        slots: 2,
        size: { dedicated: 2, spot: 0 },
        startTask: null,
        metadata: {}
      },
      onward
    )
    await until(
      async () => ((await service.pool('short', onward))?.resizeErrors.length ?? 0) > 0,
      'a failed resize'
    )
    expect(about(await examined({ pool: 'short' }), 'Pool size')).toMatchObject({
      state: 'bad',
      told: expect.stringMatching(/AccountCoreQuotaReached/),
      todo: expect.stringMatching(/Quotas/)
    })
  })

  test('finds a pool without the identity of the nodes', async () => {
    await createPool('plain', 1, 'idle')
    const nodeIdentity = '/subscriptions/s/userAssignedIdentities/reader'
    const findings = await examined({ pool: 'plain', nodeIdentity })
    expect(about(findings, 'Node identity')).toMatchObject({
      state: 'bad',
      told: expect.stringMatching(/^The pool plain does not have .*reader/)
    })
  })

  test('finds SAS that give no access', async () => {
    const { service, blobs, azurite } = live()
    const container = (name: string) => ({
      ...blobs.container(name),
      readUrl: async () => `${azurite.url}/${name}/doctor.txt`
    })
    const findings = await examined({}, { service, blobs: { ...blobs, container } })
    expect(about(findings, 'Storage')).toMatchObject({
      state: 'bad',
      told: expect.stringMatching(/give no access to \S+ \(reading: 40\d, writing: 201\)\.$/),
      todo: expect.stringMatching(/public network access/)
    })
    expect(await blobs.containers('', onward)).toEqual([])
  })

  test.each([
    ['that works', [], 0, /Ready to run\.\n$/],
    [
      'without the named pool',
      ['--pool', 'nowhere'],
      3,
      /The pool nowhere does not exist\.[\s\S]*Pool: Create it with/
    ]
  ])('reports on an account %s on the command line', async (_, more, code, text) => {
    using scratch = new Scratch()
    const { emulator, azurite } = live()
    const named = {
      'batch-endpoint': emulator.endpoint,
      'batch-account': emulator.account,
      'batch-account-key': emulator.key,
      'storage-endpoint': azurite.url,
      'storage-account-key': KEY
    }
    const args = Object.entries(named).flatMap(([name, value]) => [`--${name}`, value])
    const doctor = (...rest: string[]) =>
      new Running(
        NODE,
        [join(ROOT, 'src/cli.ts'), 'doctor', '--backend', 'azure-batch', ...args, ...more, ...rest],
        { cwd: scratch.work, env: scratch.env }
      ).ended
    const read = await doctor()
    expect({ code: read.code, stdout: read.stdout }).toEqual({
      code,
      stdout: expect.stringMatching(text)
    })
    const output = await doctor('--json')
    expect(JSON.parse(output.stdout)).toEqual({
      ready: code === 0,
      findings: expect.arrayContaining([
        { what: expect.any(String), state: 'good', told: expect.any(String), todo: null }
      ])
    })
    expect(`${read.stdout}${read.stderr}`).not.toContain(emulator.key)
  })

  test('throws the reason of its signal', async () => {
    const reason = new Error('Enough.')
    const examined = { account: live(), settings: settings(), manager: null }
    await expect(examine(examined, AbortSignal.abort(reason))).rejects.toBe(reason)
  })
})
