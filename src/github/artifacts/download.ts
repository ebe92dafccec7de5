import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { rejectOnAbort } from '../../lib/abort.ts'
import type { Listener } from '../../lib/listener.ts'
import { inParallel } from '../../lib/parallel.ts'
import { shardArtifact } from '../../merge/artifact-names.ts'
import { SettingsError } from '../../settings/settings.ts'

/** Concurrent downloads. */
const AT_ONCE = 4

/**
 * Downloads the artifacts of this workflow run's shards, each into a folder of its name. An artifact that cannot be
 * downloaded intact is skipped with a warning; the merge then reports what is missing.
 *
 * @param prefix the `artifact-name` of the shards
 * @param folder absolute path of an empty folder
 * @throws SettingsError if there are no such artifacts; an error of GitHub's client if they cannot be listed; the
 *   signal's reason
 */
export async function downloadShards(
  prefix: string,
  folder: string,
  listener: Pick<Listener, 'warn'>,
  signal: AbortSignal
): Promise<void> {
  const { DefaultArtifactClient } = await import('@actions/artifact')
  const client = new DefaultArtifactClient()
  // Each attempt of the workflow run may have an artifact of the same name.
  const { artifacts } = await client.listArtifacts({ latest: true })
  const ours = artifacts.filter(({ name }) => shardArtifact(name)?.prefix === prefix)
  if (ours.length === 0) throw new SettingsError([noArtifacts(prefix)])
  const download = async ({ id, name, digest }: (typeof ours)[number]): Promise<void> => {
    signal.throwIfAborted()
    const path = join(folder, name)
    const options = digest === undefined ? { path } : { path, expectedHash: digest }
    const problem = await problemOf(client.downloadArtifact(id, options))
    if (problem === null) return
    rmSync(path, { recursive: true, force: true })
    listener.warn(`The artifact ${name} could not be downloaded and is skipped: ${problem}.`)
  }
  // The client takes no signal: when it fires, downloads are abandoned until the process ends.
  await Promise.race([inParallel(ours, AT_ONCE, download), rejectOnAbort(signal)])
}

async function problemOf(
  download: Promise<{ readonly digestMismatch?: boolean }>
): Promise<string | null> {
  try {
    const { digestMismatch } = await download
    return digestMismatch ? 'its digest differs from that of the upload' : null
  } catch (error) {
    return (error as Error).message
  }
}

const noArtifacts = (prefix: string): string =>
  `This workflow run has no artifacts of shards, such as ${prefix}-text-1-of-4. Make the job wait for the shards with \`needs\`, set \`artifact-name\` as in the shards, or set \`folders\`.`
