/** Lets the rivals read a corpus in turn, and compares their texts. */
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { Corpus } from './corpus.ts'
import type { Reading, Rival } from './rivals.ts'
import type { Times } from './table.ts'
import { differing } from './texts.ts'

/** The rival whose texts count as correct: plain Tesseract, one process per image. */
export const reference = 'xargs'

/** Reads in rounds, A B C A B C, so that a slow minute of the machine affects all rivals. */
export async function timesOf(
  rivals: Rival[],
  corpus: Corpus,
  rounds: number,
  root: string
): Promise<Times[]> {
  const times = rivals.map(
    ({ name }): Times => ({ rival: name, seconds: [], cpuSeconds: [], texts: 0, differing: [] })
  )
  for (let round = 0; round < rounds; round++) {
    const readings = await oneRound(rivals, corpus, root)
    const known = readings.get(reference)?.texts ?? new Map<string, string>()
    for (const one of times) add(one, readings.get(one.rival), known)
  }
  return times
}

/**
 * Makes a new folder for a reading. It is kept until the benchmark ends: ext4 skips inodes that were deleted in the last
 * minute one by one, so that after a removal each new file would cost a third of a millisecond.
 */
export const newFolder = (root: string): string => mkdtempSync(join(root, 'work-'))

async function oneRound(
  rivals: Rival[],
  corpus: Corpus,
  root: string
): Promise<Map<string, Reading>> {
  const readings = new Map<string, Reading>()
  for (const rival of rivals) {
    readings.set(rival.name, await rival.read(corpus, newFolder(root)))
  }
  return readings
}

function add(times: Times, reading: Reading | undefined, known: Map<string, string>): void {
  if (reading === undefined) return
  times.seconds.push(reading.taken.wall)
  times.cpuSeconds.push(reading.taken.cpu)
  times.texts = reading.texts.size
  const others = differing(reading.asked, reading.texts, known)
  times.differing = [...new Set([...times.differing, ...others])]
}
