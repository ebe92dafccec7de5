import { count, duration, grouped, percent } from '../lib/text.ts'
import type { TaskRecord } from '../results/records.ts'
import { html, type Markup } from './html.ts'
import type { Report } from './report.ts'
import { clockTime, ticksOf } from './ticks.ts'

/** One attempt at a task, as a bar: seconds since the start of the run. */
interface Bar {
  readonly task: TaskRecord
  readonly from: number
  readonly to: number
  /** Why the attempt ended before its task was done; null if it was done. */
  readonly interrupted: string | null
}

/** A slot of a node, and its attempts in order. */
interface Lane {
  readonly node: string
  /** Null if only the node is known, because a later attempt elsewhere finished the task. */
  readonly slot: number | null
  readonly bars: Bar[]
}

/** With more than these, the page would be slow and unreadable. */
const MOST_LANES = 64
const MOST_BARS = 250

/** Draws which slot of which node worked on which task and when; null if no task ran. */
export function timeline({ run, tasks }: Report): Markup | null {
  const start = Date.parse(run.start)
  const lanes = lanesOf(tasks, start)
  const span = run.end === null ? lastEnd(lanes) : (Date.parse(run.end) - start) / 1000
  if (lanes.length === 0 || !(span > 0)) return null
  const shown = lanes.slice(0, MOST_LANES)
  const ticks = ticksOf(span)
  return html`<div class="lanes">
${shown.map((lane, index) => [nodeHeading(lane, shown[index - 1]), laneRow(lane, span, ticks)])}
<div class="lane axis" aria-hidden="true"><span></span><svg>${ticks.map((tick) => axisLabel(tick, span))}</svg><span></span></div>
</div>
<p class="legend" aria-hidden="true">${legend(lanes)}</p>
${leftOut(lanes)}`
}

function lanesOf(tasks: readonly TaskRecord[], start: number): Lane[] {
  const lanes = new Map<string, Lane>()
  for (const task of tasks) {
    for (const attempt of task.attempts) {
      const from = (Date.parse(attempt.start) - start) / 1000
      const to = (Date.parse(attempt.end) - start) / 1000
      if (!(to >= from)) continue
      const slot = attempt.node === task.node ? task.slot : null
      const key = JSON.stringify([attempt.node, slot])
      const lane = lanes.get(key) ?? { node: attempt.node, slot, bars: [] }
      lanes.set(key, lane)
      lane.bars.push({ task, from, to, interrupted: attempt.reason })
    }
  }
  for (const { bars } of lanes.values()) bars.sort((a, b) => a.from - b.from)
  return [...lanes.values()].sort(byNodeAndSlot)
}

function byNodeAndSlot(a: Lane, b: Lane): number {
  if (a.node !== b.node) return a.node < b.node ? -1 : 1
  return (a.slot ?? Number.POSITIVE_INFINITY) - (b.slot ?? Number.POSITIVE_INFINITY)
}

const lastEnd = (lanes: readonly Lane[]): number =>
  lanes.flatMap(({ bars }) => bars).reduce((latest, { to }) => Math.max(latest, to), 0)

const nodeHeading = (lane: Lane, before: Lane | undefined): Markup | null =>
  lane.node === before?.node ? null : html`<h3>${lane.node}</h3>`

const laneName = ({ slot }: Lane): string => (slot === null ? 'interrupted' : `slot ${slot}`)

function laneRow(lane: Lane, span: number, ticks: readonly number[]): Markup {
  const busy = percent(
    Math.min(1, lane.bars.reduce((sum, { from, to }) => sum + to - from, 0) / span)
  )
  const label = `${lane.node}, ${laneName(lane)}: ${count(lane.bars.length, 'task')}, busy ${busy} of the run`
  return html`<div class="lane"><span class="lane-name">${laneName(lane)}</span><svg role="img" aria-label="${label}">${ticks.map((tick) => gridLine(tick, span))}${lane.bars.slice(0, MOST_BARS).map((bar) => barRect(bar, span))}</svg><span class="lane-busy">${busy}</span></div>
`
}

const across = (seconds: number, span: number): string =>
  `${Math.round(Math.min(1, Math.max(0, seconds / span)) * 10_000) / 100}%`

const gridLine = (tick: number, span: number): Markup =>
  html`<line class="grid" x1="${across(tick, span)}" x2="${across(tick, span)}" y1="0" y2="100%"/>`

function axisLabel(tick: number, span: number): Markup {
  const anchor = tick === 0 ? 'start' : tick / span > 0.95 ? 'end' : 'middle'
  return html`<text x="${across(tick, span)}" y="13" text-anchor="${anchor}">${clockTime(tick)}</text>`
}

function barRect(bar: Bar, span: number): Markup {
  const width = Math.max(bar.to - bar.from, span / 400)
  const place = html`x="${across(bar.from, span)}" width="${across(width, span)}"`
  return html`<g class="${barKind(bar)}"><title>${barTitle(bar)}</title><rect class="whole" ${place} y="3" height="16" rx="2"/>${failedPart(bar, place)}</g>`
}

/** The share of failed images as the bottom part of a bar: a shape, not only a colour. */
function failedPart({ task }: Bar, place: Markup): Markup | null {
  const { recognized, reused, empty, failed } = task.counts
  if (failed === 0) return null
  const height = Math.max(5, Math.round((16 * failed) / (recognized + reused + empty + failed)))
  return html`<rect class="part" ${place} y="${19 - height}" height="${height}" rx="2"/>`
}

function barKind({ task, interrupted }: Bar): 'read' | 'interrupted' | 'failures' {
  if (interrupted !== null) return 'interrupted'
  return task.counts.failed > 0 ? 'failures' : 'read'
}

function barTitle({ task, from, to, interrupted }: Bar): string {
  const { failed } = task.counts
  const failures = failed > 0 ? `, ${grouped(failed)} failed` : ''
  return [
    `${task.id}: ${count(task.partition.images.length, 'image')}${failures}`,
    `${duration(to - from)}, from ${clockTime(from)} to ${clockTime(to)}`,
    ...(interrupted === null ? [] : [`interrupted: ${interrupted}`])
  ].join(' · ')
}

/** Explains only the kinds of bars that are shown. */
function legend(lanes: readonly Lane[]): Markup[] {
  const kinds = new Set(lanes.flatMap(({ bars }) => bars.map(barKind)))
  const legends = [
    { kind: 'read', meaning: 'a task' },
    { kind: 'failures', meaning: 'a task with failed images' },
    { kind: 'interrupted', meaning: 'an interrupted attempt' }
  ] as const
  return legends
    .filter(({ kind }) => kinds.has(kind))
    .map(
      ({ kind, meaning }) =>
        html`<span><svg class="swatch"><g class="${kind}"><rect class="whole" x="1" y="1" width="18" height="12" rx="2"/>${kind === 'failures' ? html`<rect class="part" x="1" y="8" width="18" height="5" rx="2"/>` : null}</g></svg>${meaning}</span> `
    )
}

function leftOut(lanes: readonly Lane[]): Markup | null {
  const bars = lanes
    .slice(0, MOST_LANES)
    .reduce((sum, lane) => sum + Math.max(0, lane.bars.length - MOST_BARS), 0)
  const missing = [
    ...(lanes.length > MOST_LANES ? [count(lanes.length - MOST_LANES, 'more slot')] : []),
    ...(bars > 0 ? [count(bars, 'more task')] : [])
  ]
  return missing.length === 0
    ? null
    : html`<p class="note">Not shown: ${missing.join(' and ')}; see <code>metadata/tasks</code>.</p>`
}
