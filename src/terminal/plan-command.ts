import { resolve } from 'node:path'
import { plan } from '../plan/plan.ts'
import { visible } from '../report/escape.ts'
import { count, duration, plainSpaces } from '../report/figures.ts'
import { rounded } from '../results/totals.ts'
import { exitCodes } from '../run/exit-codes.ts'
import { planRecord } from '../run/finish.ts'
import { findImages } from '../run/run.ts'
import { columns } from './columns.ts'
import { terminalListener } from './listener.ts'
import type { CommandContext } from './main.ts'
import { nodeHours, nodeSentence, planPlace } from './plan-place.ts'

/** Partitions shown in the table; the JSON has all. */
const MOST_SHOWN = 50

/** Shows how the images would be divided, and reads none. */
export async function planCommand(context: CommandContext): Promise<number> {
  const { settings, json, process, signal } = context
  const listener = terminalListener(process.stderr)
  const results = resolve(process.cwd(), settings.results)
  const { images, otherFiles } = await findImages(
    settings,
    process.cwd(),
    results,
    listener,
    signal
  )
  const readable = images.filter(({ problem }) => problem === null)
  const refused = images.flatMap(({ path, problem }) =>
    problem ? [{ image: path, ...problem }] : []
  )
  const place = await planPlace(context)
  const planned = plan(readable, { partitions: settings.partitions, ...place })
  if (json) {
    const partitions = planRecord(planned).partitions.map((partition, index) => ({
      ...partition,
      images: planned.partitions[index]?.images.map(({ path }) => path) ?? []
    }))
    const record = {
      ...planRecord(planned),
      estimatedWallSeconds: rounded(planned.estimatedWallSeconds),
      nodes: place.nodes ?? 1,
      nodeHours: nodeHours(place, planned),
      images: images.length,
      otherFiles,
      partitions,
      refused
    }
    process.stdout.write(`${JSON.stringify(record)}\n`)
    return exitCodes.done
  }
  const rows = planned.partitions
    .slice(0, MOST_SHOWN)
    .map(({ task, images: own, bytes, estimatedSeconds }) => [
      task,
      own.length,
      bytes,
      rounded(estimatedSeconds),
      visible(own[0]?.path ?? '')
    ])
  const text = [
    columns([['task', 'images', 'bytes', 'seconds', 'first image'], ...rows]),
    ...(planned.partitions.length > MOST_SHOWN
      ? [`and ${planned.partitions.length - MOST_SHOWN} more`]
      : []),
    ...refused.map(({ image, code }) => `${code}: ${visible(image)}`),
    '',
    `${count(readable.length, 'image')} in ${count(planned.partitions.length, 'task')} on ${count(planned.slots, 'slot')}${place.nodes === null ? '' : ` of ${count(place.nodes, 'node')}`}: about ${duration(planned.estimatedWallSeconds)} (${duration(planned.estimatedSeconds)} of reading).${nodeSentence(place, planned)}`
  ]
  process.stdout.write(`${plainSpaces(text.join('\n'))}\n`)
  return exitCodes.done
}
