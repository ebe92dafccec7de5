import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The type of a field: a model's name, a primitive, an array of either, or the words that it may be. */
type FieldType =
  | { readonly model: string }
  | { readonly words: readonly string[] }
  | { readonly items: FieldType }

/** What bodies may have, by model and field. */
export type Models = ReadonlyMap<string, ReadonlyMap<string, FieldType>>

/** A route with the model of its body. */
export interface Route {
  readonly method: string
  readonly path: RegExp
  readonly body: string
}

/** How a table of 2022-10-01.16.0 writes a type. */
type OldType = string | readonly [string] | { readonly enum: readonly string[] }

const read = (folder: string, file: string): unknown =>
  JSON.parse(readFileSync(join(folder, file), 'utf8'))

/** The routes that take a body. */
export function routesOf(folder: string): Route[] {
  const routes = read(folder, 'routes.json') as { method: string; path: string; body?: string }[]
  return routes.flatMap(({ method, path, body }) =>
    body === undefined
      ? []
      : [
          {
            method,
            body,
            path: new RegExp(`^/${path.replace(/[()]/g, '.').replace(/\{\w+\}/g, '[^/]+')}$`)
          }
        ]
  )
}

/** The models of 2022-10-01.16.0. */
export function oldModels(folder: string): Models {
  const models = read(folder, 'models.json') as Record<
    string,
    Record<string, { wire: string; type: OldType }>
  >
  const typeOf = (type: OldType): FieldType => {
    if (typeof type === 'string') return { model: type }
    return 'enum' in type ? { words: type.enum } : { items: { model: type[0] } }
  }
  return new Map(
    Object.entries(models).map(([name, fields]) => [
      name,
      new Map(Object.values(fields).map(({ wire, type }) => [wire, typeOf(type)]))
    ])
  )
}

/** The models of requests at 2025-06-01, with the fields that are left. */
export function newModels(folder: string): Models {
  const { request } = read(folder, 'fields-2025-06-01.json') as {
    request: Record<string, Record<string, { type: string }>>
  }
  const typeOf = (type: string): FieldType => {
    const items = /^(?:Array<(.+)>|(.+)\[\])$/.exec(type)
    return items === null ? { model: type } : { items: typeOf(items[1] ?? items[2] ?? '') }
  }
  return new Map(
    Object.entries(request).map(([name, fields]) => [
      name,
      new Map(Object.entries(fields).map(([field, { type }]) => [field, typeOf(type)]))
    ])
  )
}

/** What the models of 2022-10-01.16.0 that we send are called at 2025-06-01. */
export const NEW_NAMES: Readonly<Record<string, string>> = {
  PoolAddParameter: 'BatchPoolCreateOptions',
  JobAddParameter: 'BatchJobCreateOptions',
  JobPatchParameter: 'BatchJobUpdateOptions',
  JobTerminateParameter: 'BatchJobTerminateOptions',
  TaskAddCollectionParameter: 'BatchTaskGroup'
}

/** Paths in a value that its model does not know. */
export function unknownIn(
  value: unknown,
  type: FieldType,
  models: Models,
  path: string
): readonly string[] {
  if ('items' in type) {
    if (!Array.isArray(value)) return [`${path} is no array`]
    return value.flatMap((item, at) => unknownIn(item, type.items, models, `${path}[${at}]`))
  }
  if ('words' in type) return type.words.includes(String(value)) ? [] : [`${path}: ${value}`]
  const fields = models.get(type.model)
  const isObject = typeof value === 'object' && value !== null
  if (fields === undefined || !isObject)
    return isObject || fields !== undefined ? [`${path} is no ${type.model}`] : []
  return Object.entries(value).flatMap(([name, item]) => {
    const field = fields.get(name)
    return field === undefined
      ? [`${path}.${name}`]
      : unknownIn(item, field, models, `${path}.${name}`)
  })
}
