import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { NODE, ROOT } from '../../__tests__/support/command.ts'
import { until } from '../../__tests__/support/poll.ts'
import type { Account } from './account.ts'
import { content, Program, pids, poolBody, untilNodes } from './program.ts'

const TASKS = 10_000

/** The numbers of completed tasks at which memory is measured. */
const MARKS = [2_000, 4_000, 6_000, 8_000, TASKS]

/** The test waits for this number of tasks at a time, so that a busy machine may take as long as it needs for all. */
const STEP = 500

/**
 * Heap limit in MiB. A task's resource takes 2 KiB; if each run leaked a few more, 10,000 tasks would not fit. Resident
 * memory depends on the garbage collector and proves nothing.
 */
const HEAP = 128

let program: Program
let account: Account

beforeAll(async () => {
  const main = join(ROOT, 'emulator/main.ts')
  // More room for young objects spares the collector most of its work; leaks end up in the limited old space.
  const heap = [`--max-old-space-size=${HEAP}`, '--max-semi-space-size=16']
  program = new Program([], [NODE, ...heap, main])
  account = await program.account()
})

afterAll(() => program.stop())

test('10,000 tasks complete on 4 nodes with 2 slots without leaking memory, files or processes', async () => {
  const pool = poolBody('p', { targetDedicatedNodes: 4, taskSlotsPerNode: 2 })
  await account.expect(201, 'POST', '/pools', pool)
  await untilNodes(account, 'p', 4, 'idle')
  await account.expect(201, 'POST', '/jobs', { id: 'j', poolInfo: { poolId: 'p' } })
  account.close()
  const { pid } = program.running
  const before = { files: openFiles(pid), children: children(pid) }

  const start = performance.now()
  await addTasks()
  const memory: number[] = []
  for (let done = STEP; done <= TASKS; done += STEP) {
    await until(async () => {
      // Frequent requests would cost as much CPU time as the tasks.
      await sleep(200)
      const { json } = await account.expect(200, 'GET', '/jobs/j/taskcounts')
      return json.taskCounts.completed >= done
    }, `${done} completed tasks`)
    if (MARKS.includes(done)) memory.push(residentBytes(pid))
  }
  const seconds = (performance.now() - start) / 1000
  process.stdout.write(
    `${TASKS} tasks in ${seconds.toFixed(0)} s, ${(TASKS / seconds).toFixed(0)} per second; resident memory: ` +
      `${memory.map((bytes) => `${(bytes / 2 ** 20).toFixed(0)} MiB`).join(', ')} ` +
      `after ${MARKS.join(', ')} tasks with a heap of ${HEAP} MiB\n`
  )

  // Counts are delayed and could be wrong; the list is authoritative.
  const undone = "$filter=state ne 'completed' or executionInfo/result ne 'success'".replaceAll(
    ' ',
    '%20'
  )
  expect(await account.list(`/jobs/j/tasks?${undone}&$select=id`)).toEqual([])
  const ids = (await account.list('/jobs/j/tasks?$select=id')).map(({ id }) => id)
  expect(new Set(ids).size).toBe(TASKS)
  expect(await untilNodes(account, 'p', 4, 'idle')).toMatchObject(
    Array.from({ length: 4 }, () => ({ runningTasksCount: 0, runningTaskSlotsCount: 0 }))
  )
  const nodes = await account.list('/pools/p/nodes')
  expect(nodes.reduce((sum, { totalTasksSucceeded }) => sum + totalTasksSucceeded, 0)).toBe(TASKS)

  account.close()
  await until(() => openFiles(pid) <= before.files, 'all files to be closed')
  expect(children(pid)).toEqual(before.children)
  expect(program.running.stderr).toBe('')
}, 1_200_000)

async function addTasks(): Promise<void> {
  for (let from = 0; from < TASKS; from += 100) {
    const value = Array.from({ length: 100 }, (_, index) => ({
      id: `t-${from + index}`,
      commandLine: '/bin/true'
    }))
    const { json } = await account.expect(200, 'POST', '/jobs/j/addtaskcollection', { value })
    expect(json.value.every(({ status }: { status: string }) => status === 'Success')).toBe(true)
  }
}

function residentBytes(pid: number): number {
  const [, kibibytes] = /VmRSS:\s+(\d+) kB/.exec(content(`/proc/${pid}/status`)) ?? []
  return Number(kibibytes) * 1024
}

const openFiles = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length

/** Running children and zombies. */
const children = (pid: number): string[] =>
  pids().filter((child) => {
    const line = content(`/proc/${child}/stat`)
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[1] === String(pid)
  })
