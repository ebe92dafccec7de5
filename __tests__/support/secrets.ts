import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Azure } from './azure.ts'
import type { Passage } from './gate.ts'

/** A task as it is ordered of the Batch service. */
interface TaskBody {
  readonly resourceFiles?: readonly { readonly httpUrl: string }[]
  readonly outputFiles?: readonly {
    readonly destination: { readonly container: { readonly containerUrl: string } }
  }[]
}

const isOrderOfTasks = ({ path }: Passage): boolean => path.endsWith('/addtaskcollection')

/** The tasks that were ordered of the Batch service. */
export const tasksOrdered = (batch: readonly Passage[]): TaskBody[] =>
  batch.filter(isOrderOfTasks).flatMap(({ body }) => JSON.parse(body).value as TaskBody[])

/** What the addresses in the files of tasks allow, as kind and rights (`b r`); null of one that allows nothing. */
export function rightsGiven(batch: readonly Passage[]) {
  const rights = (address: string): string | null => {
    const { searchParams: query } = new URL(address)
    return query.has('sig') ? `${query.get('sr')} ${query.get('sp')}` : null
  }
  const tasks = tasksOrdered(batch)
  const read = tasks.flatMap(({ resourceFiles = [] }) => resourceFiles)
  const write = tasks.flatMap(({ outputFiles = [] }) => outputFiles)
  return {
    read: [...new Set(read.map(({ httpUrl }) => rights(httpUrl)))],
    write: [...new Set(write.map(({ destination }) => rights(destination.container.containerUrl)))]
  }
}

/** What somebody may have learned of a test: what passed the gates, what was printed, and what lies in a folder. */
export interface Learned {
  readonly batch: readonly Passage[]
  readonly storage: readonly Passage[]
  readonly heard: readonly string[]
  readonly folder: string
}

/** Where a secret stands that may not: a SAS in anything but the files of tasks, a key anywhere. */
export function secretsIn({ keys }: Azure, { batch, storage, heard, folder }: Learned): string[] {
  const tasks = tasksOrdered(batch).map(({ resourceFiles, outputFiles, ...rest }) => rest)
  const texts = [
    ...batch.filter((one) => !isOrderOfTasks(one)).map(({ body }) => body),
    ...tasks.map((rest) => JSON.stringify(rest)),
    ...storage.map(({ body }) => body),
    ...heard.map(asShown)
  ]
  const orders = batch.filter(isOrderOfTasks).map(({ body }) => body)
  const withOne = (secret: string) => [
    ...texts.filter((text) => text.includes(secret)),
    ...filesWith(secret, folder)
  ]
  const inOrders = keys.flatMap((key) => orders.filter((body) => body.includes(key)))
  return [...[...keys, 'sig='].flatMap(withOne), ...inOrders]
}

/** A log without what the runner is told to mask, and without what GitHub's own client debugs of its own uploads. */
const asShown = (log: string): string => log.replace(/::(add-mask|debug)::[^\n]*/g, '')

/** The files below a folder in which a text stands; those that go away meanwhile are passed by. */
export const filesWith = (text: string, folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      try {
        return readFileSync(file).includes(text)
      } catch {
        return false
      }
    })
