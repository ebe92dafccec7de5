import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { BatchService } from '../../src/backends/azure-batch/client/batch-service.ts'
import type { Listener } from '../../src/lib/listener.ts'
import { runAzureSample, type SampleSettings } from '../../src/sample/azure-sample.ts'
import { runLocalSample } from '../../src/sample/local-sample.ts'
import type { SampleOutcome } from '../../src/sample/sample.ts'
import { liveAccount, onward, QUICK } from '../backends/azure-batch/live-account.ts'
import { Scratch } from '../support/command.ts'
import { until } from '../support/poll.ts'

let scratch: Scratch
let messages: string[]
beforeEach(() => {
  scratch = new Scratch()
  messages = []
})
afterEach(() => scratch[Symbol.dispose]())

const listener: Listener = {
  phase: () => {},
  say: (sentence) => void messages.push(sentence),
  warn: (sentence) => void messages.push(`Warning: ${sentence}`),
  output: () => {},
  failed: () => {},
  progress: () => {}
}

const order = (tasks: number) => ({ tasks, folder: scratch.work })

/** Every output has its two lines, with the node of the outcome. */
function expectOutputs({ tasks, nodes }: SampleOutcome, count: number): void {
  expect(tasks.map(({ id }) => id)).toEqual(
    Array.from({ length: count }, (_, index) => `mytask${index + 1}`)
  )
  for (const [index, { id, node, succeeded, file }] of tasks.entries()) {
    expect({ succeeded, file }).toEqual({
      succeeded: true,
      file: `taskoutputs/stdout${index + 1}.txt`
    })
    expect(readFileSync(join(scratch.work, file as string), 'utf8')).toBe(
      `AZ_BATCH_TASK_ID=${id} processed by\nAZ_BATCH_NODE_ID=${node}\n`
    )
  }
  expect(readdirSync(join(scratch.work, 'taskoutputs'))).toHaveLength(count)
  expect(nodes.reduce((sum, node) => sum + node.tasks, 0)).toBe(count)
}

describe('The sample on this machine', () => {
  test('runs every task on the node `local`', async () => {
    const outcome = await runLocalSample(2, order(10), listener, onward)
    expectOutputs(outcome, 10)
    expect(outcome.nodes).toEqual([{ id: 'local', tasks: 10 }])
  })

  test('throws the reason of its cancellation', async () => {
    const reason = new Error('Enough.')
    await expect(runLocalSample(2, order(10), listener, AbortSignal.abort(reason))).rejects.toBe(
      reason
    )
  })
})

const SETTINGS: SampleSettings = {
  pool: null,
  nodeIdentity: null,
  vmSize: 'Standard_D2s_v5',
  vmImage: { publisher: 'canonical', offer: 'ubuntu-24_04-lts', sku: 'server' },
  nodes: 2,
  spotNodes: 0,
  slots: null,
  languages: ['eng'],
  pageSegmentationMode: null,
  taskRetries: 0,
  taskTimeout: 1,
  jobTimeout: 5
}

describe('The sample on Azure Batch', () => {
  const live = liveAccount()

  const sample = (
    settings: Partial<SampleSettings>,
    tasks: number,
    signal = onward,
    service: Partial<BatchService> = {}
  ): Promise<SampleOutcome> => {
    const { blobs, service: real } = live()
    const place = {
      account: { blobs, service: { ...real, ...service } },
      settings: { ...SETTINGS, ...settings },
      runId: 'Some run/1',
      pollInterval: QUICK
    } as const
    return runAzureSample(place, order(tasks), listener, signal)
  }

  const expectNothingLeft = async (pools = 0) => {
    const { service } = live()
    await until(async () => {
      const jobs = await service.jobs('', onward)
      const found = await service.pools('', onward)
      return jobs.length === 0 && found.length === pools
    }, 'job and pool to be gone')
  }

  test('distributes its tasks over the nodes of its own pool, and leaves nothing', async () => {
    const seen = new Set<string>()
    const { addJob } = live().service
    const outcome = await sample({ nodes: 2, spotNodes: 1 }, 24, onward, {
      addJob: (job, signal) => {
        seen.add(job.id)
        return addJob(job, signal)
      }
    })
    expectOutputs(outcome, 24)
    expect([...seen]).toEqual(['batch-ocr-sample-Some-run-1'])
    expect(outcome.nodes).toHaveLength(3)
    expect(messages.at(-1)).toMatch(/^24 of 24 tasks done, 0 running; nodes: /)
    await expectNothingLeft()
  })

  test('polls its tasks with two requests', async () => {
    const requests: string[] = []
    const { service } = live()
    const counted = Object.fromEntries(
      Object.entries(service).map(([name, call]) => [
        name,
        (...args: unknown[]) => {
          requests.push(name)
          return (call as (...given: unknown[]) => unknown)(...args)
        }
      ])
    ) as unknown as BatchService
    await sample({}, 8, onward, counted)
    const following = requests.slice(
      requests.indexOf('addTasks') + 1,
      requests.lastIndexOf('tasks')
    )
    const counts = following.filter((name) => name === 'taskCounts').length
    expect(following.filter((name) => name === 'nodeCounts')).toHaveLength(counts)
    expect(new Set(following)).toEqual(new Set(['taskCounts', 'nodeCounts']))
  })

  test('uses an existing pool, and keeps it', async () => {
    const { service } = live()
    const { vmSize, vmImage } = SETTINGS
    await service.addPool(
      {
        id: 'existing',
        vmSize,
        image: { ...vmImage, nodeAgent: 'batch.node.ubuntu 24.04' },
        slots: 1,
        size: { dedicated: 1, spot: 0 },
        startTask: null,
        metadata: {}
      },
      onward
    )
    const outcome = await sample({ pool: 'existing' }, 3)
    expectOutputs(outcome, 3)
    expect(outcome.nodes).toHaveLength(1)
    await expectNothingLeft(1)
  })

  test('reports a pool that does not exist', async () => {
    await expect(sample({ pool: 'nowhere' }, 3)).rejects.toMatchObject({ kind: 'not-found' })
    await expectNothingLeft()
  })

  test('ends if the core quota is used up, and leaves nothing', async () => {
    live().emulator.faults.set({ kind: 'resize-error', code: 'AccountCoreQuotaReached' })
    await expect(sample({}, 3)).rejects.toThrow(/AccountCoreQuotaReached/)
    await expectNothingLeft()
  })

  test('reports an output that is lost with its node', async () => {
    const { taskFileTail } = live().service
    const outcome = await sample({ nodes: 1 }, 2, onward, {
      taskFileTail: async (job, task, ...rest) =>
        task === 'mytask2' ? null : taskFileTail(job, task, ...rest)
    })
    expect(outcome.tasks.map(({ file }) => file)).toEqual(['taskoutputs/stdout1.txt', null])
    expect(messages.join('\n')).toMatch(
      /Warning: The node tvm\S+ of the task mytask2 is gone, and the task's output with it\./
    )
  })

  test('can be cancelled, and leaves nothing', async () => {
    const cancel = new AbortController()
    const reason = new Error('Enough.')
    const { addTasks } = live().service
    const running = sample({}, 3, cancel.signal, {
      addTasks: async (...args) => {
        await addTasks(...args)
        cancel.abort(reason)
      }
    })
    await expect(running).rejects.toBe(reason)
    await expectNothingLeft()
  })

  test('does not remove a job of the same name that it did not add', async () => {
    const { service } = live()
    const id = 'batch-ocr-sample-Some-run-1'
    await service.addPool(
      {
        id: 'other',
        vmSize: SETTINGS.vmSize,
        image: { ...SETTINGS.vmImage, nodeAgent: 'batch.node.ubuntu 24.04' },
        slots: 1,
        size: { dedicated: 0, spot: 0 },
        startTask: null,
        metadata: {}
      },
      onward
    )
    await service.addJob({ id, pool: { id: 'other' }, maxMinutes: 5, metadata: {} }, onward)
    await expect(sample({}, 3)).rejects.toMatchObject({ kind: 'conflict', code: 'JobExists' })
    expect(await service.job(id, onward)).toMatchObject({ state: 'active' })
    expect(existsSync(join(scratch.work, 'taskoutputs'))).toBe(false)
  })

  test('ends when its job exceeds `job-timeout`', async () => {
    live().emulator.faults.set({ kind: 'node-never-ready', times: 'always' })
    await expect(sample({ jobTimeout: 1 / 60 }, 3)).rejects.toThrow(
      /did not end within 0\.01\d* minutes \(job-timeout\)/
    )
    await expectNothingLeft()
  })
})
