import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ACCOUNT, type Azurite, KEY, startAzurite } from '../../__tests__/support/azurite.ts'
import { startEmulator } from '../emulator.ts'
import type { Pace } from '../options.ts'
import { sendTo } from './client.ts'
import { type Exchange, readSessions, type Session } from './recordings.ts'
import { type Replayed, replay } from './replay.ts'
import { situationsOf } from './situations.ts'
import { UNMATCHED } from './unmatched.ts'
import { type Blobs, openBlobs, openWorld, runnable } from './world.ts'

/** The folder with recordings of the real service, which are not ours to publish. */
const FOLDER = process.env['BATCH_ORACLE'] ?? ''

/** Slow enough that every recorded state is there while it is asked for; on a busy machine the second pace is. */
const PACES: readonly Partial<Pace>[] = [1, 5].map((slowness) => ({
  allocationSeconds: slowness,
  creatingSeconds: 0.6 * slowness,
  startingSeconds: 0.6 * slowness,
  leavingSeconds: 0.5 * slowness,
  countsLagSeconds: 0.1
}))

let azurite: Azurite
let blobs: Blobs
const storage = () => ({ endpoint: azurite.url, account: ACCOUNT, key: KEY })
beforeAll(async () => {
  if (FOLDER === '') return
  azurite = await startAzurite()
  blobs = await openBlobs(storage())
})
afterAll(() => azurite?.stop())

const listed = ({ src, i, url }: Exchange) =>
  UNMATCHED.find(
    (entry) =>
      entry.src === src && entry.i === i && entry.apiVersion === url.searchParams.get('api-version')
  )
const accepted = (exchange: Exchange) => listed(exchange)?.differences ?? []

/** Those that differ in other things than they are known to. */
const surprises = (results: readonly Replayed[]): Record<string, readonly string[]> =>
  Object.fromEntries(
    results
      .filter((one) => one.differences.join() !== accepted(one.exchange).join())
      .map(({ exchange: { src, i, method, url }, differences }) => [
        `${src} ${i}: ${method} ${url.pathname}`,
        differences.length > 0 ? differences : ['It matches, and is listed in unmatched.ts.']
      ])
  )

async function replayed({ exchanges }: Session, pace: Partial<Pace>): Promise<Replayed[]> {
  const emulator = await startEmulator({ pace, storage: storage() })
  try {
    const send = sendTo(emulator)
    const world = openWorld(send, emulator.root)
    const situationOf = situationsOf(exchanges, world, emulator.faults)
    const bodyOf = (body: unknown) => runnable(body, blobs)
    return await replay(exchanges, { ...emulator, send, situationOf, bodyOf }, accepted)
  } finally {
    await emulator.close()
  }
}

/** A session replayed at the first pace at which nothing is surprising, else at the last. */
async function attempted(session: Session): Promise<Replayed[]> {
  let results: Replayed[] = []
  for (const pace of PACES) {
    results = await replayed(session, pace)
    if (Object.keys(surprises(results)).length === 0) break
  }
  return results
}

const whereRecorded = FOLDER === '' ? test.skip : test

whereRecorded(
  'What the real service answered to recorded requests, the emulator answers too (recordings in BATCH_ORACLE)',
  async () => {
    const results: Replayed[] = []
    for (const session of await readSessions(FOLDER)) results.push(...(await attempted(session)))

    const served = results.filter(({ operation }) => operation !== null)
    const matched = served.filter(({ differences }) => differences.length === 0)
    process.stdout.write(
      `Compared ${matched.length} of ${served.length} recorded exchanges of operations the emulator serves ` +
        `(${results.length} recorded in all); ${UNMATCHED.length} cannot be matched, see README\n`
    )
    expect(surprises(served)).toEqual({})
    expect(served.filter(({ exchange }) => listed(exchange))).toHaveLength(UNMATCHED.length)
    expect(matched.length).toBeGreaterThan(300)
  },
  600_000
)
