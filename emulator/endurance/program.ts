import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { NODE, ROOT, Running, Scratch } from '../../__tests__/support/command.ts'
import { until } from '../../__tests__/support/poll.ts'
import { Account, type Told } from './account.ts'

/** The emulator as a program of its own, as `npm run emulator` starts it, in a folder that nobody else uses. */
export class Program {
  readonly scratch = new Scratch()
  readonly running: Running

  /** @param command what to start in place of the program itself */
  constructor(options: readonly string[] = [], command?: readonly [string, ...string[]]) {
    const [program, ...words] = command ?? [NODE, join(ROOT, 'emulator/main.ts')]
    // npm asks for its user's home.
    const env = this.scratch.env
    this.running = new Running(program, [...words, ...options], { cwd: ROOT, env })
  }

  /** Waits for its first line. */
  async listening(): Promise<{ batch: Told; storage: Told }> {
    const line = () => this.running.stdout.split('\n').find((text) => text.startsWith('{'))
    await this.running.until('it told its addresses', () => line() !== undefined)
    return JSON.parse(line() ?? '')
  }

  /** An account of it that can be asked. */
  async account(): Promise<Account> {
    const { batch } = await this.listening()
    return new Account(batch)
  }

  /** Processes that have to do with it: by their environment, or by where they stand. */
  processes(): string[] {
    return pids().flatMap((pid) => {
      const there = link(`/proc/${pid}/cwd`).startsWith(this.scratch.tmp)
      const ours = there || content(`/proc/${pid}/environ`).includes(this.scratch.tmp)
      const line = content(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim()
      return ours && line !== '' ? [line] : []
    })
  }

  /** Whether nothing remains of it; npm keeps a cache of compiled code in the same folder. */
  isGone(): boolean {
    const left = this.scratch.leftovers().filter((name) => name !== 'node-compile-cache')
    return left.length === 0 && this.processes().length === 0
  }

  /** Tells it to stop, waits until nothing remains, and gives away the folder. */
  async stop(): Promise<void> {
    if (!this.running.done) this.running.kill('SIGTERM')
    await this.running.ended
    await until(() => this.isGone(), 'nothing of the emulator remains')
    this.scratch[Symbol.dispose]()
  }
}

export const pids = (): string[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name))

/** A file of /proc; nothing where its process has ended meanwhile. */
export function content(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

/** A pool of Ubuntu machines with as many cores as slots ask for. */
export const poolBody = (id: string, more: object = {}) => ({
  id,
  vmSize: 'Standard_D2s_v5',
  virtualMachineConfiguration: {
    imageReference: {
      publisher: 'canonical',
      offer: 'ubuntu-24_04-lts',
      sku: 'server',
      version: 'latest'
    },
    nodeAgentSKUId: 'batch.node.ubuntu 24.04'
  },
  targetDedicatedNodes: 1,
  ...more
})

/** Waits until a pool has so many nodes in a state. */
export const untilNodes = (account: Account, poolId: string, count: number, state: string) =>
  until(async () => {
    const nodes = await account.list(`/pools/${poolId}/nodes`)
    const there = nodes.filter((node) => node.state === state)
    return there.length === count && there
  }, `${count} nodes of ${poolId} are ${state}`)
