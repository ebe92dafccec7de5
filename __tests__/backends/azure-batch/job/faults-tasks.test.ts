import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { FaultSpec } from '../../../../emulator/faults/fault-spec.ts'
import type { AzurePlace } from '../../../../src/backends/azure-batch/backend.ts'
import { until } from '../../../support/poll.ts'
import { onward } from '../live-account.ts'
import { expectCase, type FaultCase, limits } from './fault-case.ts'
import { type FaultyAccount, faultyAccount, IMAGES, NAME, TASKS } from './faulty-account.ts'

const live = faultyAccount()

describe('a task whose results Azure loses is read again', () => {
  const upload = (times: number | 'always', taskId = 'task-0001*'): FaultSpec => ({
    kind: 'upload-fails',
    times,
    only: { taskId }
  })
  const sas = (times: number | 'always'): FaultSpec => ({
    kind: 'sas-expired',
    times,
    only: { taskId: 'task-0001*' }
  })
  test.each<[string, FaultCase]>([
    [
      'the upload fails once',
      {
        faults: [upload(1)],
        message:
          /The task task-0001 failed on node \S+: FileUploadMiscError.*Its images are images\/line-0000.*read again/,
        ends: 'all rows'
      }
    ],
    [
      'the upload fails three times',
      { faults: [upload(3)], message: /The task task-0001-again-3 failed/, ends: 'all rows' }
    ],
    [
      'the upload of every task fails once',
      {
        faults: [upload(1, 'task-0001'), upload(1, 'task-0002')],
        message: /The task task-0002 failed/,
        ends: 'all rows'
      }
    ],
    [
      'the upload fails every time',
      {
        faults: [upload('always')],
        message:
          /line-0000\d.png: its task failed on \S+: FileUploadMiscError.*the next run reads it/,
        ends: 'lost rows'
      }
    ],
    [
      'a SAS has expired once',
      { faults: [sas(1)], message: /BlobAccessDenied.*read again/, ends: 'all rows' }
    ],
    [
      'every SAS has expired',
      {
        faults: [sas('always')],
        message: /its task failed on \S+: BlobAccessDenied/,
        ends: 'lost rows'
      }
    ],
    [
      'the archive is truncated once',
      {
        changes: (account) => ({
          nodeProgram: account.program(
            "read(); if (task === 'task-0001') fs.truncateSync('results.tar', 700)"
          )
        }),
        message: /The task task-0001 has no usable results: The archive is incomplete or damaged/,
        ends: 'all rows'
      }
    ],
    [
      'the archive is truncated every time',
      {
        changes: (account) => ({
          nodeProgram: account.program(
            "read(); if (task.startsWith('task-0001')) fs.truncateSync('results.tar', 700)"
          )
        }),
        message: /line-0000\d.png: The archive is incomplete or damaged/,
        ends: 'lost rows'
      }
    ],
    [
      'the archive is missing',
      {
        changes: (account) => ({
          nodeProgram: account.program("read(); if (task === 'task-0001') fs.rmSync('results.tar')")
        }),
        message: /The task task-0001 has no usable results.*lost on Azure/,
        ends: 'all rows'
      }
    ]
  ])('%s', async (_, one) => expectCase(live(), one))

  test('if its second job cannot be added, the run ends with the results so far', async () => {
    await expectCase(live(), {
      faults: [
        upload(1),
        { kind: 'server-error', times: 'always', after: 1, only: { operation: 'job.add' } }
      ],
      changes: (account) => ({
        nodeProgram: account.program("if (task === 'task-0001') afterRelease(read); else read()")
      }),
      impatient: true,
      meanwhile: async ({ service, release }) => {
        await until(async () => {
          const tasks = await service.tasks(NAME, 'all', onward)
          return tasks.some(({ id, state }) => id === 'task-0002' && state === 'completed')
        }, 'the end of task-0002')
        release()
      },
      message: /did not add the job batch-ocr-test-r2 .*500/,
      ends: 'problem',
      rows: IMAGES / TASKS
    })
  })

  test('an archive with a path outside of the results folder is not unpacked', async () => {
    const script = `const { status } = spawnSync('tar', ['--create', '--file=results.tar', '--transform=s,.*,../../../evil,', 'order.tar'])
process.exitCode = status`
    await expectCase(live(), {
      changes: (account) => ({ nodeProgram: account.program(script) }),
      message: /The archive holds .*evil.*Nothing of it was used/,
      ends: 'lost rows'
    })
    expect(existsSync(join(live().scratch.folder, 'evil'))).toBe(false)
  })
})

describe('a task whose own process fails', () => {
  const program =
    (script: string, changes: Partial<AzurePlace['limits']> = {}) =>
    (account: FaultyAccount) => ({
      nodeProgram: account.program(script),
      ...limits(changes)
    })
  test.each<[string, FaultCase]>([
    [
      'once runs again, by task-retries',
      {
        changes: program(
          "if (fs.existsSync(marker)) read(); else { fs.writeFileSync(marker, ''); process.exit(3) }",
          { taskRetries: 1 }
        ),
        message: null,
        ends: 'all rows'
      }
    ],
    [
      'every time has lost rows, and its output is shown',
      {
        changes: program("process.stderr.write('The well has run dry.'); process.exit(3)", {
          taskRetries: 1
        }),
        message:
          /The task task-000\d failed on node \S+: exit code 3 \(FailureExitCode.*Its output ends with: The well has run dry[\s\S]*line-0000\d.png: its task failed on \S+: exit code 3/,
        ends: 'lost rows'
      }
    ],
    [
      'because it is killed has lost rows',
      {
        changes: program("process.kill(process.pid, 'SIGKILL')"),
        message: /exit code 137/,
        ends: 'lost rows'
      }
    ],
    [
      'at task-timeout has lost rows',
      {
        changes: program("if (task === 'task-0001') setTimeout(() => {}, 600_000); else read()", {
          taskTimeout: 0.03
        }),
        message: /task-0001 failed .*TaskEnded[\s\S]*see task-timeout/,
        ends: 'lost rows'
      }
    ],
    [
      'at job-timeout ends the run',
      {
        changes: program('setTimeout(() => {}, 600_000)', { jobTimeout: 0.04 }),
        message: /did not end within job-timeout/,
        ends: 'problem'
      }
    ]
  ])('%s', async (_, one) => expectCase(live(), one))
})
