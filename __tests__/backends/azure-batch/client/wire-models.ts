import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The type of a field: a model or primitive by its name, an enum, or an array. */
type FieldType =
  | { readonly model: string }
  | { readonly values: readonly string[] }
  | { readonly items: FieldType }

/** The fields of each model. */
export type Models = ReadonlyMap<string, ReadonlyMap<string, FieldType>>

/** A route with the model of its body. */
export interface Route {
  readonly method: string
  readonly path: RegExp
  readonly body: string
}

/** A type in the tables of 2022-10-01.16.0. */
type OldType = string | readonly [string] | { readonly enum: readonly string[] }

const read = (folder: string, file: string): unknown =>
  JSON.parse(readFileSync(join(folder, file), 'utf8'))

/** The routes whose requests have a body. */
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
    return 'enum' in type ? { values: type.enum } : { items: { model: type[0] } }
  }
  return new Map(
    Object.entries(models).map(([name, fields]) => [
      name,
      new Map(Object.values(fields).map(({ wire, type }) => [wire, typeOf(type)]))
    ])
  )
}

/** The models of requests in 2025-06-01, which dropped some fields. */
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

/** The names in 2025-06-01 of the models of 2022-10-01.16.0 that are sent. */
export const NEW_NAMES: Readonly<Record<string, string>> = {
  PoolAddParameter: 'BatchPoolCreateOptions',
  JobAddParameter: 'BatchJobCreateOptions',
  JobPatchParameter: 'BatchJobUpdateOptions',
  JobTerminateParameter: 'BatchJobTerminateOptions',
  TaskAddCollectionParameter: 'BatchTaskGroup'
}

/** The paths in a value that its model does not have. */
export function unknownIn(
  value: unknown,
  type: FieldType,
  models: Models,
  path: string
): readonly string[] {
  if ('items' in type) {
    if (!Array.isArray(value)) return [`${path} is not an array`]
    return value.flatMap((item, at) => unknownIn(item, type.items, models, `${path}[${at}]`))
  }
  if ('values' in type) return type.values.includes(String(value)) ? [] : [`${path}: ${value}`]
  const fields = models.get(type.model)
  const isObject = typeof value === 'object' && value !== null
  if (fields === undefined || !isObject)
    return isObject || fields !== undefined ? [`${path} is not a ${type.model}`] : []
  return Object.entries(value).flatMap(([name, item]) => {
    const field = fields.get(name)
    return field === undefined
      ? [`${path}.${name}`]
      : unknownIn(item, field, models, `${path}.${name}`)
  })
}
