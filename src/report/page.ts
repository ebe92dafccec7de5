import { createHash } from 'node:crypto'
import type { RunRecord } from '../results/records.ts'
import { byImage } from '../results/row.ts'
import { failures, lowestConfidence, slowest } from './findings.ts'
import { confidenceHistogram } from './histogram.ts'
import { type Content, html, Markup } from './html.ts'
import { failuresTable, imagesTable, lowestConfidenceTable, slowestTable } from './image-tables.ts'
import { pageHead } from './page-head.ts'
import { SCRIPT } from './page-script.ts'
import { STYLE } from './page-style.ts'
import type { Report } from './report.ts'
import { nodesTable, planTable, settingsTable } from './run-tables.ts'
import { timeline } from './timeline.ts'
import { verdictOf } from './verdict.ts'

/** The most rows of a table; a hundred thousand images would make the page a hundred megabytes. */
const MOST_ROWS = 1000
const MOST_NAMED = 5

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Loads nothing and runs only our own script, in case a name is ever not escaped. */
const POLICY = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; img-src data:; base-uri 'none'; form-action 'none'`

/** The report of a run as `report.html`: one file that needs no network and is readable without its script. */
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
<nav aria-label="Sections">
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

/** The sections of the page that are not empty. */
function sectionsOf(report: Report): Section[] {
  const { run, rows, nodes } = report
  const images = [...rows].sort(byImage)
  const candidates: readonly { id: string; title: string; content: Content }[] = [
    { id: 'failures', title: 'Failures', content: failuresTable(failures(images), MOST_ROWS) },
    { id: 'timeline', title: 'Timeline', content: timeline(report) },
    { id: 'confidence', title: 'Confidence', content: confidenceSection(report) },
    { id: 'images', title: 'Images', content: imagesTable(images, MOST_ROWS) },
    { id: 'nodes', title: 'Nodes', content: nodesTable(nodes, report) },
    { id: 'plan', title: 'Plan', content: planTable(report, MOST_ROWS) },
    { id: 'settings', title: 'Settings', content: settingsTable(run.settings) }
  ]
  return candidates.filter(({ content }) => content !== null)
}

function confidenceSection({ rows }: Report): Markup | null {
  const histogram = confidenceHistogram(rows)
  if (histogram === null) return null
  // With so few images, the table of all images shows as much.
  if (rows.length <= MOST_NAMED) return histogram
  return html`${histogram}
<div class="pair">
${lowestConfidenceTable(lowestConfidence(rows, MOST_NAMED))}
${slowestTable(slowest(rows, MOST_NAMED))}
</div>`
}

function foot(run: RunRecord): Markup {
  return html`<footer>
<p>Image names link to the texts in <code>text/</code>, next to this page in the results folder.
On GitHub the texts are in a separate artifact: unpack it into the folder of this page for the links to work.</p>
<p>The same data is in <code>results.jsonl</code>, <code>results.csv</code> and <code>metadata/</code>. Run ${run.id}.</p>
</footer>`
}
