import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type Header, pack } from 'tar-stream'
import type { TaskToPack } from '../../src/archive/task-archive.ts'
import type { NodeRecord, TaskRecord } from '../../src/results/records.ts'
import type { Row } from '../../src/results/row.ts'
import { type TaskImage, unread } from '../../src/task/task.ts'
import { settings } from '../task/slot.ts'

/** A signal that never fires. */
export const neverAborted = new AbortController().signal

/** Names that images may really have, each of which has broken some program. */
export const HOSTILE_NAMES = [
  'two\nlines.png',
  '../../etc/passwd.png',
  '/absolute.png',
  'a/../b.png',
  '..',
  '😀 smile.png',
  'e\u0301 and é.png',
  '-rf.png',
  '$(reboot) `id` "\'\\.png',
  'order.json',
  'images/000001',
  'end',
  `${'long/'.repeat(40)}${'x'.repeat(300)}.png`,
  '\u202Egnp.exe',
  'a\0b.png'
]

/** An image of a task, with its file. */
export const image = (path: string, file: string | Buffer): TaskImage => ({
  ...{ path, file, bytes: 1, identity: null, header: null, problem: null, key: null, columns: {} }
})

/** A task that reads images. */
export const taskOf = (images: readonly TaskImage[]): TaskToPack => ({
  ...{ task: 'task-0001', estimatedSeconds: 3, imageTimeout: 60, vmSize: 'Standard_D2s_v5' },
  images,
  settings
})

/** The row of an image that a node has read. */
export const rowOf = (path: string, fields: Partial<Row> = {}): Row => ({
  ...unread(image(path, '')),
  ...{ status: 'recognized', pages: 1, task: 'task-0001', node: 'vm-1', slot: 0, attempt: 1 },
  ...fields
})

/** The record of a task. */
export const taskRecord = (images: readonly string[]): TaskRecord => ({
  id: 'task-0001',
  partition: { images: [...images], bytes: 1, estimatedSeconds: 3 },
  ...{ node: 'vm-1', slot: 0, seconds: 1, attempts: [] },
  counts: { recognized: images.length, reused: 0, empty: 0, failed: 0 }
})

/** The record of a node. */
export const nodeRecord = (id = 'vm-1'): NodeRecord => ({
  ...{ id, kind: 'batch', host: 'h', os: 'Linux', arch: 'x64', cpu: 'c', cores: 2 },
  ...{ memoryBytes: 1, vmSize: null, dedicated: true, tasks: 1, images: 1, busySeconds: 1 },
  engine: {
    ...{ tesseract: '5', leptonica: '1', imageMagick: null, poppler: null },
    ...{ languages: ['eng'], models: {} }
  },
  ...{ firstTaskAt: null, lastTaskAt: null }
})

/** One entry of a foreign archive. */
export type Entry = readonly [name: string, content: string, header?: Partial<Header>]

/** An archive of any entries, not created by the product. */
export function tarOf(...entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack()
  for (const [name, content, header] of entries) tar.entry({ ...header, name }, content)
  tar.finalize()
  return buffer(tar)
}

/** The results of a task as a node packs them, with some entries replaced or added. */
export function resultEntries(replaced: readonly Entry[] = [], images = ['a.png']): Entry[] {
  const entries: Entry[] = [
    ['node.json', JSON.stringify(nodeRecord())],
    ['task.json', JSON.stringify(taskRecord(images))],
    [
      'results.jsonl',
      images
        .map((path) => `${JSON.stringify(rowOf(path, { text: `text/${path}.txt` }))}\n`)
        .join('')
    ],
    ...images.map((_, index): Entry => [`outputs/00000${index + 1}.txt`, `text ${index + 1}`]),
    ['end', '']
  ]
  const names = new Set(replaced.map(([name]) => name))
  return [...replaced, ...entries.filter(([name]) => !names.has(name))]
}

/** Bytes as a connection delivers them: in arbitrary pieces. */
export const streamOf = (bytes: Buffer, piece = 1000): Readable =>
  Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
    })(),
    { objectMode: false }
  )

/** Relative paths of all files in a folder. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

/** Writes some files with different contents into a folder. */
export function numbered(folder: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const file = join(folder, `file-${index}`)
    writeFileSync(file, `bytes of ${index}`)
    return file
  })
}
