import { beforeAll, expect, test } from '@jest/globals'
import { storageAccount } from '../../__tests__/support/shared-azurite.ts'
import { type Azurite, KEY } from '../azurite.ts'
import { startEmulator } from '../emulator.ts'
import type { Pace } from '../options.ts'
import { sendTo } from './client.ts'
import type { Exchange } from './exchange.ts'
import { readSessions, type Session } from './recordings.ts'
import { type Replayed, replay } from './replay.ts'
import { situationsOf } from './situations.ts'
import { UNMATCHED } from './unmatched.ts'
import { type Blobs, openBlobs, openWorld, runnable } from './world.ts'

/** The folder with recordings of the real service, which we must not publish. */
const FOLDER = process.env['BATCH_ORACLE'] ?? ''

/** Every recorded state must last until it is requested: on a busy machine the second pace is slow enough. */
const SLOWNESS = [1, 10]

const paceOf = (slowness: number): Partial<Pace> => ({
  allocationSeconds: slowness,
  creatingSeconds: 0.6 * slowness,
  startingSeconds: 0.6 * slowness,
  leavingSeconds: 0.5 * slowness,
  countsLagSeconds: 0.1
})

let azurite: Azurite
let blobs: Blobs
const storage = () => ({ endpoint: azurite.url, account: azurite.account, key: KEY })
beforeAll(async () => {
  if (FOLDER === '') return
  azurite = await storageAccount()
  blobs = await openBlobs(storage())
})

const listed = ({ src, i, url }: Exchange) =>
  UNMATCHED.find(
    (entry) =>
      entry.src === src && entry.i === i && entry.apiVersion === url.searchParams.get('api-version')
  )
const accepted = (exchange: Exchange) => listed(exchange)?.differences ?? []

/** Results with unexpected differences. */
const surprises = (results: readonly Replayed[]): Record<string, readonly string[]> =>
  Object.fromEntries(
    results
      .filter((one) => one.differences.join() !== accepted(one.exchange).join())
      .map(({ exchange: { src, i, method, url }, differences }) => [
        `${src} ${i}: ${method} ${url.pathname}`,
        differences.length > 0 ? differences : ['It matches but is listed in unmatched.ts.']
      ])
  )

async function replayed({ exchanges }: Session, slowness: number): Promise<Replayed[]> {
  const emulator = await startEmulator({ pace: paceOf(slowness), storage: storage() })
  try {
    const send = sendTo(emulator)
    const world = openWorld(send, emulator.root)
    const situationOf = situationsOf(exchanges, world, emulator.faults)
    const bodyOf = (body: unknown) => runnable(body, blobs)
    return await replay(
      exchanges,
      { ...emulator, send, timeout: 2500 * slowness, situationOf, bodyOf },
      accepted
    )
  } finally {
    await emulator.close()
  }
}

/** Replays a session, more slowly if there are unexpected differences. */
async function attempted(session: Session): Promise<Replayed[]> {
  let results: Replayed[] = []
  for (const slowness of SLOWNESS) {
    results = await replayed(session, slowness)
    if (Object.keys(surprises(results)).length === 0) break
  }
  return results
}

const whereRecorded = FOLDER === '' ? test.skip : test

whereRecorded(
  'The emulator responds to recorded requests as the real service did (recordings in BATCH_ORACLE)',
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
  1_800_000
)
