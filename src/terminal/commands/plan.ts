import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { visible } from '../../lib/escape.ts'
import { exitCodes } from '../../lib/exit-codes.ts'
import { columns } from '../../lib/table.ts'
import { count, duration, plainSpaces } from '../../lib/text.ts'
import { type Plan, plan } from '../../plan/plan.ts'
import { rounded } from '../../results/totals.ts'
import { planRecord } from '../../run/finish.ts'
import { findImages } from '../../run/run.ts'
import type { CommandContext } from '../context.ts'
import { terminalEnvironment } from '../environment.ts'
import { terminalListener } from '../listener.ts'

/** The table lists at most this many tasks; the JSON lists all. */
const MOST_SHOWN = 50

/** Shows how the images would be divided into tasks, without reading them. */
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

/** Where a plan would run. */
export interface PlanPlace {
  /** Of all nodes together. */
  readonly slots: number
  /** Null for this machine. */
  readonly nodes: number | null
  /** Seconds of work below which a task of its own is not worthwhile. */
  readonly leastSeconds?: number
}

/** Where the plan would run. Only an existing pool takes a request to Azure: a new one is known from the settings. */
export async function planPlace({ settings, process, signal }: CommandContext): Promise<PlanPlace> {
  if (settings.backend === 'local')
    return { slots: settings.slots ?? availableParallelism(), nodes: null }
  const [{ LEAST_SECONDS }, { slotsOf }, { choosePool }, { azureAccount }] = await Promise.all([
    import('../../backends/azure-batch/backend.ts'),
    import('../../backends/azure-batch/pool/vm.ts'),
    import('../../backends/azure-batch/pool/choose.ts'),
    import('../../backends/azure-batch/place.ts')
  ])
  const { nodes, slots } =
    settings.pool === null
      ? { nodes: settings.nodes + settings.spotNodes, slots: slotsOf(settings) }
      : await choosePool(
          azureAccount(settings, terminalEnvironment(process)).service,
          settings,
          signal
        )
  return { slots: nodes * slots, nodes, leastSeconds: LEAST_SECONDS }
}

/** Node hours from the first task to the last; null for this machine. */
export const nodeHours = ({ nodes }: PlanPlace, planned: Plan): number | null =>
  nodes === null ? null : Number(((nodes * planned.estimatedWallSeconds) / 3600).toFixed(6))

/** Node hours as a sentence; empty for this machine. */
export const nodeSentence = ({ nodes }: PlanPlace, planned: Plan): string =>
  nodes === null
    ? ''
    : ` You would pay for ${duration(nodes * planned.estimatedWallSeconds)} of node time, plus the minutes in which nodes start.`
