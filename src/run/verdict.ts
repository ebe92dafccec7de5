import type { Counts } from '../results/records.ts'
import type { FailOn } from '../settings/parse.ts'

/** Whether `fail-on` turns this number of failed images into a failed run. A run without images never fails. */
export function failsBy(failOn: FailOn, counts: Counts): boolean {
  const images = counts.recognized + counts.reused + counts.empty + counts.failed
  switch (failOn.when) {
    case 'never':
      return false
    case 'any':
      return counts.failed > 0
    case 'all':
      return images > 0 && counts.failed === images
    case 'share':
      return counts.failed > failOn.share * images
  }
}
