import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { FaultSpec } from '../../../../emulator/faults/fault-spec.ts'
import type { AzurePlace } from '../../../../src/backends/azure-batch/backend.ts'
import { IMAGES, nodeProgram, TASKS, type Troubled, troubledAccount } from './trouble.ts'
import { type Case, holds, limits } from './trouble-cases.ts'

const live = troubledAccount()

describe('what Azure loses of a task is read again', () => {
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
  test.each<[string, Case]>([
    [
      'an upload, once',
      {
        faults: [upload(1)],
        hears:
          /The task task-0001 failed on node \S+: FileUploadMiscError.*It held images\/line-0000.*read again/,
        ends: 'all rows'
      }
    ],
    [
      'an upload, thrice',
      { faults: [upload(3)], hears: /The task task-0001-again-3 failed/, ends: 'all rows' }
    ],
    [
      'every upload of all tasks, once',
      {
        faults: [upload(1, 'task-0001'), upload(1, 'task-0002')],
        hears: /The task task-0002 failed/,
        ends: 'all rows'
      }
    ],
    [
      'an upload, always',
      {
        faults: [upload('always')],
        hears:
          /line-0000\d.png: its task failed on \S+: FileUploadMiscError.*the next run reads it/,
        ends: 'lost rows'
      }
    ],
    [
      'the right to a blob, once',
      { faults: [sas(1)], hears: /BlobAccessDenied.*read again/, ends: 'all rows' }
    ],
    [
      'the right to a blob, always',
      {
        faults: [sas('always')],
        hears: /its task failed on \S+: BlobAccessDenied/,
        ends: 'lost rows'
      }
    ],
    [
      'an archive that is torn, once',
      {
        changes: (account) => ({
          nodeProgram: nodeProgram(
            account,
            "process.exitCode = real(); if (task === 'task-0001') fs.truncateSync('results.tar', 700)"
          )
        }),
        hears: /The task task-0001 brought no results that can be used: The archive .*torn/,
        ends: 'all rows'
      }
    ],
    [
      'an archive that is torn, always',
      {
        changes: (account) => ({
          nodeProgram: nodeProgram(
            account,
            "process.exitCode = real(); if (task.startsWith('task-0001')) fs.truncateSync('results.tar', 700)"
          )
        }),
        hears: /line-0000\d.png: The archive .*torn/,
        ends: 'lost rows'
      }
    ],
    [
      'an archive that never came',
      {
        changes: (account) => ({
          nodeProgram: nodeProgram(
            account,
            "process.exitCode = real(); if (task === 'task-0001') fs.rmSync('results.tar')"
          )
        }),
        hears: /The task task-0001 brought no results.*lost on Azure/,
        ends: 'all rows'
      }
    ]
  ])('%s', async (_, one) => holds(live(), one))

  test('where it cannot be given to Azure again, the run ends with what there is', async () => {
    await holds(live(), {
      faults: [
        upload(1),
        { kind: 'server-error', times: 'always', after: 1, only: { operation: 'job.add' } }
      ],
      changes: (account) => ({
        nodeProgram: nodeProgram(
          account,
          "if (task === 'task-0001') setTimeout(() => { process.exitCode = real() }, 700); else process.exitCode = real()"
        )
      }),
      hears: /did not add the job batch-ocr-test-r2 .*500/,
      ends: 'problem',
      rows: IMAGES / TASKS
    })
  })

  test('an archive that reaches for other files, which it does not get', async () => {
    const script = `const { status } = spawnSync('tar', ['--create', '--file=results.tar', '--transform=s,.*,../../../evil,', 'order.tar'])
process.exitCode = status`
    await holds(live(), {
      changes: (account) => ({ nodeProgram: nodeProgram(account, script) }),
      hears: /The archive holds .*evil.*Nothing of it was used/,
      ends: 'lost rows'
    })
    expect(existsSync(join(live().scratch.folder, 'evil'))).toBe(false)
  })
})

describe('a task whose own process fails', () => {
  const program =
    (script: string, changes: Partial<AzurePlace['limits']> = {}) =>
    (account: Troubled) => ({
      nodeProgram: nodeProgram(account, script),
      ...limits(changes)
    })
  test.each<[string, Case]>([
    [
      'once, runs again by task-retries',
      {
        changes: program(
          "if (fs.existsSync(marker)) process.exitCode = real(); else { fs.writeFileSync(marker, ''); process.exit(3) }",
          { taskRetries: 1 }
        ),
        hears: null,
        ends: 'all rows'
      }
    ],
    [
      'always, gives its images up and tells what it said',
      {
        changes: program("process.stderr.write('The well has run dry.'); process.exit(3)", {
          taskRetries: 1
        }),
        hears:
          /The task task-000\d failed on node \S+: exit code 3 \(FailureExitCode.*It said: The well has run dry[\s\S]*line-0000\d.png: its task failed on \S+: exit code 3/,
        ends: 'lost rows'
      }
    ],
    [
      'by being killed',
      {
        changes: program("process.kill(process.pid, 'SIGKILL')"),
        hears: /exit code 137/,
        ends: 'lost rows'
      }
    ],
    [
      'by task-timeout',
      {
        changes: program(
          "if (task === 'task-0001') setTimeout(() => {}, 600_000); else process.exitCode = real()",
          { taskTimeout: 0.03 }
        ),
        hears: /task-0001 failed .*TaskEnded[\s\S]*see task-timeout/,
        ends: 'lost rows'
      }
    ],
    [
      'by job-timeout',
      {
        changes: program('setTimeout(() => {}, 600_000)', { jobTimeout: 0.04 }),
        hears: /did not end within job-timeout/,
        ends: 'problem'
      }
    ]
  ])('%s', async (_, one) => holds(live(), one))
})
