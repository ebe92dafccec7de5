import { waitFor } from '../../__tests__/support/wait-for.ts'
import { type FakeService, fakeService } from './fake-service.ts'

/** The service of the running test, with a pool `p` and a job `j`, and common operations on it. */

export let service: FakeService

export function open(...changed: Parameters<typeof fakeService>): FakeService {
  service = fakeService(...changed)
  return service
}

export const closeService = (): Promise<void> => service.close()

/** Adds a job to the pool `p`. */
export const addJob = (body: object = {}, id = 'j') =>
  service.ask('job.add', [], { id, poolInfo: { poolId: 'p' }, ...body })

export const addTask = (id: string, commandLine = 'exit 0', more: object = {}) =>
  service.ask('task.add', ['j'], { id, commandLine, ...more })

/** Adds tasks in order and expects that all are accepted. */
export async function addTasks(tasks: readonly object[], job = 'j'): Promise<void> {
  const { json } = await service.ask('task.addCollection', [job], { value: tasks })
  const { value } = json as { value: { status: string }[] }
  const rejected = value.filter(({ status }) => status !== 'Success')
  if (rejected.length > 0) throw new Error(`Tasks were rejected: ${JSON.stringify(rejected)}`)
}

export const task = (id: string, commandLine = 'exit 0', more: object = {}) => ({
  id,
  commandLine,
  ...more
})

/** Waits until a task is in a state and returns it. */
export const taskIs = (id: string, state: string, job = 'j') =>
  waitFor(
    () => service.show(job, id),
    (shown) => shown?.state === state
  )

/** Waits until a job is in a state and returns it. */
export const jobIs = (state: string, id = 'j') =>
  waitFor(
    () => service.show(id),
    (shown) => shown?.state === state
  )

/** IDs of the tasks in a state. */
export async function tasksIn(state: string, job = 'j'): Promise<string[]> {
  const { json } = await service.ask('task.list', [job])
  const { value } = json as { value: { id: string; state: string }[] }
  return value.filter((shown) => shown.state === state).map(({ id }) => id)
}

/** IDs of the tasks that have run on the nodes of the pool `p`. */
export const ran = (): string[] =>
  (service.pools.find('p')?.nodes ?? []).flatMap(({ fake }) =>
    fake.runs.map(({ owner }) => ('taskId' in owner ? owner.taskId : ''))
  )
