import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mergeShards } from '../../merge/merge.ts'
import type { Finished } from '../../run/finish.ts'
import { readActionInput } from '../../settings/actions.ts'
import { downloadShards } from '../artifacts/download.ts'
import { parseCacheKey } from '../cache/cache-key.ts'
import { cachedResults } from '../cache/restore-and-save.ts'
import type { StepContext } from '../context.ts'
import { runAndDeliver } from '../run-and-deliver.ts'

/**
 * Merges the results of shards and delivers them. The merge finishes before the delivery begins: `post` must not deliver
 * a partial merge, because it would look complete.
 */
export async function mergeAction(context: StepContext): Promise<number> {
  const cacheKey = parseCacheKey(readActionInput('cacheKey', context.own))
  const finished = await merged(context)
  return runAndDeliver(
    context,
    '',
    async () => finished,
    cacheKey && cachedResults(cacheKey, context)
  )
}

async function merged(context: StepContext): Promise<Finished> {
  const { settings, environment, own, log, signal } = context
  const folders = readActionInput('folders', own)
  if (folders.length > 0) return mergeShards(folders, settings, environment.cwd, log, signal)
  const downloads = mkdtempSync(join(tmpdir(), 'ocr-shards-'))
  try {
    log.phase('Artifacts')
    await downloadShards(settings.artifactName, downloads, log, signal)
    return await mergeShards([downloads], settings, environment.cwd, log, signal)
  } finally {
    rmSync(downloads, { recursive: true, force: true })
  }
}
