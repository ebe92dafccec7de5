import type { Report } from '../../src/report/report.ts'
import type { NodeRecord, TaskRecord } from '../../src/results/records.ts'
import type { ErrorCode, Row } from '../../src/results/row.ts'
import { countsOf, totalsOf } from '../../src/results/totals.ts'

/** The start of every run. */
const START = Date.parse('2026-11-22T08:00:00Z')

const at = (seconds: number): string => new Date(START + seconds * 1000).toISOString()

/** The row of an image that was read at the first attempt. */
export function row(image: string, changes: Partial<Row> = {}): Row {
  return {
    image,
    status: 'recognized',
    identity: 'sha256:0',
    key: 'sha256:1',
    bytes: 250_000,
    format: 'png',
    width: 2480,
    height: 3508,
    pages: 1,
    words: 180,
    confidence: 93.4,
    text: `text/${image}.txt`,
    keys: {},
    error: null,
    task: 'task-0001',
    node: 'local',
    slot: 0,
    attempt: 1,
    startedAt: at(1),
    seconds: 1.2,
    prepareSeconds: 0,
    recognizeSeconds: 1.1,
    look: 1,
    secondLook: null,
    ...changes
  }
}

/** The row of a failed image. */
export const failedRow = (image: string, code: ErrorCode, message: string): Row =>
  row(image, {
    status: 'failed',
    confidence: null,
    words: 0,
    text: null,
    error: { code, message: `${image}: ${message}` }
  })

/** A row reused from an earlier run. */
export const reusedRow = (image: string, changes: Partial<Row> = {}): Row =>
  row(image, {
    status: 'reused',
    task: null,
    node: null,
    slot: null,
    startedAt: null,
    seconds: 0,
    recognizeSeconds: 0,
    ...changes
  })

/** A task with one attempt, from one second of the run to another. */
export function task(
  id: string,
  changes: Partial<TaskRecord> & { from: number; to: number }
): TaskRecord {
  const { from, to, ...rest } = changes
  const node = rest.node ?? 'local'
  return {
    id,
    partition: { images: [`${id}.png`], bytes: 250_000, estimatedSeconds: to - from },
    node,
    slot: 0,
    attempts: [{ node, start: at(from), end: at(to), exitCode: 0, reason: null }],
    seconds: to - from,
    counts: { recognized: 1, reused: 0, empty: 0, failed: 0 },
    ...rest
  }
}

/** An attempt that did not finish its task. */
export const interruptedAttempt = (
  node: string,
  from: number,
  to: number,
  reason: string
): TaskRecord['attempts'][number] => ({
  node,
  start: at(from),
  end: at(to),
  exitCode: null,
  reason
})

/** A machine that ran tasks. */
export function node(id: string, changes: Partial<NodeRecord> = {}): NodeRecord {
  return {
    id,
    kind: 'local',
    host: `host-of-${id}`,
    os: 'Ubuntu 24.04',
    arch: 'x64',
    cpu: 'AMD EPYC 7763',
    cores: 2,
    memoryBytes: 16_000_000_000,
    vmSize: null,
    dedicated: null,
    engine: {
      tesseract: '5.3.4',
      leptonica: '1.82.0',
      imageMagick: '6.9.12',
      poppler: null,
      languages: ['eng', 'osd'],
      models: { eng: 'sha256:0123' }
    },
    tasks: 1,
    images: 1,
    busySeconds: 1.2,
    firstTaskAt: at(1),
    lastTaskAt: at(2),
    ...changes
  }
}

/** A complete report of these rows, with their totals. */
export function report(
  rows: readonly Row[],
  changes: Partial<Omit<Report, 'rows' | 'run'>> & { run?: Partial<Report['run']> } = {}
): Report {
  const {
    nodes = [node('local')],
    tasks = [task('task-0001', { from: 1, to: 2.2, counts: countsOf(rows) })]
  } = changes
  const totals = totalsOf(rows, { otherFiles: 0, nodes, tasks })
  const seconds = changes.run?.seconds ?? 10
  return {
    rows,
    nodes,
    tasks,
    run: {
      id: 'run-2026-11-22',
      backend: 'local',
      start: at(0),
      end: at(seconds),
      seconds,
      outcome: 'done',
      problem: null,
      settings: { images: ['scans'], languages: ['eng'], 'second-look': true, dpi: null },
      totals,
      speedup: tasks.length === 0 ? null : totals.taskSeconds / seconds,
      plan: {
        slots: 2,
        estimatedSeconds: tasks.reduce((sum, { partition }) => sum + partition.estimatedSeconds, 0),
        partitions: tasks.map(({ id, partition }) => ({
          task: id,
          images: partition.images.length,
          bytes: partition.bytes,
          estimatedSeconds: partition.estimatedSeconds
        }))
      },
      repository: null,
      commit: null,
      workflowRun: null,
      ...changes.run
    }
  }
}

/** Image names with a meaning in HTML, in Markdown, on GitHub or in a terminal. */
export const HOSTILE_NAMES: readonly string[] = [
  '<script>document.title="owned"</script>.png',
  '"><img src=x onerror=document.title="owned">.png',
  "'><svg onload=document.title='owned'>.png",
  '</style></table></script>.png',
  '&lt;b&gt;&amp;.png',
  'a | b | c.png',
  'a\\|b\\.png',
  '`code` ``two`` `.png',
  '[click](javascript:alert(1)).png',
  '![](http://example.com/x.png).png',
  '@octocat and octocat@example.com #1 GH-2.png',
  'http://www.example.com/www.example.com:smile:.png',
  '**bold** _it_ ~~no~~ $x$ <!-- hidden -->.png',
  'new\nline\r\n\n| --- |\n# title.png',
  'bell\u0007 escape\u001b[31m null\u0000.png',
  'txt.\u202egnp',
  'half \ud83d of a character.png',
  '  spaces   within  .png',
  'scans/ünïcödé 東京 😀/שלום.png',
  '.../..%2f..//#?&=.png',
  'javascript:alert(1).png'
]
