import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { Header } from '../../../images/header.ts'
import type { Plan } from '../../../plan/plan.ts'
import { originSchema } from '../../../results/records.ts'
import { rowSchema } from '../../../results/row.ts'
import type { TaskImage } from '../../../task/task.ts'

const whole = v.pipe(v.number(), v.integer())

/** The header of an image, as read when the job was submitted. */
const headerSchema = v.custom<Header>((value) => typeof value === 'object' && value !== null)

const imageSchema = v.object({
  path: v.string(),
  bytes: v.number(),
  identity: v.nullable(v.string()),
  header: v.nullable(headerSchema),
  keys: v.record(v.string(), v.nullable(v.string()))
})

const poolOrderSchema = v.object({
  id: v.string(),
  vmSize: v.string(),
  image: v.object({
    publisher: v.string(),
    offer: v.string(),
    sku: v.string(),
    nodeAgent: v.string()
  }),
  slots: whole,
  size: v.union([
    v.object({ dedicated: whole, spot: whole }),
    v.object({ formula: v.string(), everyMinutes: v.number() })
  ]),
  startTask: v.nullable(v.object({ commandLine: v.string(), retries: whole })),
  metadata: v.record(v.string(), v.string())
})

/**
 * Everything about a run, stored as a blob in its container: any process with access to the container can follow the
 * run and write its results. It contains no secrets.
 */
export const manifestSchema = v.object({
  version: v.literal(1),
  name: v.string(),
  origin: originSchema,
  /** ISO 8601, in UTC. */
  submitted: v.string(),
  pool: v.union([
    v.object({ id: v.string() }),
    v.object({ ofJob: poolOrderSchema, prefix: v.string() })
  ]),
  nodes: whole,
  vmSize: v.string(),
  nodeIdentity: v.nullable(v.string()),
  taskRetries: whole,
  /** Minutes. */
  taskTimeout: v.number(),
  /** Minutes. */
  jobTimeout: v.number(),
  /** Rows that exist before the job starts. */
  known: v.array(rowSchema),
  plan: v.object({
    slots: whole,
    estimatedSeconds: v.number(),
    estimatedWallSeconds: v.number(),
    partitions: v.array(
      v.object({
        task: v.string(),
        bytes: v.number(),
        estimatedSeconds: v.number(),
        images: v.array(imageSchema)
      })
    )
  })
})

/** Everything about a run. */
export type Manifest = v.InferOutput<typeof manifestSchema>

/** One partition of a manifest. */
export type ManifestPartition = Manifest['plan']['partitions'][number]

/** The plan for a manifest. */
export const manifestPlan = (
  plan: Plan,
  images: ReadonlyMap<string, TaskImage>
): Manifest['plan'] => ({
  ...plan,
  partitions: plan.partitions.map(({ task, bytes, estimatedSeconds, images: planned }) => ({
    task,
    bytes,
    estimatedSeconds,
    images: planned.map(({ path, bytes, identity, header }) => ({
      path,
      bytes,
      identity,
      header,
      keys: images.get(path)?.columns ?? {}
    }))
  }))
})

/** An image of a manifest, without its file, which stayed on the machine that submitted the job. */
export const taskImageOf = ({
  keys,
  ...image
}: ManifestPartition['images'][number]): TaskImage => ({
  ...image,
  columns: keys,
  file: '',
  problem: null,
  key: null
})

/** A digest that differs between plans: of which images are read in which task, with which settings. */
export const planDigest = ({ plan, origin }: Pick<Manifest, 'plan' | 'origin'>): string =>
  createHash('sha256')
    .update(JSON.stringify([origin.settings, plan.partitions]))
    .digest('hex')
    .slice(0, 32)
