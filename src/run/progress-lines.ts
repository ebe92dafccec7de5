import type { Progress } from '../lib/listener.ts'
import { duration, grouped, plainSpaces } from '../lib/text.ts'

/** The shortest time between two lines, in milliseconds. */
const EVERY = 5000

/** The part after the number of images: failures, the time left, and the status of nodes and tasks. */
export function progressTail({ done, total, failed, secondsLeft, status }: Progress): string {
  const left = done < total && secondsLeft !== null ? `, ${duration(secondsLeft)} left` : ''
  return plainSpaces(`${failed} failed${left}${status === null ? '' : `; ${status}`}`)
}

/** Makes progress lines: one every few seconds if anything changed, and one when the last image is done. */
export function progressLines(): (progress: Progress) => string | null {
  let last = performance.now()
  let previous = ''
  let ended = false
  return (progress) => {
    const ends = progress.done === progress.total && !ended
    const now = performance.now()
    if (!ends && now - last < EVERY) return null
    const total = plainSpaces(grouped(progress.total))
    const line = `${plainSpaces(grouped(progress.done))} of ${total} images, ${progressTail(progress)}`
    if (line === previous) return null
    last = now
    previous = line
    ended ||= ends
    return line
  }
}
