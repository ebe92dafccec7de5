import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Reader } from '../../src/engine/engine.ts'
import type { ImageSettings } from '../../src/engine/image-settings.ts'
import { confined } from '../../src/engine/imagemagick/policy.ts'
import { tesseractEngine } from '../../src/engine/tesseract/engine.ts'
import type { Toolbox } from '../../src/engine/toolbox.ts'
import { inspect, type SourceImage } from '../../src/images/image.ts'
import { ResultsFolder } from '../../src/results/folder.ts'
import type { Row } from '../../src/results/row.ts'
import { attemptTask } from '../../src/task/attempt.ts'
import { toolbox as installed } from '../support/images.ts'

/** Settings of a slot unless a test specifies others: no second look, plain text. */
export const settings: ImageSettings = {
  formats: ['txt'],
  prepare: 'auto',
  secondLook: false,
  deskew: 'never',
  rotate: 'never',
  dpi: null,
  maxPixels: 200_000_000,
  languages: ['eng'],
  pageSegmentationMode: null
}

/** What a test may specify. */
export interface SlotOptions {
  readonly settings?: Partial<ImageSettings>
  readonly imageTimeout?: number
  /** Folder for temporary files; a new one by default. */
  readonly scratch?: string
  readonly signal?: AbortSignal
  readonly toolbox?: Toolbox
}

/** A slot as the local backend opens it, with its own results folder. */
export interface Slot {
  readonly folder: ResultsFolder
  readonly reader: Reader
  readonly scratch: string
  /** Reads files, named by their base names, as one task. The rows are in the order of the files. */
  read(...files: readonly (string | Buffer)[]): Promise<Row[]>
  /** Like `read`, for images that are already inspected. */
  task(images: readonly SourceImage[], onRow?: (row: Row) => void): Promise<Row[]>
  text(row: Row | undefined): string
  close(): void
}

/** Inspects a file, as discovery does if a pattern names it. */
export async function inspected(
  file: string | Buffer,
  maxPixels = settings.maxPixels
): Promise<SourceImage> {
  const path = basename(file.toString())
  const image = await inspect({ file, shown: path, path, kind: 'file', named: true }, maxPixels)
  if (!image) throw new Error(`${path} was not recognized as an image`)
  return image
}

/** Opens a slot; `close` ends its processes and removes its folders. */
export function openSlot(options: SlotOptions = {}): Slot {
  const home = mkdtempSync(join(tmpdir(), 'batch-ocr-slot-'))
  const scratch = options.scratch ?? join(home, 'scratch')
  const toolbox = options.toolbox ?? installed
  const own = confined(toolbox, home)
  const slotSettings = { ...settings, ...options.settings }
  const engine = tesseractEngine({ ...own, env: { ...own.env, TMPDIR: scratch } }, slotSettings)
  const reader = engine.openReader(scratch)
  const folder = new ResultsFolder(join(home, 'results'))
  const task = async (images: readonly SourceImage[], onRow: (row: Row) => void = () => {}) => {
    const rows: Row[] = []
    const planned = {
      id: 'task-0001',
      node: 'local',
      slot: 0,
      attempt: 1,
      bytes: 0,
      estimatedSeconds: 0,
      images: images.map((image) => ({ ...image, key: null, columns: {} }))
    }
    const tools = {
      reader,
      folder,
      scratch,
      settings: slotSettings,
      imageTimeout: options.imageTimeout ?? 60,
      signal: options.signal ?? new AbortController().signal
    }
    await attemptTask(planned, tools, (row) => {
      rows.push(row)
      onRow(row)
    })
    const order = images.map(({ path }) => path)
    return rows.sort((a, b) => order.indexOf(a.image) - order.indexOf(b.image))
  }
  return {
    folder,
    reader,
    scratch,
    task,
    read: async (...files) =>
      task(await Promise.all(files.map((file) => inspected(file, slotSettings.maxPixels)))),
    text: (row) => (row?.text ? folder.read(row.text).toString() : ''),
    close: () => {
      reader.close()
      rmSync(home, { recursive: true, force: true, maxRetries: 3 })
    }
  }
}

/** Opens a slot for one use. */
export async function withSlot<T>(
  options: SlotOptions,
  use: (slot: Slot) => Promise<T>
): Promise<T> {
  const slot = openSlot(options)
  try {
    return await use(slot)
  } finally {
    slot.close()
  }
}

/** The descendants of this process. */
export function descendants(): { readonly pid: number; readonly name: string }[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const [, name = '', parent = ''] =
          /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
        return [{ pid: Number(pid), name, parent: Number(parent) }]
      } catch {
        return []
      }
    })
  const found: typeof all = []
  let generation = [process.pid]
  while (generation.length > 0) {
    const children = all.filter(({ parent }) => generation.includes(parent))
    found.push(...children)
    generation = children.map(({ pid }) => pid)
  }
  return found
}
