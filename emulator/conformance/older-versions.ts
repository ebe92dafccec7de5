import type { HttpResponse } from './exchange.ts'
import type { Json } from './world.ts'

/**
 * Adapts recordings of versions that the emulator does not support to the oldest version that it does.
 */

/** Keys that later versions added to resources. */
const ADDED: readonly { readonly since: string; readonly keys: readonly string[] }[] = [
  { since: '2020-09-01.12.0', keys: ['requiredSlots', 'runningTaskSlotsCount'] },
  { since: '2021-06-01.14.0', keys: ['virtualMachineInfo'] },
  { since: '2022-01-01.15.0', keys: ['allowTaskPreemption', 'maxParallelTasks'] },
  {
    since: '2022-10-01.16.0',
    keys: ['currentNodeCommunicationMode', 'targetNodeCommunicationMode']
  }
]

/** Keys that were renamed. */
const RENAMED: Readonly<Record<string, string>> = { maxTasksPerNode: 'taskSlotsPerNode' }

/** Our response without keys that the recorded version did not have. */
export function withoutLater(apiVersion: string, answer: HttpResponse): HttpResponse {
  const later = new Set(ADDED.filter(({ since }) => since > apiVersion).flatMap(({ keys }) => keys))
  return inJson(answer, (json) => mapKeys(json, (key) => (later.has(key) ? null : key)))
}

/** A recorded response with the current names of keys. */
export function withNewNames(
  operation: string,
  apiVersion: string,
  answer: HttpResponse
): HttpResponse {
  const renamed = inJson(answer, (json) => mapKeys(json, (key) => RENAMED[key] ?? key))
  if (operation !== 'job.getTaskCounts' || apiVersion >= '2020-09-01.12.0') return renamed
  // Later versions count slots as well as tasks.
  return inJson(renamed, ({ 'odata.metadata': metadata, ...counts }) => ({
    'odata.metadata': metadata.replace('#taskcounts/', '#taskcountsresult/'),
    taskCounts: counts,
    taskSlotCounts: counts
  }))
}

function inJson(answer: HttpResponse, change: (json: Json) => Json): HttpResponse {
  if (!answer.text.startsWith('{')) return answer
  return { ...answer, text: JSON.stringify(change(JSON.parse(answer.text))) }
}

/** Renames keys at every depth; null removes them. */
function mapKeys(json: Json, name: (key: string) => string | null): Json {
  if (Array.isArray(json)) return json.map((one) => mapKeys(one, name))
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(
    Object.entries(json).flatMap(([key, value]) => {
      const named = name(key)
      return named === null ? [] : [[named, mapKeys(value, name)]]
    })
  )
}
