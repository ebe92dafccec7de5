import { createHash } from 'node:crypto'
import type { RunRecord } from '../results/records.ts'
import { byImage } from '../results/row.ts'
import { failures, leastSure, slowest } from './findings.ts'
import { confidenceHistogram } from './histogram.ts'
import { type Content, html, Markup } from './html.ts'
import { failuresTable, imagesTable, leastSureTable, slowestTable } from './image-tables.ts'
import { pageHead } from './page-head.ts'
import { SCRIPT } from './page-script.ts'
import { STYLE } from './page-style.ts'
import type { Report } from './report.ts'
import { nodesTable, planTable, settingsTable } from './run-tables.ts'
import { timeline } from './timeline.ts'
import { verdictOf } from './verdict.ts'

/** Rows of a table that the page shows; a hundred thousand images would make it a hundred megabytes. */
const MOST_ROWS = 1000
const MOST_NAMED = 5

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Nothing is loaded, and nothing runs but what is written here: a name that slips through could still do no harm. */
const POLICY = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; img-src data:; base-uri 'none'; form-action 'none'`

/** Tells of a run as `report.html`: one file that needs no network, and reads without its script. */
export function reportPage(report: Report): string {
  const { sentence } = verdictOf(report.run)
  const sections = sectionsOf(report)
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${sentence} · OCR report</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
${pageHead(report)}
<nav aria-label="Parts of this page">
${sections.map(({ id, title }) => html`<a href="#${id}">${title}</a> `)}
</nav>
<main>
${sections.map(
  ({ id, title, content }) => html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${content}
</section>
`
)}
</main>
${foot(report.run)}
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`.source
}

interface Section {
  readonly id: string
  readonly title: string
  readonly content: Content
}

/** The parts of the page that have something to tell. */
function sectionsOf(report: Report): Section[] {
  const { run, rows, nodes } = report
  const images = [...rows].sort(byImage)
  const candidates: readonly { id: string; title: string; content: Content }[] = [
    { id: 'failures', title: 'Failures', content: failuresTable(failures(images), MOST_ROWS) },
    { id: 'timeline', title: 'Timeline', content: timeline(report) },
    { id: 'confidence', title: 'Confidence', content: confidencePart(report) },
    { id: 'images', title: 'Images', content: imagesTable(images, MOST_ROWS) },
    { id: 'nodes', title: 'Nodes', content: nodesTable(nodes, report) },
    { id: 'plan', title: 'Plan', content: planTable(report, MOST_ROWS) },
    { id: 'settings', title: 'Settings', content: settingsTable(run.settings) }
  ]
  return candidates.filter(({ content }) => content !== null)
}

function confidencePart({ rows }: Report): Markup | null {
  const histogram = confidenceHistogram(rows)
  if (histogram === null) return null
  // The table of all images says as much where they are so few.
  if (rows.length <= MOST_NAMED) return histogram
  return html`${histogram}
<div class="pair">
${leastSureTable(leastSure(rows, MOST_NAMED))}
${slowestTable(slowest(rows, MOST_NAMED))}
</div>`
}

function foot(run: RunRecord): Markup {
  return html`<footer>
<p>An image’s name leads to its text in <code>text/</code>, which lies beside this page in the results folder.
On GitHub the texts are in an artifact of their own: unpack it into the folder of this page, and the links work.</p>
<p>All of this as data: <code>results.jsonl</code>, <code>results.csv</code> and <code>metadata/</code>. Run ${run.id}.</p>
</footer>`
}
