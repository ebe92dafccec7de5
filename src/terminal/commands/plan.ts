import { capacityOf } from '../../backends/open.ts'
import type { Capacity } from '../../backends/place.ts'
import { escapeInvisible } from '../../lib/escape.ts'
import { exitCodes } from '../../lib/exit-codes.ts'
import { textTable } from '../../lib/table.ts'
import { count, duration, plainSpaces } from '../../lib/text.ts'
import { type Plan, plan } from '../../plan/plan.ts'
import { rounded } from '../../results/totals.ts'
import { planRecord } from '../../run/finish.ts'
import { findImages } from '../../run/prepare.ts'
import { terminalEnvironment } from '../environment.ts'
import { terminalListener } from '../listener.ts'
import type { CommandContext } from '../main.ts'

/** Partitions shown in the table; the JSON has all. */
const MOST_SHOWN = 50

/** Shows how the images would be divided, and reads none. */
export async function planCommand(context: CommandContext): Promise<number> {
  const { settings, json, process, signal } = context
  const listener = terminalListener(process.stderr)
  const environment = terminalEnvironment(process)
  const { discovery } = await findImages(settings, environment, listener, signal)
  const { images, otherFiles } = discovery
  const readable = images.filter(({ problem }) => problem === null)
  const refused = images.flatMap(({ path, problem }) =>
    problem ? [{ image: path, ...problem }] : []
  )
  const place = await capacityOf({ settings, environment }, signal)
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
      escapeInvisible(own[0]?.path ?? '')
    ])
  const text = [
    textTable([['task', 'images', 'bytes', 'seconds', 'first image'], ...rows]),
    ...(planned.partitions.length > MOST_SHOWN
      ? [`and ${planned.partitions.length - MOST_SHOWN} more`]
      : []),
    ...refused.map(({ image, code }) => `${code}: ${escapeInvisible(image)}`),
    '',
    `${count(readable.length, 'image')} in ${count(planned.partitions.length, 'task')} on ${count(planned.slots, 'slot')}${place.nodes === null ? '' : ` of ${count(place.nodes, 'node')}`}: about ${duration(planned.estimatedWallSeconds)} (${duration(planned.estimatedSeconds)} of reading).${nodeSentence(place, planned)}`
  ]
  process.stdout.write(`${plainSpaces(text.join('\n'))}\n`)
  return exitCodes.done
}

/** Hours of all nodes together, from the first task to the last; null where there are no nodes to pay. */
export const nodeHours = ({ nodes }: Capacity, planned: Plan): number | null =>
  nodes === null ? null : Number(((nodes * planned.estimatedWallSeconds) / 3600).toFixed(6))

/** The same as people say it; empty where there are none. */
export const nodeSentence = ({ nodes }: Capacity, planned: Plan): string =>
  nodes === null
    ? ''
    : ` The nodes would be paid for ${duration(nodes * planned.estimatedWallSeconds)} together, and for the minutes in which they start.`
