/** Collects the texts that a reading left, and tells where two readings differ. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Gives the texts under a folder by their image's name, whatever the folders between. */
export function textsUnder(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const texts = names.filter((name) => name.endsWith('.txt')).sort()
  return new Map(
    texts.map((name) => [basename(name, '.txt'), readFileSync(join(folder, name), 'latin1')])
  )
}

/** Gives the texts of a feed by their image's name: one file, a form feed between two images. */
export function textsOfFeed(path: string, images: string[]): Map<string, string> {
  const parts = readFileSync(path, 'latin1').split('\f')
  if (parts.length !== images.length) {
    throw new Error(`${images.length} images were fed, ${parts.length} texts came back`)
  }
  return new Map(images.map((image, i) => [image, parts[i] ?? '']))
}

/** Names those of the images asked for whose text is missing or not, byte for byte, the known one. */
export function differing(
  asked: string[],
  texts: Map<string, string>,
  known: Map<string, string>
): string[] {
  return asked.filter((image) => !texts.has(image) || texts.get(image) !== known.get(image))
}
