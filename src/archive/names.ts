import { FORMATS, type Format } from '../results/records.ts'

/**
 * What the files of an archive are called. Images and what was read of them go by their number in the order, from 1:
 * the name that somebody else gave an image is never a path in an archive.
 */
export const ORDER_NAME = 'order.json'
export const ROWS_NAME = 'results.jsonl'
export const TASK_NAME = 'task.json'
export const NODE_NAME = 'node.json'

/** Within the archive, the image of a number. */
export const imageName = (number: number): string => `images/${digits(number)}`

/** Whether a name is one that `imageName` gives. */
export const isImageName = (name: string): boolean => /^images\/\d{6}$/.test(name)

/** Within the archive, the file of one format that was made of the image of a number. */
export const outputName = (number: number, format: Format): string =>
  `outputs/${digits(number)}.${format}`

/** The number and the format in a name that `outputName` gives; null where it is none. */
export function outputOf(name: string): { number: number; format: Format } | null {
  const [, number = '', ending] = /^outputs\/(\d{6})\.([a-z]+)$/.exec(name) ?? []
  const format = FORMATS.find((one) => one === ending)
  return format ? { number: Number(number), format } : null
}

/** Within the archive, a log of the task. */
export const logName = (log: string): string => `logs/${log}`

/** The log in a name that `logName` gives; null where it is none. */
export const logOf = (name: string): string | null =>
  /^logs\/([a-z-]+\.log)$/.exec(name)?.[1] ?? null

const digits = (number: number): string => String(number).padStart(6, '0')
