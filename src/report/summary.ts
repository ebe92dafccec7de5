import { clip, markdownCode, markdownText } from '../lib/escape.ts'
import { count, decimal, duration, grouped, percent } from '../lib/text.ts'
import type { NodeRecord } from '../results/records.ts'
import type { Row } from '../results/row.ts'
import {
  busyShare,
  failures,
  lowestConfidence,
  preparation,
  slowest,
  whatHappened
} from './findings.ts'
import { markdownTable } from './markdown-table.ts'
import type { Report } from './report.ts'
import { type Tone, verdictOf } from './verdict.ts'

/** An artifact that a summary links to. */
export interface ArtifactLink {
  readonly name: string
  /** Absolute, or relative to the page that shows the summary. */
  readonly url: string
}

/** What a summary shows besides the run. */
export interface SummaryOptions {
  readonly artifacts: readonly ArtifactLink[]
  /** The most failed images that are named; the others are counted. */
  readonly mostFailures?: number
}

/**
 * GitHub silently drops a summary over 1 MiB. These limits keep the longest one that hostile names can make under half
 * of that: each of their characters takes up to 30 bytes when it is escaped.
 */
const MOST_FAILURES = 50
const MOST_NODES = 25
const MOST_NAMED = 5
const LONGEST_NAME = 120
const LONGEST_SENTENCE = 160
const LONGEST_WORD = 40
const LONGEST_PROBLEM = 1000

const SIGNS: Readonly<Record<Tone, string>> = { good: '✅', mixed: '⚠️', bad: '❌', ended: '⏹️' }

/** The GitHub job summary of a run, in Markdown. */
export function jobSummary(report: Report, options: SummaryOptions): string {
  const parts = [
    headline(report),
    problemPart(report),
    totalsPart(report),
    artifactsPart(options.artifacts),
    failuresPart(report.rows, options.mostFailures),
    nodesPart(report),
    lowestConfidencePart(report.rows),
    slowestPart(report.rows),
    originPart(report)
  ]
  return joined(parts)
}

/** Only the failures of a run, in Markdown. */
export const failuresSummary = (report: Report, mostFailures: number): string =>
  joined([headline(report), problemPart(report), failuresPart(report.rows, mostFailures)])

/** Only the links to a run's artifacts, to add to its summary, in Markdown. */
export const artifactsSummary = (artifacts: readonly ArtifactLink[]): string =>
  joined([artifactsPart(artifacts)])

const joined = (parts: readonly (string | null)[]): string =>
  `${parts.filter((part) => part !== null).join('\n\n')}\n`

function headline({ run }: Report): string {
  const { tone, sentence } = verdictOf(run)
  return `## ${SIGNS[tone]} ${sentence}`
}

/** Why the run failed; Azure's reasons can be long. */
const problemPart = ({ run: { problem } }: Report): string | null =>
  problem && `**Why:** ${markdownText(clip(problem, LONGEST_PROBLEM))}`

function totalsPart({ run: { totals, seconds, speedup } }: Report): string {
  const { images, recognized, reused, empty, failed, pages, words, confidence } = totals
  const figures: readonly (readonly [title: string, figure: string])[] = [
    ['Images', grouped(images)],
    ['Recognized', grouped(recognized)],
    ['Reused', grouped(reused)],
    ['Empty', grouped(empty)],
    ['Failed', failed > 0 ? `**${grouped(failed)}**` : '0'],
    ['Pages', grouped(pages)],
    ['Words', grouped(words)],
    ['Mean confidence', confidence === null ? '–' : decimal(confidence)],
    ['Wall time', duration(seconds)],
    ['Speedup', speedup === null ? '–' : `${decimal(speedup)} ×`]
  ]
  const columns = figures.map(([title]) => ({ title, numbers: true as const }))
  return markdownTable(columns, [figures.map(([, figure]) => figure)])
}

function artifactsPart(artifacts: readonly ArtifactLink[]): string | null {
  if (artifacts.length === 0) return null
  const links = artifacts.map(({ name, url }) => `[${markdownText(name)}](<${linkTarget(url)}>)`)
  return `**Artifacts:** ${links.join(' · ')}`
}

/** An address between `<` and `>`, with no character that could end it. */
const linkTarget = (url: string): string =>
  url.replace(/[\s<>\\|&]/g, (character) => encodeURIComponent(character).replace('%26', '&amp;'))

function failuresPart(rows: readonly Row[], most = MOST_FAILURES): string | null {
  const failed = failures(rows)
  if (failed.length === 0) return null
  const table = markdownTable(
    [{ title: 'Image' }, { title: 'Code' }, { title: 'What happened' }],
    failed
      .slice(0, most)
      .map((row) => [
        name(row),
        row.error?.code ?? '',
        markdownText(clip(whatHappened(row), LONGEST_SENTENCE))
      ])
  )
  return [
    `### ${count(failed.length, 'image')} failed`,
    table,
    ...more(failed, most, 'results.csv')
  ].join('\n\n')
}

function nodesPart(report: Report): string | null {
  const { nodes } = report
  if (nodes.length === 0) return null
  const table = markdownTable(
    [
      { title: 'Node' },
      { title: 'Host' },
      { title: 'Cores', numbers: true },
      { title: 'Tasks', numbers: true },
      { title: 'Images', numbers: true },
      { title: 'Busy', numbers: true },
      { title: 'Busy share of wall time', numbers: true }
    ],
    nodes.slice(0, MOST_NODES).map((node) => nodeCells(node, report))
  )
  return ['### Nodes', table, ...more(nodes, MOST_NODES, 'metadata/nodes')].join('\n\n')
}

function nodeCells(node: NodeRecord, report: Report): string[] {
  const share = busyShare(node, report)
  return [
    markdownCode(clip(node.id, LONGEST_WORD)),
    markdownText(clip(node.host, LONGEST_WORD)),
    grouped(node.cores),
    grouped(node.tasks),
    grouped(node.images),
    duration(node.busySeconds),
    share === null ? '–' : percent(share)
  ]
}

function lowestConfidencePart(rows: readonly Row[]): string | null {
  const images = lowestConfidence(rows, MOST_NAMED)
  const columns = [
    { title: 'Image' },
    { title: 'Confidence', numbers: true as const },
    { title: 'Words', numbers: true as const },
    { title: 'Preparation' }
  ]
  const cells = images.map((row) => [
    name(row),
    decimal(row.confidence ?? 0),
    grouped(row.words),
    markdownText(clip(preparation(row), LONGEST_SENTENCE))
  ])
  return images.length === 0 ? null : folded('Lowest confidence', markdownTable(columns, cells))
}

function slowestPart(rows: readonly Row[]): string | null {
  const slow = slowest(rows, MOST_NAMED)
  const columns = [
    { title: 'Image' },
    { title: 'Time', numbers: true as const },
    { title: 'Pages', numbers: true as const },
    { title: 'Status' }
  ]
  const cells = slow.map((row) => [
    name(row),
    duration(row.seconds),
    grouped(row.pages),
    row.status
  ])
  return slow.length === 0 ? null : folded('Slowest images', markdownTable(columns, cells))
}

function originPart({ run }: Report): string {
  const id = markdownCode(clip(run.id, LONGEST_NAME))
  const backend = markdownText(clip(run.backend, LONGEST_WORD))
  return `<sub>Run ${id} on ${backend}, ${count(run.totals.tasks, 'task')} on ${count(run.totals.nodes, 'node')}. \`report.html\` and the tables of all images are in the artifacts.</sub>`
}

const name = ({ image }: Row): string => markdownCode(clip(image, LONGEST_NAME))

const folded = (title: string, content: string): string =>
  `<details><summary>${title}</summary>\n\n${content}\n\n</details>`

/** Says how many rows a table leaves out, and where they are. */
const more = (all: readonly unknown[], shown: number, where: string): string[] =>
  all.length > shown ? [`… and ${grouped(all.length - shown)} more, in \`${where}\`.`] : []
