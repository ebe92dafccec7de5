import { createConnection } from 'node:net'
import { expect, test } from '@jest/globals'
import { ROOT } from '../../__tests__/support/command.ts'
import { until } from '../../__tests__/support/poll.ts'
import { Program, poolBody, untilNodes } from './program.ts'

/** Leaves a child in its own session, as tasks may do. */
const LEAVES_A_CHILD = "/bin/bash -c 'setsid sleep 600 & exec sleep 600'"

/** Starts an emulator with a running task whose child has left its session. */
async function busy(command?: readonly [string, ...string[]]): Promise<Program> {
  const program = new Program([], command)
  const account = await program.account()
  await account.expect(201, 'POST', '/pools', poolBody('p'))
  await untilNodes(account, 'p', 1, 'idle')
  await account.expect(201, 'POST', '/jobs', { id: 'j', poolInfo: { poolId: 'p' } })
  await account.expect(201, 'POST', '/jobs/j/tasks', { id: 't', commandLine: LEAVES_A_CHILD })
  const sleeping = () => program.processes().filter((line) => line === 'sleep 600').length === 2
  await until(sleeping, 'the task and its child sleep')
  account.close()
  return program
}

const ports = async (program: Program): Promise<number[]> => {
  const { batch, storage } = await program.listening()
  return [batch, storage].map(({ endpoint }) => Number(new URL(endpoint).port))
}

const isClosed = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1')
    socket.once('error', () => resolve(true))
    socket.once('connect', () => {
      socket.destroy()
      resolve(false)
    })
  })

async function expectNothingLeft(program: Program, open: readonly number[]): Promise<void> {
  await program.running.ended
  await until(() => program.isGone(), 'no process and no folder remains')
  for (const port of open) expect(await isClosed(port)).toBe(true)
  program.scratch[Symbol.dispose]()
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGKILL'] as const)(
  '%s during a task leaves no process, port or folder of the emulator',
  async (signal) => {
    const program = await busy()
    const open = await ports(program)
    program.running.kill(signal)
    await expectNothingLeft(program, open)
  }
)

test('SIGTERM to npm stops the emulator', async () => {
  const program = await busy(['npm', '--prefix', ROOT, 'run', 'emulator'])
  const open = await ports(program)
  program.running.kill('SIGTERM')
  await expectNothingLeft(program, open)
})
