import { waitFor } from '../wait-for.ts'
import { type StandInService, standInService } from './fake-service.ts'

/** The service that the running test has opened, and what tests ask of it again and again. Its job is called `j`. */

export let service: StandInService

export function open(...changed: Parameters<typeof standInService>): StandInService {
  service = standInService(...changed)
  return service
}

export const closeService = (): Promise<void> => service.close()

/** Adds a job to the pool `p`. */
export const addJob = (body: object = {}, id = 'j') =>
  service.ask('job.add', [], { id, poolInfo: { poolId: 'p' }, ...body })

export const addTask = (id: string, commandLine = 'exit 0', more: object = {}) =>
  service.ask('task.add', ['j'], { id, commandLine, ...more })

/** Adds tasks, in their order, none of which is refused. */
export async function addTasks(tasks: readonly object[], job = 'j'): Promise<void> {
  const { json } = await service.ask('task.addCollection', [job], { value: tasks })
  const { value } = json as { value: { status: string }[] }
  const refused = value.filter(({ status }) => status !== 'Success')
  if (refused.length > 0) throw new Error(`Tasks were refused: ${JSON.stringify(refused)}`)
}

export const task = (id: string, commandLine = 'exit 0', more: object = {}) => ({
  id,
  commandLine,
  ...more
})

/** Waits until a task is in a state, and gives it. */
export const taskIs = (id: string, state: string, job = 'j') =>
  waitFor(
    () => service.show(job, id),
    (shown) => shown?.state === state
  )

/** Waits until the job is in a state, and gives it. */
export const jobIs = (state: string, id = 'j') =>
  waitFor(
    () => service.show(id),
    (shown) => shown?.state === state
  )

/** Ids of the tasks of a state. */
export async function tasksIn(state: string, job = 'j'): Promise<string[]> {
  const { json } = await service.ask('task.list', [job])
  const { value } = json as { value: { id: string; state: string }[] }
  return value.filter((shown) => shown.state === state).map(({ id }) => id)
}

/** Ids of what has run on the nodes of the pool `p`. */
export const ran = (): string[] =>
  (service.pools.find('p')?.nodes ?? []).flatMap(({ words }) =>
    words.runs.map(({ owner }) => ('taskId' in owner ? owner.taskId : ''))
  )
