import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '../../__tests__/support/poll.ts'
import { type ArmedFaults, openFaults } from '../faults/armed-faults.ts'
import type { BatchRequest, BatchResponse, Resource } from '../protocol/request.ts'
import type { EmulatorSettings } from '../settings.ts'
import type { PoolNode } from './node.ts'
import { type OpenPools, openPools } from './open-pools.ts'
import type { Demand } from './pool.ts'

/** An account with pools and real machines, with short delays. */
export interface TestAccount extends AsyncDisposable {
  readonly pools: OpenPools
  readonly faults: ArmedFaults
  readonly root: string
  /** The demand of jobs on every pool, which tests may change. */
  readonly demand: { -readonly [key in keyof Demand]: Demand[key] }
  /** Calls an operation, by default on the pool `p`. */
  ask(operation: string, body?: unknown, more?: More): Promise<BatchResponse>
  /** The pool `p` as sent over the wire. */
  pool(): Promise<Resource>
  nodes(): Promise<Resource[]>
  /** The nodes as jobs see them. */
  live(): readonly PoolNode[]
}

interface More {
  readonly parameters?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly apiVersion?: string
}

export const BASE_URL = 'http://127.0.0.1:1'

/** A pool of Ubuntu machines with four cores. */
export const POOL = {
  id: 'p',
  vmSize: 'Standard_D4s_v5',
  virtualMachineConfiguration: {
    imageReference: { publisher: 'canonical', offer: 'ubuntu-24_04-lts', sku: 'server' },
    nodeAgentSKUId: 'batch.node.ubuntu 24.04'
  }
}

const FAST = {
  account: 'desk',
  key: 'a2V5',
  allocationSeconds: 0.02,
  creatingSeconds: 0.01,
  startingSeconds: 0.01,
  leavingSeconds: 0.01,
  countsLagSeconds: 0,
  autoscaleSeconds: 0.05,
  dedicatedCoreQuota: 40,
  spotCoreQuota: 40,
  poolQuota: 5,
  activeJobQuota: 5
}

export async function openAccount(settings: Partial<EmulatorSettings> = {}): Promise<TestAccount> {
  const root = await mkdtemp(join(tmpdir(), 'pools-'))
  const faults = openFaults()
  const demand = { activeTasks: 0, runningTasks: 0, succeededTasks: 0, failedTasks: 0 }
  const pools = openPools({
    settings: { root, ...FAST, ...settings },
    faults,
    baseUrl: () => BASE_URL,
    machineTools: { faults, authorize: () => null },
    demand: () => demand
  })
  const ask = async (
    operation: string,
    body?: unknown,
    more: More = {}
  ): Promise<BatchResponse> => {
    const serve = pools.operations[operation]
    if (serve === undefined) throw new Error(`There is no operation ${operation}.`)
    return serve(requestOf(operation, body, more))
  }
  return {
    ...{ pools, faults, root, demand, ask },
    pool: async () => (await ask('pool.get')).json as Resource,
    nodes: async () => ((await ask('computeNode.list')).json as { value: Resource[] }).value,
    live: () => (pools.find('p')?.nodes ?? []) as readonly PoolNode[],
    [Symbol.asyncDispose]: async () => {
      await pools.close()
      await rm(root, { recursive: true, force: true })
    }
  }
}

function requestOf(operation: string, body: unknown, more: More): BatchRequest {
  const { parameters = { poolId: 'p' }, headers = {}, apiVersion = '2022-10-01.16.0' } = more
  return {
    ...{ operation, body, parameters, headers, apiVersion },
    query: new URLSearchParams(),
    baseUrl: BASE_URL,
    signal: new AbortController().signal
  }
}

/** Waits until the pool `p` has the given number of nodes, all in one of the states. */
export const untilNodes = (account: TestAccount, count: number, ...states: string[]) =>
  until(async () => {
    const nodes = await account.nodes()
    const there =
      nodes.length === count && nodes.every(({ state }) => states.includes(String(state)))
    return there && nodes
  })

/** Waits until the pool `p` is steady. */
export const untilSteady = (account: TestAccount) =>
  until(async () => {
    const pool = await account.pool()
    return pool['allocationState'] === 'steady' && pool
  })
