import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mergeShards } from '../../merge/merge.ts'
import type { Finished } from '../../run/finish.ts'
import { readActionInput } from '../../settings/actions.ts'
import { downloadShards } from '../artifacts/download.ts'
import { parseKeptName } from '../cache/cache-key.ts'
import { earlierResults } from '../cache/restore-and-save.ts'
import { delivered, type StepContext } from './run.ts'

/**
 * Merges what shards left, and delivers it as a run is. Until it is merged there is nothing that `post` could deliver:
 * half a merge would look like a whole one.
 */
export async function mergeAction(context: StepContext): Promise<number> {
  const name = parseKeptName(readActionInput('keepAs', context.own))
  const finished = await merged(context)
  return delivered(context, '', async () => finished, name && earlierResults(name, context))
}

async function merged(context: StepContext): Promise<Finished> {
  const { settings, environment, own, log, signal } = context
  const folders = readActionInput('folders', own)
  if (folders.length > 0) return mergeShards(folders, settings, environment.cwd, log, signal)
  const home = mkdtempSync(join(tmpdir(), 'ocr-shards-'))
  try {
    log.phase('Artifacts')
    await downloadShards(settings.artifactName, home, log, signal)
    return await mergeShards([home], settings, environment.cwd, log, signal)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}
