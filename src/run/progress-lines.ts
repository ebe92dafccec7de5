import type { Progress } from '../lib/listener.ts'
import { duration, grouped, plainSpaces } from '../lib/text.ts'

/** A line comes at most this often, in milliseconds. */
const EVERY = 5000

/** What follows the number of images: failures, the time left, and how nodes and tasks stand. */
export function progressTail({ done, total, failed, secondsLeft, status }: Progress): string {
  const left = done < total && secondsLeft !== null ? `, ${duration(secondsLeft)} left` : ''
  return plainSpaces(`${failed} failed${left}${status === null ? '' : `; ${status}`}`)
}

/** Makes lines of progress: one every few seconds where something is new, and one when the last image is done. */
export function progressLines(): (progress: Progress) => string | null {
  let last = performance.now()
  let told = ''
  let ended = false
  return (progress) => {
    const ends = progress.done === progress.total && !ended
    const now = performance.now()
    if (!ends && now - last < EVERY) return null
    const total = plainSpaces(grouped(progress.total))
    const line = `${plainSpaces(grouped(progress.done))} of ${total} images, ${progressTail(progress)}`
    if (line === told) return null
    last = now
    told = line
    ended ||= ends
    return line
  }
}
