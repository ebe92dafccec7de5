import type { HttpResponse } from './recordings.ts'
import type { Json } from './world.ts'

/**
 * Recordings of versions older than the emulator's first, read as that one would have answered: what is listed here is
 * all that is changed in them.
 */

/** Keys that later versions of the protocol gave to resources. */
const ADDED: readonly { readonly since: string; readonly keys: readonly string[] }[] = [
  { since: '2020-09-01.12.0', keys: ['requiredSlots', 'runningTaskSlotsCount'] },
  { since: '2021-06-01.14.0', keys: ['virtualMachineInfo'] },
  { since: '2022-01-01.15.0', keys: ['allowTaskPreemption', 'maxParallelTasks'] },
  {
    since: '2022-10-01.16.0',
    keys: ['currentNodeCommunicationMode', 'targetNodeCommunicationMode']
  }
]

/** Keys that have another name since. */
const RENAMED: Readonly<Record<string, string>> = { maxTasksPerNode: 'taskSlotsPerNode' }

/** Our answer without what the recorded version did not know yet. */
export function withoutLater(apiVersion: string, answer: HttpResponse): HttpResponse {
  const later = new Set(ADDED.filter(({ since }) => since > apiVersion).flatMap(({ keys }) => keys))
  return inJson(answer, (json) => mapKeys(json, (key) => (later.has(key) ? null : key)))
}

/** A recorded answer with the names of now. */
export function withNewNames(
  operation: string,
  apiVersion: string,
  answer: HttpResponse
): HttpResponse {
  const renamed = inJson(answer, (json) => mapKeys(json, (key) => RENAMED[key] ?? key))
  if (operation !== 'job.getTaskCounts' || apiVersion >= '2020-09-01.12.0') return renamed
  // Slots came to be counted beside tasks.
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

/** Gives keys at every depth other names; null takes them out. */
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
