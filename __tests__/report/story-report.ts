import type { Report } from '../../src/report/report.ts'
import type { TaskRecord } from '../../src/results/records.ts'
import type { Row } from '../../src/results/row.ts'
import {
  failedRow,
  interruptedAttempt,
  node,
  report,
  reusedRow,
  row,
  task
} from './sample-report.ts'

/** A run on two nodes with everything that a report can show. */
export function storyReport(): Report {
  const rows = storyRows()
  const nodes = [
    node('local', { tasks: 15, images: 96, busySeconds: 189 }),
    node('tvmps_1f3', {
      kind: 'azure-batch',
      vmSize: 'Standard_D4s_v5',
      dedicated: false,
      cores: 4,
      tasks: 16,
      images: 40,
      busySeconds: 118
    })
  ]
  const tasks = storyTasks()
  return report(rows, {
    nodes,
    tasks,
    run: {
      seconds: 104,
      backend: 'azure-batch',
      repository: 'example/scans',
      commit: '0123456789abcdef0123456789abcdef01234567',
      workflowRun: 'https://github.com/example/scans/actions/runs/1'
    }
  })
}

/** A pseudorandom number from 0 to 1, always the same for a seed. */
const random = (seed: number): number => Math.abs(Math.sin(seed * 12.9898) * 43_758.5453) % 1

function storyRows(): Row[] {
  const read = Array.from({ length: 118 }, (_, index) =>
    row(
      `meters/2026/${String(index + 1).padStart(4, '0')}_+25471234${String(5000 + index * 7)}.jpg`,
      {
        words: Math.round(40 + 400 * random(index)),
        confidence: Math.round((97 - 45 * random(index + 0.5) ** 4) * 10) / 10,
        seconds: Math.round(80 + 300 * random(index + 0.3)) / 100,
        keys: { phone: `+25471234${String(5000 + index * 7)}` },
        ...(random(index + 0.7) > 0.9
          ? {
              look: 2 as const,
              secondLook: 'scaled to 300 dpi, straightened by 1.4°',
              confidence: 71.2
            }
          : {})
      }
    )
  )
  const reused = Array.from({ length: 24 }, (_, index) =>
    reusedRow(`archive/page ${index + 1}.tif`, {
      pages: 2,
      keys: { phone: null },
      confidence: 88 + (index % 9)
    })
  )
  return [
    ...read,
    ...reused,
    row('meters/blank.png', { status: 'empty', words: 0, confidence: null, keys: { phone: null } }),
    failedRow(
      'meters/truncated.png',
      'unreadable-image',
      'it is truncated; create it again, or restore it from a copy.'
    ),
    failedRow(
      'meters/huge.tif',
      'too-large',
      'it has 1 200 000 000 pixels, more than max-pixels (200000000); scale it down, or raise max-pixels.'
    ),
    failedRow(
      'meters/scan 17.heic',
      'unsupported-format',
      'neither Tesseract nor ImageMagick here can read HEIC; convert it, or install libheif.'
    ),
    failedRow(
      'meters/pointer.jpg',
      'git-lfs-pointer',
      'it is a Git LFS pointer, not an image; check out with lfs: true.'
    )
  ]
}

function storyTasks(): TaskRecord[] {
  const places = [
    ['local', 0],
    ['local', 1],
    ['tvmps_1f3', 0],
    ['tvmps_1f3', 1],
    ['tvmps_1f3', 2]
  ] as const
  const tasks = places.flatMap(([place, slot], lane) => {
    let clock = place === 'local' ? 3 : 38 + lane
    return Array.from({ length: 7 }, (_, index) => {
      const from = clock
      const to = from + Math.max(0.8, (place === 'local' ? 32 : 20) * 0.62 ** index)
      clock = to + 0.2
      const failed = (lane + index * 3) % 11 === 4 ? 1 : 0
      return task(`task-${String(lane * 7 + index + 1).padStart(4, '0')}`, {
        from,
        to,
        node: place,
        slot,
        partition: {
          images: Array.from({ length: 8 - index }, (_, n) => `${n}.png`),
          bytes: 2_000_000,
          estimatedSeconds: to - from + 0.7
        },
        counts: { recognized: 8 - index - failed, reused: 0, empty: 0, failed }
      })
    })
  })
  const [first, ...others] = tasks
  if (!first) return []
  return [
    {
      ...first,
      attempts: [interruptedAttempt('tvmps_1f3', 36, 52, 'node preempted'), ...first.attempts]
    },
    ...others
  ]
}
