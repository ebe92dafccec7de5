import type { PageReading } from '../engine/engine.ts'
import type { SecondLookSettings } from '../engine/image-settings.ts'
import {
  type Correction,
  correctionOperations,
  type Preparable
} from '../engine/imagemagick/arguments.ts'
import { measuredSlope } from '../engine/imagemagick/magick.ts'
import type { PrepareTools } from '../engine/prepare-tools.ts'
import { type Layout, layoutOf } from './layout.ts'
import { prepare } from './prepare.ts'

/**
 * The second look: a page that was read with low confidence is prepared differently and read again, and the text with
 * the higher confidence is kept. The rules and thresholds were found on real scans and generated pages; docs/recognition.md
 * has the tables. All decisions are made from the words of the first look, so an ordinary page costs nothing extra.
 */

/** A page as it was read first, and the file that it was read from. */
export interface FirstReading {
  readonly source: Preparable
  /** The page's number in that file, from 0. */
  readonly page: number
  readonly reading: PageReading
}

/** The result of a second look. */
export interface SecondReading {
  readonly reading: PageReading
  /** The file that was read. */
  readonly path: string
  /** How the page was prepared. */
  readonly description: string
  /** Whether its text is better than the first one. */
  readonly isBetter: boolean
}

/** Modes in which Tesseract detects the page's layout; the others take the image for one line, word or character. */
const PAGE_MODES: readonly (number | null)[] = [null, 1, 3, 4, 6, 11, 12]

/** Whether these settings allow a second look at all. */
export const mayLookAgain = (settings: SecondLookSettings): boolean =>
  settings.prepare !== 'never' &&
  PAGE_MODES.includes(settings.pageSegmentationMode) &&
  (settings.secondLook || settings.deskew === 'always' || settings.rotate === 'always')

/** Below this mean confidence the text is a guess: the page is upside down or on its side. */
const GUESSED = 50

/** Looks after the first: the second corrects what is wrong, a third corrects what only the second revealed. */
const MAX_LOOKS = 2

/** Preparing and reading, with the time of preparing measured. */
interface LookTools {
  readonly prepareTools: PrepareTools
  read(path: string): Promise<PageReading>
  preparing<T>(work: () => Promise<T>): Promise<T>
}

/** Takes a second look at a page if there is a reason to; null if there is none. */
export async function lookAgain(
  first: FirstReading,
  settings: SecondLookSettings,
  tools: LookTools
): Promise<SecondReading | null> {
  if (tools.prepareTools.toolbox.imageMagick === null) return null
  const measure = () =>
    tools.preparing(() => measuredSlope(first.source, first.page, tools.prepareTools))
  const original = {
    correction: NO_CORRECTION,
    reading: first.reading,
    layout: layoutOf(first.reading.words)
  }
  const looks: FileLook[] = []
  for (const correction of await demandedCorrections(settings, measure))
    looks.push(await lookAt(correction, first, tools))
  if (settings.secondLook) {
    const best = looks.reduce<Look>(better, original)
    looks.push(...(await looksInDoubt(best, first, settings, tools, measure)))
  }
  const [head, ...rest] = looks
  if (head === undefined) return null
  const kept = rest.reduce<FileLook>(better, head)
  const description = looks.map(({ correction }) => descriptionOf(correction)).join(', then ')
  const isBetter = better(original, kept) === kept
  return { reading: kept.reading, path: kept.path, description, isBetter }
}

const NO_CORRECTION: Correction = { turn: 0, slope: 0, scale: 1 }

/** A page as it was corrected and read. */
interface Look {
  readonly correction: Correction
  readonly reading: PageReading
  readonly layout: Layout
}

/** The look with more letters in words of high confidence; the earlier one if there is no difference. */
const better = <T extends Look>(earlier: T, later: T): T =>
  later.layout.confidentLetters > earlier.layout.confidentLetters ? later : earlier

/** A look after the first, with the prepared file. */
interface FileLook extends Look {
  readonly path: string
}

async function lookAt(
  correction: Correction,
  first: FirstReading,
  tools: LookTools
): Promise<FileLook> {
  const operations = correctionOperations({ ...correction, slope: effectiveSlope(correction) })
  const { path } = await tools.preparing(() =>
    prepare(first.source, tools.prepareTools, { page: first.page, operations })
  )
  const reading = await tools.read(path)
  return { correction, path, reading, layout: layoutOf(reading.words) }
}

/** The corrections that the settings demand for every page. */
async function demandedCorrections(
  settings: SecondLookSettings,
  measure: () => Promise<number>
): Promise<Correction[]> {
  const slope = settings.deskew === 'always' ? await measure() : 0
  const turns = settings.rotate === 'always' ? [0, 90, 180, 270] : [0]
  return turns.map((turn) => ({ turn, slope, scale: 1 as const })).filter(changesPage)
}

const changesPage = (correction: Correction): boolean =>
  correction.turn !== 0 || effectiveSlope(correction) !== 0 || correction.scale !== 1

/** Repeats until the page is read well; each correction follows from the result of the one before. */
async function looksInDoubt(
  start: Look,
  first: FirstReading,
  settings: SecondLookSettings,
  tools: LookTools,
  measure: () => Promise<number>
): Promise<FileLook[]> {
  const looks: FileLook[] = []
  let last = start
  while (looks.length < MAX_LOOKS) {
    const wanted = await wantedCorrection(last, looks.length === 0, first, measure)
    const next =
      wanted && changesPage(wanted) && combined(last.correction, allowed(wanted, first, settings))
    if (!next || isSame(next, last.correction)) break
    const look = await lookAt(next, first, tools)
    looks.push(look)
    last = look
  }
  return looks
}

/** The correction that a page needs; null if it was read well, or if a guess did not help. */
function wantedCorrection(
  { reading, layout }: Look,
  mayGuess: boolean,
  first: FirstReading,
  measure: () => Promise<number>
): Promise<Correction | null> | Correction | null {
  const hasTooFewWords = layout.longWords < 3 && layout.confidence < FAIRLY_READ
  if (!hasTooFewWords) return correctionByWords(reading, layout)
  return mayGuess ? guessedCorrection(first, measure) : null
}

/** A correction applied on top of an earlier one. */
const combined = (earlier: Correction, added: Correction): Correction => ({
  turn: (earlier.turn + added.turn) % 360,
  slope: earlier.slope + added.slope,
  scale: earlier.scale === 2 ? 2 : added.scale
})

const isSame = (a: Correction, b: Correction): boolean =>
  a.turn === b.turn && a.scale === b.scale && Math.abs(a.slope - b.slope) < MIN_SLOPE

/** Languages written in columns: word boxes of their upright pages are higher than wide. */
const isWrittenInColumns = (language: string): boolean => /_vert$|^(jpn|chi_|kor)/.test(language)

/** The part of a correction that the settings allow. */
const allowed = (
  correction: Correction,
  first: FirstReading,
  settings: SecondLookSettings
): Correction => ({
  turn:
    settings.rotate === 'never' || settings.languages.some(isWrittenInColumns)
      ? 0
      : correction.turn,
  slope: settings.deskew === 'never' ? 0 : correction.slope,
  scale: canBeDoubled(first, settings) ? correction.scale : 1
})

/** Letters up to this height, in pixels, are too small for Tesseract's models; so is a resolution below 150. */
const SMALL_LETTERS = 14
const LOW_RESOLUTION = 150

/** Slopes from which lines are lost: falling to the right, or rising, which Tesseract tolerates better. */
const FALLING = 1.5
const RISING = -2.5

/** Small print with a higher mean confidence is left alone. */
const WELL_READ = 90

/** A page on its side with a higher mean confidence is left alone: Tesseract can read pages turned clockwise. */
const FAIRLY_READ = 80

/** An image with fewer pixels is not a page. */
const MIN_PIXELS = 50_000

/** A page with more pixels and almost no words is not too small to read. */
const LARGE_PIXELS = 2_000_000

/** With too few words to decide by, the page is strongly skewed, or on its side, or blank. */
async function guessedCorrection(
  { source }: FirstReading,
  measure: () => Promise<number>
): Promise<Correction | null> {
  const pixels = source.header.width * source.header.height
  if (pixels < MIN_PIXELS) return null
  const slope = await measure()
  return { turn: Math.abs(slope) >= FALLING ? 0 : 90, slope, scale: pixels < LARGE_PIXELS ? 2 : 1 }
}

/** The correction by the boxes and confidences of the words; null if the page was read well. */
function correctionByWords(reading: PageReading, layout: Layout): Correction | null {
  const { confidence, tall, slope } = layout
  const small = isSmall(reading, layout)
  const scale = small ? 2 : 1
  if (confidence < GUESSED) return { turn: tall ? 90 : 180, slope, scale }
  const doubted = isDoubted(reading, layout)
  // Upright small print also gives tall boxes: only after doubling do they show the orientation.
  if (tall && !small)
    return doubted || confidence < FAIRLY_READ ? { turn: 270, slope, scale } : null
  return doubted ? { turn: 0, slope: tall ? 0 : slope, scale } : null
}

const isSmall = (reading: PageReading, { letterHeight }: Layout): boolean =>
  isCoarse(reading) || (letterHeight !== null && letterHeight <= SMALL_LETTERS)

const isDoubted = (reading: PageReading, layout: Layout): boolean =>
  layout.slope >= FALLING ||
  layout.slope <= RISING ||
  isCoarse(reading) ||
  (isSmall(reading, layout) && layout.confidence < WELL_READ)

const isCoarse = ({ estimatedDpi }: PageReading): boolean =>
  estimatedDpi !== null && estimatedDpi > 0 && estimatedDpi < LOW_RESOLUTION

/** Whether the doubled page stays within the limits; Tesseract's is 32,767 pixels per side. */
function canBeDoubled({ source }: FirstReading, { maxPixels }: SecondLookSettings): boolean {
  const { width, height } = source.header
  return 2 * Math.max(width, height) <= 32_767 && 4 * width * height <= maxPixels
}

/** Below this slope, in degrees, straightening loses more sharpness than it gains. */
const MIN_SLOPE = 1

const effectiveSlope = ({ slope }: Correction): number => (Math.abs(slope) < MIN_SLOPE ? 0 : slope)

function descriptionOf(correction: Correction): string {
  const slope = effectiveSlope(correction)
  const parts = [
    ...(correction.turn === 0 ? [] : [`turned ${correction.turn}°`]),
    ...(slope === 0 ? [] : [`straightened ${slope.toFixed(1)}°`]),
    ...(correction.scale === 1 ? [] : ['doubled'])
  ]
  return parts.join(' and ') || 'prepared'
}
