import { dateTime, decimal, duration, grouped, size } from '../lib/text.ts'
import type { RunRecord } from '../results/records.ts'
import { type Content, html, type Markup } from './html.ts'
import type { Report } from './report.ts'
import { verdictOf } from './verdict.ts'

/** The head of the page: the verdict, when and where the run took place, and the totals. */
export function pageHead({ run }: Report): Markup {
  const { tone, sentence } = verdictOf(run)
  return html`<header class="${tone}">
<p class="kicker">OCR report</p>
<h1>${sentence}</h1>
<p class="origin">${origin(run)}</p>
${banner(run)}
${shares(run)}
<dl class="figures">
${figures(run).map(
  ({ name, value, kind, note }) =>
    html`<div${kind && html` class="kind ${kind}"`}><dt>${name}</dt><dd>${value}${note && html`<small>${note}</small>`}</dd></div>
`
)}
</dl>
</header>`
}

function origin(run: RunRecord): Content {
  const { start, seconds, backend, repository, commit, workflowRun } = run
  const parts: Content[] = [
    html`<time datetime="${start}">${dateTime(start)} UTC</time>`,
    `took ${duration(seconds)}`,
    backend === 'local' ? 'on this machine' : `on ${backend}`
  ]
  if (repository !== null) {
    parts.push(html`${repository}${commit && html` at <code>${commit.slice(0, 12)}</code>`}`)
  }
  // The address comes from the environment, so it may be any URL, such as `javascript:`.
  if (workflowRun !== null && /^https?:\/\//.test(workflowRun)) {
    parts.push(html`<a href="${workflowRun}">workflow run</a>`)
  }
  return parts.map((part, index) => html`${index > 0 ? ' · ' : ''}<span>${part}</span>`)
}

const UNFINISHED = {
  cancelled: 'This run was cancelled.',
  running: 'This run has not finished.',
  failed: 'This run failed.'
} as const

/** What happened to a run that did not finish; null if it did. */
function banner({ outcome, problem }: RunRecord): Markup | null {
  if (outcome === 'done') return null
  return html`<p class="banner">${UNFINISHED[outcome]}${problem && ` ${problem}`} Finished results are kept; the next run with the same results folder reads the rest.</p>`
}

const KINDS = ['recognized', 'reused', 'empty', 'failed'] as const

/** The images by status, as one bar; the figures below have the numbers. */
function shares({ totals }: RunRecord): Markup | null {
  if (totals.images === 0) return null
  let before = 0
  const parts = KINDS.map((kind) => {
    const x = before
    const width = (totals[kind] / totals.images) * 100
    before += width
    return width === 0
      ? null
      : html`<rect class="${kind}" x="${x.toFixed(3)}%" width="${width.toFixed(3)}%" height="100%"/>`
  })
  return html`<svg class="shares" aria-hidden="true">${parts}</svg>`
}

interface Figure {
  readonly name: string
  readonly value: string
  /** The status that the figure counts, which gives it the colour of its part of the bar; null for other figures. */
  readonly kind: string | null
  readonly note: string | null
}

function figures({ totals, seconds, speedup }: RunRecord): Figure[] {
  const { confidence, taskSeconds } = totals
  const plain = (name: string, value: string, note: string | null = null): Figure => ({
    name,
    value,
    kind: null,
    note
  })
  const counted = (kind: (typeof KINDS)[number], name: string): Figure => ({
    name,
    value: grouped(totals[kind]),
    kind,
    note: null
  })
  return [
    plain('Images', grouped(totals.images), size(totals.bytes)),
    counted('recognized', 'Recognized'),
    counted('reused', 'Reused'),
    counted('empty', 'Empty'),
    counted('failed', 'Failed'),
    plain('Pages', grouped(totals.pages)),
    plain('Words', grouped(totals.words)),
    plain('Mean confidence', confidence === null ? '–' : decimal(confidence), 'of 100'),
    plain('Wall time', duration(seconds), `${duration(taskSeconds)} of tasks`),
    plain('Speedup', speedup === null ? '–' : `${decimal(speedup)}\u202f×`, 'task time ÷ wall time')
  ]
}
