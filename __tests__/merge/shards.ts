import { mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Listener } from '../../src/lib/listener.ts'
import { mergeShards } from '../../src/merge/merge.ts'
import { ResultsFolder } from '../../src/results/folder.ts'
import { lostRow } from '../../src/results/lost.ts'
import type { Row } from '../../src/results/row.ts'
import { type Beginning, begin, type Finished, finish } from '../../src/run/finish.ts'
import { readSettings, settingsRecord } from '../../src/settings/settings.ts'
import { failedRow, node, row, task } from '../report/sample-report.ts'

/** A shard, and how its run ended. */
export interface ShardStory {
  /** `2/4`. */
  readonly shard: string
  /** Images that it read. */
  readonly read?: readonly string[]
  /** Images that could not be read. */
  readonly failed?: readonly string[]
  /** Images that it planned to read and did not. */
  readonly unread?: readonly string[]
  readonly ends?: 'done' | 'killed' | 'cancelled' | 'broken'
  /** Minutes after 08:00 at which it began. */
  readonly minute?: number
  readonly settings?: Readonly<Record<string, unknown>>
  readonly origin?: Partial<Beginning['origin']>
  /** The text of every image that it read; by default it names the image. */
  readonly text?: string
}

/** Writes a results folder by the same functions as a shard's run. */
export function leaveShard(path: string, story: ShardStory): ResultsFolder {
  const { read = [], failed = [], unread = [], ends = 'done', minute = 0 } = story
  const folder = new ResultsFolder(path)
  const [index, count] = story.shard.split('/').map(Number)
  const settings = { ...settingsRecord(readSettings({ shard: story.shard }, false)) }
  const prefix = count === 1 ? '' : `shard-${index}-`
  const id = `${prefix}task-0001`
  const own = { task: id, node: `shard-${index}-of-${count}` }
  const images = [...read, ...unread]
  const start = new Date(Date.UTC(2026, 10, 22, 8, minute)).toISOString()
  const partition = { images, bytes: images.length * 100, estimatedSeconds: images.length }
  const beginning: Beginning = {
    origin: {
      ...{ id: `run-${index}-${minute}`, backend: 'local', start, groups: [], otherFiles: 2 },
      settings: { ...settings, ...story.settings },
      ...{ repository: null, commit: null, workflowRun: null },
      ...story.origin
    },
    folder,
    plan: {
      slots: 1,
      estimatedSeconds: 1,
      partitions: [{ task: id, ...partition, images: images.length }]
    },
    tasks: [{ id, partition }]
  }
  const known = failed.map((image) => failedRow(image, 'unreadable-image', 'it is damaged'))
  begin(beginning, known)
  const rows = read.map((image): Row => {
    const text = folder.writeOutput('txt', image, Buffer.from(story.text ?? `text of ${image}`))
    return row(image, { ...own, text })
  })
  for (const one of rows) folder.appendRow(one)
  folder.appendLog(id, 'tesseract.log', `log of ${id} at ${minute}\n`)
  if (ends === 'killed') return folder
  const ran = task(id, { from: minute * 60, to: minute * 60 + 5, partition, node: own.node })
  finish(beginning, {
    jobId: 'job',
    rows: [
      ...known,
      ...rows,
      ...unread.map((image) => lostRow({ image }, 'the run was cancelled'))
    ],
    results: { nodes: [node(own.node, { tasks: 1, images: images.length })], tasks: [ran] },
    cancelled: ends === 'cancelled',
    problem: ends === 'broken' ? 'No node came.' : null
  })
  return folder
}

/** Splits a results folder into its two artifacts. */
export function asArtifacts({ path }: ResultsFolder, home: string, suffix: string): void {
  for (const kind of ['text', 'metadata'] as const) {
    const folder = join(home, `ocr-${kind}${suffix}`)
    mkdirSync(folder, { recursive: true })
    for (const name of readdirSync(path).filter(
      (name) => (kind === 'metadata') === ['metadata', 'report.html'].includes(name)
    ))
      renameSync(join(path, name), join(folder, name))
  }
}

/** A merge and its messages. */
export interface Merge {
  readonly finished: Finished
  readonly warnings: readonly string[]
  readonly messages: readonly string[]
}

/** Merges folders of a working directory into its `merged` folder. */
export async function merge(cwd: string, ...folders: readonly string[]): Promise<Merge> {
  const warnings: string[] = []
  const messages: string[] = []
  const listener: Listener = {
    phase: () => {},
    say: (sentence) => messages.push(sentence),
    warn: (sentence) => warnings.push(sentence),
    output: () => {},
    failed: () => {},
    progress: () => {}
  }
  const { signal } = new AbortController()
  const finished = await mergeShards(folders, { results: 'merged' }, cwd, listener, signal)
  return { finished, warnings, messages }
}
