import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Finished } from '../run/finish.ts'
import { mergeShards } from '../run/merge.ts'
import { readFaceInput } from '../settings/faces.ts'
import { earlierResults } from './earlier-results.ts'
import { parseKeptName } from './kept-name.ts'
import { downloadShards } from './merge-artifacts.ts'
import { delivered, type StepContext } from './run-face.ts'

/**
 * Merges what shards left, and delivers it as a run is. Until it is merged there is nothing that `post` could deliver:
 * half a merge would look like a whole one.
 */
export async function mergeFace(context: StepContext): Promise<number> {
  const name = parseKeptName(readFaceInput('keepAs', context.own))
  const finished = await merged(context)
  return delivered(context, '', async () => finished, name && earlierResults(name, context))
}

async function merged(context: StepContext): Promise<Finished> {
  const { settings, surroundings, own, log, signal } = context
  const folders = readFaceInput('folders', own)
  if (folders.length > 0) return mergeShards(folders, settings, surroundings.cwd, log, signal)
  const home = mkdtempSync(join(tmpdir(), 'ocr-shards-'))
  try {
    log.phase('Artifacts')
    await downloadShards(settings.artifactName, home, log, signal)
    return await mergeShards([home], settings, surroundings.cwd, log, signal)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}
