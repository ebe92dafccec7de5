import { count, duration, grouped, percent, size } from '../lib/text.ts'
import type { NodeRecord, RunRecord, TaskRecord } from '../results/records.ts'
import { busyShare } from './findings.ts'
import { html, type Markup } from './html.ts'
import type { Report } from './report.ts'
import { leftOut, type TableColumn, table } from './table.ts'

const NONE = '–'

/** The machines that ran tasks; null if none is known. */
export function nodesTable(nodes: readonly NodeRecord[], report: Report): Markup | null {
  if (nodes.length === 0) return null
  const busy = (node: NodeRecord): string => {
    const share = busyShare(node, report)
    const of = share === null ? '' : ` (${percent(share)})`
    return `${duration(node.busySeconds)}${of}`
  }
  const columns: readonly TableColumn<NodeRecord>[] = [
    { title: 'Node', cell: ({ id }) => id },
    { title: 'Machine', cell: machine, kind: 'words' },
    { title: 'Cores', cell: ({ cores }) => grouped(cores), number: ({ cores }) => cores },
    {
      title: 'Memory',
      cell: ({ memoryBytes }) => size(memoryBytes),
      number: ({ memoryBytes }) => memoryBytes
    },
    { title: 'Tasks', cell: ({ tasks }) => grouped(tasks), number: ({ tasks }) => tasks },
    { title: 'Images', cell: ({ images }) => grouped(images), number: ({ images }) => images },
    { title: 'Busy', cell: busy, number: ({ busySeconds }) => busySeconds },
    { title: 'Engine', cell: engine, kind: 'words' }
  ]
  return html`${table({ caption: 'Machines that ran tasks', hidden: true }, columns, nodes)}
<p class="note">Busy time is the sum over a node’s slots; the percentage is its share of their wall time.</p>`
}

function machine({ host, os, arch, cpu, vmSize, dedicated }: NodeRecord): string {
  const price = dedicated === null ? null : dedicated ? 'dedicated' : 'spot'
  return [host, vmSize, price, cpu, os, arch]
    .filter((part) => part !== null && part !== '')
    .join(', ')
}

function engine({
  engine: { tesseract, leptonica, imageMagick, poppler, languages }
}: NodeRecord): string {
  const programs: readonly (readonly [string, string | null])[] = [
    ['Tesseract', tesseract],
    ['Leptonica', leptonica],
    ['ImageMagick', imageMagick],
    ['Poppler', poppler]
  ]
  return [
    ...programs
      .filter(([, version]) => version !== null)
      .map(([name, version]) => `${name} ${version}`),
    languages.join(' + ')
  ].join(', ')
}

type Partition = RunRecord['plan']['partitions'][number]

/** How the run was divided, with estimated and actual times; null if there was nothing to read. */
export function planTable({ run: { plan }, tasks }: Report, most: number): Markup | null {
  const { partitions, slots, estimatedSeconds } = plan
  if (partitions.length === 0) return null
  const ended = new Map<string, TaskRecord>(tasks.map((task) => [task.id, task]))
  const took = ({ task }: Partition): number | null => ended.get(task)?.seconds ?? null
  const columns: readonly TableColumn<Partition>[] = [
    { title: 'Task', cell: ({ task }) => task, kind: 'path' },
    { title: 'Images', cell: ({ images }) => grouped(images), number: ({ images }) => images },
    { title: 'Size', cell: ({ bytes }) => size(bytes), number: ({ bytes }) => bytes },
    {
      title: 'Estimated',
      cell: (partition) => duration(partition.estimatedSeconds),
      number: (partition) => partition.estimatedSeconds
    },
    { title: 'Actual', cell: (partition) => timeOr(took(partition)), number: took }
  ]
  const taken = tasks.reduce((sum, { seconds }) => sum + seconds, 0)
  return html`<p>${count(partitions.length, 'task')} for ${count(slots, 'slot')}. Estimated reading time: ${duration(estimatedSeconds)}; actual: ${duration(taken)}.</p>
<details><summary>${partitions.length === 1 ? 'The task' : `All ${grouped(partitions.length)} tasks`}</summary>
${table({ caption: 'Tasks: estimated and actual times', hidden: true }, columns, partitions.slice(0, most))}
${leftOut(partitions.length, most, 'metadata/run.json')}
</details>`
}

const timeOr = (seconds: number | null): string => (seconds === null ? NONE : duration(seconds))

/** The settings of the run; null if they are not known. */
export function settingsTable(settings: RunRecord['settings']): Markup | null {
  const entries = Object.entries(settings)
  if (entries.length === 0) return null
  return html`<details><summary>${count(entries.length, 'setting')}</summary>
<dl class="settings">
${entries.map(
  ([name, value]) => html`<dt><code>${name}</code></dt><dd>${settingText(value)}</dd>
`
)}
</dl>
</details>`
}

function settingText(value: unknown): string {
  if (value === null || value === undefined || value === '') return NONE
  if (Array.isArray(value)) return value.length === 0 ? NONE : value.map(settingText).join(', ')
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, part]) => `${name} ${settingText(part)}`)
      .join(', ')
  }
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}
