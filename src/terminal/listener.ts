import { Presets, SingleBar } from 'cli-progress'
import { escapeInvisible } from '../lib/escape.ts'
import type { Listener, Progress } from '../lib/listener.ts'
import { plainSpaces } from '../lib/text.ts'
import { progressLines, progressTail } from '../run/progress-lines.ts'

/** Failures told one by one; the rest are in the table. */
const MOST_FAILURES = 20

/** A listener that must be closed, so that the terminal is left as it was. */
export interface TerminalListener extends Listener {
  close(): void
}

/** Tells the story of a run on standard error: a bar on a terminal, a line every few seconds elsewhere. */
export function terminalListener(out: NodeJS.WriteStream): TerminalListener {
  const bar = out.isTTY ? drawnBar(out) : plainLines(out)
  const line = (text: string) => bar.aside(() => out.write(`${plainSpaces(text)}\n`))
  let failures = 0
  return {
    phase: () => {},
    say: (sentence) => line(escapeInvisible(sentence)),
    warn: (sentence) => line(`Warning: ${escapeInvisible(sentence)}`),
    output: (text) => bar.aside(() => out.write(text)),
    failed: ({ error }) => {
      failures++
      if (failures <= MOST_FAILURES && error?.code !== 'lost')
        line(`Failed: ${escapeInvisible(error?.message ?? '')}`)
      if (failures === MOST_FAILURES + 1) line('More images failed; results.csv names them all.')
    },
    progress: (progress) => bar.show(progress),
    close: () => bar.stop()
  }
}

interface Bar {
  show(progress: Progress): void
  /** Writes something else without tearing the bar. */
  aside(write: () => void): void
  stop(): void
}

function drawnBar(out: NodeJS.WriteStream): Bar {
  const bar = new SingleBar(
    {
      stream: out,
      format: '{bar} {value}/{total} images, {tail}',
      hideCursor: true,
      clearOnComplete: true
    },
    Presets.shades_classic
  )
  let shown: Progress | null = null
  return {
    show: (progress) => {
      if (shown === null) bar.start(progress.total, 0, { tail: '' })
      shown = progress
      bar.update(progress.done, { tail: progressTail(progress) })
    },
    aside: (write) => {
      if (shown !== null) out.write('\r\u001b[K')
      write()
    },
    stop: () => bar.stop()
  }
}

function plainLines(out: NodeJS.WriteStream): Bar {
  const lines = progressLines()
  return {
    show: (progress) => {
      const line = lines(progress)
      if (line !== null) out.write(`${line}\n`)
    },
    aside: (write) => write(),
    stop: () => {}
  }
}
