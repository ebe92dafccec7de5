import { inParallel } from '../lib/parallel.ts'
import { inspect, type SourceImage } from './image.ts'
import { select } from './select.ts'

/** The images to read, and what was found besides. */
export interface Discovery {
  /** Sorted by path. */
  readonly images: readonly SourceImage[]
  /** Files that are not images, and that are not named like one. */
  readonly otherFiles: number
  /** Folders that could not be listed, in sentences. */
  readonly warnings: readonly string[]
}

/** Files inspected at a time: enough to hide disk latency, and few enough to keep memory use flat. */
const AT_ONCE = 8

/**
 * Finds the images that the patterns select, with their headers and identities.
 *
 * @throws PatternError if a named folder or file does not exist
 */
export async function discover(
  ask: {
    readonly patterns: readonly string[]
    readonly cwd: string
    readonly results: string
    readonly maxPixels: number
  },
  signal: AbortSignal
): Promise<Discovery> {
  const selection = select(ask.patterns, ask.cwd, ask.results)
  const found: (SourceImage | null)[] = []
  await inParallel(selection.files.entries(), AT_ONCE, async ([index, file]) => {
    signal.throwIfAborted()
    found[index] = await inspect(file, ask.maxPixels)
  })
  const images = found.filter((image) => image !== null)
  return {
    images,
    otherFiles: found.length - images.length,
    warnings: selection.unlisted.map(
      ({ folder, reason }) =>
        `The folder ${folder} could not be listed (${reason}); nothing in it was read.`
    )
  }
}
