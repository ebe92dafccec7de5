/** The longest that one timer of Node.js can wait. */
const LONGEST = 2 ** 31 - 1

/** Timers that do not keep the process alive and are gone when the emulator closes. */
export interface Timers {
  /** Calls back after so many milliseconds. @returns calls it off */
  after(span: number, then: () => void): () => void
  close(): void
}

export function openTimers(): Timers {
  const pending = new Set<NodeJS.Timeout>()
  let closed = false

  const after = (span: number, then: () => void): (() => void) => {
    if (closed) return () => {}
    let timer: NodeJS.Timeout
    const wait = (left: number): void => {
      timer = setTimeout(
        () => {
          pending.delete(timer)
          if (left > LONGEST) wait(left - LONGEST)
          else then()
        },
        Math.min(left, LONGEST)
      )
      timer.unref()
      pending.add(timer)
    }
    wait(span)
    return () => {
      clearTimeout(timer)
      pending.delete(timer)
    }
  }

  return {
    after,
    close: () => {
      closed = true
      for (const timer of pending) clearTimeout(timer)
      pending.clear()
    }
  }
}
