import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type Header, pack } from 'tar-stream'
import type { TravellingTask } from '../../src/archive/task-archive.ts'
import type { NodeRecord, TaskRecord } from '../../src/results/records.ts'
import type { Row } from '../../src/results/row.ts'
import { type TaskImage, unread } from '../../src/task/task.ts'
import { settings } from '../task/slot.ts'

/** A signal that never fires. */
export const onward = new AbortController().signal

/** Names that images really may have, and each of which has broken some program. */
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

/** An image of a partition whose bytes lie in a file. */
export const image = (path: string, file: string | Buffer): TaskImage => ({
  ...{ path, file, bytes: 1, identity: null, header: null, problem: null, key: null, keys: {} }
})

/** A task that is to read those images. */
export const travelling = (images: readonly TaskImage[]): TravellingTask => ({
  ...{ task: 'task-0001', estimatedSeconds: 3, imageTimeout: 60, vmSize: 'Standard_D2s_v5' },
  images,
  settings
})

/** What a node tells of an image that it has read. */
export const rowOf = (path: string, told: Partial<Row> = {}): Row => ({
  ...unread(image(path, '')),
  ...{ status: 'recognized', pages: 1, task: 'task-0001', node: 'vm-1', slot: 0, attempt: 1 },
  ...told
})

/** What a node tells of the task. */
export const taskRecord = (images: readonly string[]): TaskRecord => ({
  id: 'task-0001',
  partition: { images: [...images], bytes: 1, estimatedSeconds: 3 },
  ...{ node: 'vm-1', slot: 0, seconds: 1, attempts: [] },
  counts: { recognized: images.length, reused: 0, empty: 0, failed: 0 }
})

/** What a node tells of itself. */
export const nodeRecord = (id = 'vm-1'): NodeRecord => ({
  ...{ id, kind: 'batch', host: 'h', os: 'Linux', arch: 'x64', cpu: 'c', cores: 2 },
  ...{ memoryBytes: 1, vmSize: null, dedicated: true, tasks: 1, images: 1, busySeconds: 1 },
  engine: {
    ...{ tesseract: '5', leptonica: '1', imageMagick: null, poppler: null },
    ...{ languages: ['eng'], models: {} }
  },
  ...{ firstTaskAt: null, lastTaskAt: null }
})

/** One entry of an archive that somebody else has made. */
export type Entry = readonly [name: string, content: string, header?: Partial<Header>]

/** An archive of those entries, in a hand that is not ours. */
export function tarOf(...entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack()
  for (const [name, content, header] of entries) tar.entry({ ...header, name }, content)
  tar.finalize()
  return buffer(tar)
}

/** A task's results as an honest node packs them; a name that is told twice is told as the last one has it. */
export function answer(told: readonly Entry[] = [], images = ['a.png']): Entry[] {
  const honest: Entry[] = [
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
  const names = new Set(told.map(([name]) => name))
  return [...told, ...honest.filter(([name]) => !names.has(name))]
}

/** Bytes as they come from a connection: in pieces that end anywhere. */
export const arriving = (bytes: Buffer, piece = 1000): Readable =>
  Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
    })(),
    { objectMode: false }
  )

/** Every file below a folder, by its path in it. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

/** Writes files of a folder, each with its own name as its bytes. */
export function numbered(folder: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const file = join(folder, `file-${index}`)
    writeFileSync(file, `bytes of ${index}`)
    return file
  })
}
