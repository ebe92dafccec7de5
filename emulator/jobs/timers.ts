/** The longest timeout of Node.js. */
const LONGEST = 2 ** 31 - 1

/** Timers that do not keep the process alive and are cancelled when the emulator stops. */
export interface Timers {
  /** Calls back after the given number of milliseconds. @returns a function that cancels the timer */
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
