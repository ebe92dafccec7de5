import { inParallel } from '../lib/parallel.ts'
import { inspect, type SourceImage } from './image.ts'
import { select } from './select.ts'

/** What there is to read. */
export interface Discovery {
  /** In the order of their paths. */
  readonly images: readonly SourceImage[]
  /** Files that are no images and do not claim to be. */
  readonly otherFiles: number
  /** Sentences on folders that could not be listed. */
  readonly warnings: readonly string[]
}

/** Files looked at at a time: enough to hide the disk's waits, few enough to keep memory flat. */
const AT_ONCE = 8

/**
 * Finds the images that the patterns choose and looks at each one's header and identity.
 *
 * @throws PatternError where a folder or file that was named is not there
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
