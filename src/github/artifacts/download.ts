import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { rejectOnAbort } from '../../lib/abort.ts'
import type { Listener } from '../../lib/listener.ts'
import { inParallel } from '../../lib/parallel.ts'
import { shardArtifact } from '../../merge/artifact-names.ts'
import { SettingsError } from '../../settings/settings.ts'

/** Artifacts on their way at a time. */
const AT_ONCE = 4

/**
 * Downloads the artifacts of this workflow run's shards, each into a folder of its name. One that does not arrive whole
 * is told and left out, so that the merge names what is missing.
 *
 * @param prefix what `artifact-name` was for the shards
 * @param home absolute: an empty folder
 * @throws SettingsError where there is none; what GitHub's client throws where it cannot list them; the signal's reason
 */
export async function downloadShards(
  prefix: string,
  home: string,
  listener: Pick<Listener, 'warn'>,
  signal: AbortSignal
): Promise<void> {
  const { DefaultArtifactClient } = await import('@actions/artifact')
  const client = new DefaultArtifactClient()
  // Of artifacts of one name, each from an attempt of its own, the latest.
  const { artifacts } = await client.listArtifacts({ latest: true })
  const ours = artifacts.filter(({ name }) => shardArtifact(name)?.prefix === prefix)
  if (ours.length === 0) throw new SettingsError([noneSentence(prefix)])
  const download = async ({ id, name, digest }: (typeof ours)[number]): Promise<void> => {
    signal.throwIfAborted()
    const path = join(home, name)
    const options = digest === undefined ? { path } : { path, expectedHash: digest }
    const problem = await problemOf(client.downloadArtifact(id, options))
    if (problem === null) return
    rmSync(path, { recursive: true, force: true })
    listener.warn(`The artifact ${name} did not arrive and is left out: ${problem}.`)
  }
  // The client takes no signal: what is under way when it fires is left to the end of the process.
  await Promise.race([inParallel(ours, AT_ONCE, download), rejectOnAbort(signal)])
}

async function problemOf(
  download: Promise<{ readonly digestMismatch?: boolean }>
): Promise<string | null> {
  try {
    const { digestMismatch } = await download
    return digestMismatch ? 'its digest is not that of what was uploaded' : null
  } catch (error) {
    return (error as Error).message
  }
}

const noneSentence = (prefix: string): string =>
  `This workflow run has no artifact of a shard, such as ${prefix}-text-1-of-4. Let the job wait for its shards by \`needs\`, set \`artifact-name\` as they have it, or name \`folders\`.`
