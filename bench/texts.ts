/** Collects the texts of a reading, and finds where two readings differ. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** The texts in a folder and its subfolders, by image name. */
export function textsUnder(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const texts = names.filter((name) => name.endsWith('.txt')).sort()
  return new Map(
    texts.map((name) => [basename(name, '.txt'), readFileSync(join(folder, name), 'latin1')])
  )
}

/** The texts of a feed by image name, from one file with a form feed between images. */
export function textsOfFeed(path: string, images: string[]): Map<string, string> {
  const parts = readFileSync(path, 'latin1').split('\f')
  if (parts.length !== images.length) {
    throw new Error(`${images.length} images gave ${parts.length} texts`)
  }
  return new Map(images.map((image, i) => [image, parts[i] ?? '']))
}

/** The images whose text is missing or differs from the known one. */
export function differing(
  asked: string[],
  texts: Map<string, string>,
  known: Map<string, string>
): string[] {
  return asked.filter((image) => !texts.has(image) || texts.get(image) !== known.get(image))
}
