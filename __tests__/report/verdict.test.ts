import { expect, test } from '@jest/globals'
import { verdictOf } from '../../src/report/verdict.ts'
import type { RunRecord } from '../../src/results/records.ts'
import { report } from './sample-report.ts'

test.each<
  [images: number, failed: number, outcome: RunRecord['outcome'], tone: string, sentence: string]
>([
  [120, 0, 'done', 'good', 'All 120 images were read'],
  [1, 0, 'done', 'good', 'The image was read'],
  [120, 2, 'done', 'mixed', '118 of 120 images were read, 2 failed'],
  [2, 1, 'done', 'mixed', '1 of 2 images was read, 1 failed'],
  [120, 120, 'done', 'bad', 'None of the 120 images could be read'],
  [1, 1, 'done', 'bad', 'The image could not be read'],
  [0, 0, 'done', 'ended', 'There was no image to read'],
  [120, 80, 'cancelled', 'ended', 'Cancelled: 40 of 120 images were read, 80 not'],
  [120, 80, 'failed', 'bad', 'Run failed: 40 of 120 images were read, 80 not'],
  [120, 80, 'running', 'ended', 'Unfinished: 40 of 120 images were read, 80 not']
])('%d images, %d failed, %s: %s', (images, failed, outcome, tone, sentence) => {
  const { totals } = report([]).run
  expect(verdictOf({ outcome, totals: { ...totals, images, failed } })).toEqual({ tone, sentence })
})
