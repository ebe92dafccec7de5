import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Azure } from './azure.ts'
import type { Passage } from './gate.ts'

/** A task in a request to Batch. */
interface TaskBody {
  readonly resourceFiles?: readonly { readonly httpUrl: string }[]
  readonly outputFiles?: readonly {
    readonly destination: { readonly container: { readonly containerUrl: string } }
  }[]
}

const addsTasks = ({ path }: Passage): boolean => path.endsWith('/addtaskcollection')

/** The tasks that were added. */
export const tasksOrdered = (batch: readonly Passage[]): TaskBody[] =>
  batch.filter(addsTasks).flatMap(({ body }) => JSON.parse(body).value as TaskBody[])

/** The SAS in the file URLs of tasks, each as resource and permissions (`b r`); null for a URL without one. */
export function rightsGiven(batch: readonly Passage[]) {
  const permissions = (url: string): string | null => {
    const { searchParams: query } = new URL(url)
    return query.has('sig') ? `${query.get('sr')} ${query.get('sp')}` : null
  }
  const tasks = tasksOrdered(batch)
  const read = tasks.flatMap(({ resourceFiles = [] }) => resourceFiles)
  const write = tasks.flatMap(({ outputFiles = [] }) => outputFiles)
  return {
    read: [...new Set(read.map(({ httpUrl }) => permissions(httpUrl)))],
    write: [
      ...new Set(write.map(({ destination }) => permissions(destination.container.containerUrl)))
    ]
  }
}

/** What a test has exposed: requests, output, and the files in a folder. */
export interface Learned {
  readonly batch: readonly Passage[]
  readonly storage: readonly Passage[]
  readonly heard: readonly string[]
  readonly folder: string
}

/** The texts that contain a secret: a key anywhere, or a SAS anywhere except in the files of tasks. */
export function secretsIn({ keys }: Azure, { batch, storage, heard, folder }: Learned): string[] {
  const tasks = tasksOrdered(batch).map(({ resourceFiles, outputFiles, ...rest }) => rest)
  const texts = [
    ...batch.filter((one) => !addsTasks(one)).map(({ body }) => body),
    ...tasks.map((rest) => JSON.stringify(rest)),
    ...storage.map(({ body }) => body),
    ...heard.map(asShown)
  ]
  const taskBodies = batch.filter(addsTasks).map(({ body }) => body)
  const textsWith = (secret: string) => [
    ...texts.filter((text) => text.includes(secret)),
    ...filesWith(secret, folder)
  ]
  const inTasks = keys.flatMap((key) => taskBodies.filter((body) => body.includes(key)))
  return [...[...keys, 'sig='].flatMap(textsWith), ...inTasks]
}

/** A log without commands that mask a value, and without debug messages, in which GitHub's client logs its upload URLs. */
const asShown = (log: string): string => log.replace(/::(add-mask|debug)::[^\n]*/g, '')

/** The files in a folder that contain a text. Files that are deleted meanwhile are skipped. */
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
