import { FORMATS, type Format } from '../results/records.ts'

/**
 * Names of the files in an archive. Images and their output files are named by the image's number in the order, from 1:
 * the names of the images are not trusted, so they are never paths in an archive.
 */
export const ORDER_NAME = 'order.json'
export const ROWS_NAME = 'results.jsonl'
export const TASK_NAME = 'task.json'
export const NODE_NAME = 'node.json'

/** The file of an image. */
export const imageName = (number: number): string => `images/${digits(number)}`

/** Whether a name has the form of `imageName`. */
export const isImageName = (name: string): boolean => /^images\/\d{6}$/.test(name)

/** An output file of an image. */
export const outputName = (number: number, format: Format): string =>
  `outputs/${digits(number)}.${format}`

/** The number and the format in a name of the form of `outputName`; null for any other name. */
export function outputOf(name: string): { number: number; format: Format } | null {
  const [, number = '', extension] = /^outputs\/(\d{6})\.([a-z]+)$/.exec(name) ?? []
  const format = FORMATS.find((one) => one === extension)
  return format ? { number: Number(number), format } : null
}

/** A log of the task. */
export const logName = (log: string): string => `logs/${log}`

/** The log in a name of the form of `logName`; null for any other name. */
export const logOf = (name: string): string | null =>
  /^logs\/([a-z-]+\.log)$/.exec(name)?.[1] ?? null

const digits = (number: number): string => String(number).padStart(6, '0')
