import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { NODE, ROOT, Running, Scratch } from '../../__tests__/support/command.ts'
import { until } from '../../__tests__/support/poll.ts'
import { Account, type Endpoint } from './account.ts'

/** The emulator as a separate process, as started by `npm run emulator`, with its own temporary folder. */
export class Program {
  readonly scratch = new Scratch()
  readonly running: Running

  /** @param command replaces the command that starts the emulator */
  constructor(options: readonly string[] = [], command?: readonly [string, ...string[]]) {
    const [program, ...words] = command ?? [NODE, join(ROOT, 'emulator/main.ts')]
    // npm needs HOME.
    const env = this.scratch.env
    this.running = new Running(program, [...words, ...options], { cwd: ROOT, env })
  }

  /** Waits for the first line of output. */
  async listening(): Promise<{ batch: Endpoint; storage: Endpoint }> {
    const line = () => this.running.stdout.split('\n').find((text) => text.startsWith('{'))
    await this.running.until('the first line of output', () => line() !== undefined)
    return JSON.parse(line() ?? '')
  }

  /** A client of its account. */
  async account(): Promise<Account> {
    const { batch } = await this.listening()
    return new Account(batch)
  }

  /** Its processes, identified by environment or working directory. */
  processes(): string[] {
    return pids().flatMap((pid) => {
      const there = link(`/proc/${pid}/cwd`).startsWith(this.scratch.tmp)
      const ours = there || content(`/proc/${pid}/environ`).includes(this.scratch.tmp)
      const line = content(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim()
      return ours && line !== '' ? [line] : []
    })
  }

  /** Whether nothing remains of it except npm's compile cache. */
  isGone(): boolean {
    const left = this.scratch.leftovers().filter((name) => name !== 'node-compile-cache')
    return left.length === 0 && this.processes().length === 0
  }

  /** Stops it, waits until nothing remains, and removes the folder. */
  async stop(): Promise<void> {
    if (!this.running.done) this.running.kill('SIGTERM')
    await this.running.ended
    await until(() => this.isGone(), 'the emulator to leave nothing behind')
    this.scratch[Symbol.dispose]()
  }
}

export const pids = (): string[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name))

/** A file in /proc; empty if the process has exited meanwhile. */
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

/** A pool of Ubuntu machines with enough cores for several slots. */
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

/** Waits until a pool has the given number of nodes in a state. */
export const untilNodes = (account: Account, poolId: string, count: number, state: string) =>
  until(async () => {
    const nodes = await account.list(`/pools/${poolId}/nodes`)
    const there = nodes.filter((node) => node.state === state)
    return there.length === count && there
  }, `${count} nodes of ${poolId} are ${state}`)
