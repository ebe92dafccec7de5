import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { confined } from '../../src/engine/imagemagick/policy.ts'
import { openReader, type Reader } from '../../src/engine/reader.ts'
import type { Toolbox } from '../../src/engine/toolbox.ts'
import { inspect, type SourceImage } from '../../src/images/image.ts'
import { ResultsFolder } from '../../src/results/folder.ts'
import type { Row } from '../../src/results/row.ts'
import { attemptTask } from '../../src/task/attempt.ts'
import type { ImageSettings } from '../../src/task/read-image.ts'
import { toolbox as installed } from '../support/images.ts'

/** How a slot reads where a test says nothing else: one look, plain text. */
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

/** What a test may want otherwise. */
export interface Ask {
  readonly settings?: Partial<ImageSettings>
  readonly imageTimeout?: number
  /** Where the slot writes on the way; a folder of its own where absent. */
  readonly scratch?: string
  readonly signal?: AbortSignal
  readonly toolbox?: Toolbox
}

/** A slot of the local node, as `backends/local` opens one, with a results folder of its own. */
export interface Slot {
  readonly folder: ResultsFolder
  readonly reader: Reader
  readonly scratch: string
  /** Reads files as one task: a row each, in their order, whichever was known first. Absolute files are named by their base names. */
  read(...files: readonly (string | Buffer)[]): Promise<Row[]>
  /** The same for images that were inspected already. */
  task(images: readonly SourceImage[], onRow?: (row: Row) => void): Promise<Row[]>
  text(row: Row | undefined): string
  close(): void
}

/** Looks at a file as discovery does where a pattern names it. */
export async function inspected(
  file: string | Buffer,
  maxPixels = settings.maxPixels
): Promise<SourceImage> {
  const path = basename(file.toString())
  const image = await inspect({ file, shown: path, path, kind: 'file', named: true }, maxPixels)
  if (!image) throw new Error(`${path} was taken for no image`)
  return image
}

/** Opens a slot; `close` ends its processes and removes its folders. */
export function openSlot(ask: Ask = {}): Slot {
  const home = mkdtempSync(join(tmpdir(), 'batch-ocr-slot-'))
  const scratch = ask.scratch ?? join(home, 'scratch')
  const toolbox = ask.toolbox ?? installed
  const own = confined(toolbox, home)
  const asked = { ...settings, ...ask.settings }
  const reader = openReader({ ...own, env: { ...own.env, TMPDIR: scratch } }, asked, scratch)
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
      images: images.map((image) => ({ ...image, key: null, keys: {} }))
    }
    const tools = {
      reader,
      folder,
      scratch,
      settings: asked,
      imageTimeout: ask.imageTimeout ?? 60,
      signal: ask.signal ?? new AbortController().signal
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
      task(await Promise.all(files.map((file) => inspected(file, asked.maxPixels)))),
    text: (row) => (row?.text ? folder.read(row.text).toString() : ''),
    close: () => {
      reader.close()
      rmSync(home, { recursive: true, force: true, maxRetries: 3 })
    }
  }
}

/** Opens a slot for one use. */
export async function withSlot<T>(ask: Ask, use: (slot: Slot) => Promise<T>): Promise<T> {
  const slot = openSlot(ask)
  try {
    return await use(slot)
  } finally {
    slot.close()
  }
}

/** The processes that descend from this one, by their ids and names. */
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

/** Waits until something holds, for at most some seconds. */
export async function until(holds: () => boolean, seconds = 10): Promise<boolean> {
  const end = Date.now() + seconds * 1000
  while (!holds() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20))
  return holds()
}
