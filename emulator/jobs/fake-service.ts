import type { Fault, Faults } from '../faults/faults.ts'
import { BatchError } from '../protocol/batch-error.ts'
import type { BatchResponse } from '../protocol/request.ts'
import type { EmulatorSettings } from '../settings.ts'
import { FakePools } from './fake-pools.ts'
import { openJobs } from './open-jobs.ts'

const SETTINGS: EmulatorSettings = {
  account: 'test',
  key: 'a2V5',
  root: '/nowhere',
  allocationSeconds: 0,
  creatingSeconds: 0,
  startingSeconds: 0,
  leavingSeconds: 0.02,
  countsLagSeconds: 0,
  autoscaleSeconds: null,
  dedicatedCoreQuota: 100,
  spotCoreQuota: 100,
  poolQuota: 100,
  activeJobQuota: 100
}

/** Jobs on fake pools, and a client for them. */
export function fakeService(changed: Partial<EmulatorSettings> = {}) {
  const pools = new FakePools()
  const faultsOnce = new Set<Fault['kind']>()
  const faults: Faults = {
    trigger: (kinds) => {
      const kind = kinds.find((wanted) => faultsOnce.delete(wanted))
      if (kind === undefined) return undefined
      return { kind, id: 'f', times: 1, after: 0, probability: 1, only: {} } as never
    }
  }
  const baseUrl = 'http://batch.test'
  const settings = { ...SETTINGS, ...changed }
  const jobs = openJobs({ settings, faults, baseUrl: () => baseUrl, pools })

  /** Calls an operation; an error is returned with its status. */
  const ask = async (
    operation: string,
    path: readonly string[] = [],
    body?: unknown,
    more: { readonly headers?: Record<string, string>; readonly query?: string } = {}
  ): Promise<BatchResponse & { readonly error?: BatchError }> => {
    const [jobId = '', taskId = ''] = path
    try {
      const serve = jobs.operations[operation]
      if (serve === undefined) throw new Error(`There is no operation ${operation}.`)
      return await serve({
        operation,
        parameters: { jobId, taskId },
        query: new URLSearchParams(more.query),
        headers: more.headers ?? {},
        body: body === undefined ? undefined : structuredClone(body),
        baseUrl,
        apiVersion: '2022-10-01.16.0',
        signal: new AbortController().signal
      })
    } catch (error) {
      if (!(error instanceof BatchError)) throw error
      return { status: error.status, error }
    }
  }

  /** A job or a task as the service shows it. */
  // biome-ignore lint/suspicious/noExplicitAny: the tests look into answers of every shape
  const show = async (...path: string[]): Promise<any> =>
    (await ask(path.length === 1 ? 'job.get' : 'task.get', path)).json

  return { jobs, pools, ask, show, faultsOnce, close: () => jobs.close() }
}

export type FakeService = ReturnType<typeof fakeService>
