import type { Job, JobEvent } from '../backends/backend.ts'
import type { Listener } from '../lib/listener.ts'
import type { ResultsFolder } from '../results/folder.ts'
import type { Row } from '../results/row.ts'
import type { TaskImage } from '../task/task.ts'
import { ProgressCount } from './progress.ts'

/** Follows a job to its end. Each row is in the table before the listener gets it. */
export async function follow(
  job: Job,
  folder: ResultsFolder,
  wanted: readonly TaskImage[],
  listener: Listener,
  signal: AbortSignal
): Promise<Row[]> {
  const rows: Row[] = []
  const receive = receiver(folder, listener, new ProgressCount(wanted), rows)
  const cancel = () => void job.cancel()
  signal.addEventListener('abort', cancel, { once: true })
  if (signal.aborted) cancel()
  try {
    for await (const event of job.follow()) receive(event)
  } finally {
    signal.removeEventListener('abort', cancel)
  }
  return rows
}

function receiver(
  folder: ResultsFolder,
  listener: Listener,
  progress: ProgressCount,
  rows: Row[]
): (event: JobEvent) => void {
  return (event) => {
    switch (event.kind) {
      case 'row':
        folder.appendRow(event.row)
        rows.push(event.row)
        if (event.row.status === 'failed') listener.failed(event.row)
        return listener.progress(progress.count(event.row))
      case 'task-ended':
        return folder.writeRecord(`tasks/${event.task.id}`, event.task)
      case 'status':
        return listener.progress(progress.report(event.status))
      case 'message':
        return event.warning ? listener.warn(event.sentence) : listener.say(event.sentence)
    }
  }
}
