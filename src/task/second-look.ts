import type { PageReading } from '../engine/recognition.ts'
import { type Layout, layoutOf } from './layout.ts'
import { type Bench, magick, type Preparable, prepare, sourceArgument } from './prepare.ts'

/**
 * The second look: a page that was read with doubt is prepared anew and read again, and the surer text is kept. The
 * rule and its thresholds were found on real scans and made pages; docs/recognition.md has the tables. Everything that
 * decides comes from the first look's own words, so an ordinary page costs nothing.
 */

/** What of the settings decides about second looks. */
export interface LookSettings {
  readonly prepare: 'auto' | 'always' | 'never'
  readonly secondLook: boolean
  readonly deskew: 'auto' | 'always' | 'never'
  readonly rotate: 'auto' | 'always' | 'never'
  readonly languages: readonly string[]
  readonly pageSegmentationMode: number | null
  /** Pixels that an image may have, also once it is drawn or doubled. */
  readonly maxPixels: number
}

/** A page as it was read at first, and the file that it was read from. */
export interface FirstReading {
  readonly source: Preparable
  /** The page's number in that file, from 0. */
  readonly page: number
  readonly reading: PageReading
}

/** A second look that was taken. */
export interface LookedAgain {
  readonly reading: PageReading
  /** The file that was read. */
  readonly path: string
  /** What was done to the page, in words. */
  readonly did: string
  /** Whether its text is the surer one. */
  readonly surer: boolean
}

/** How a page is prepared for another look. */
interface View {
  /** Degrees clockwise: 0, 90, 180 or 270. */
  readonly turn: number
  /** Degrees by which its lines fall to the right, to be taken back. */
  readonly slope: number
  readonly scale: 1 | 2
}

/** Modes in which Tesseract looks for a page's parts; the others read what they are given as one line, word or letter. */
const PAGE_MODES: readonly (number | null)[] = [null, 1, 3, 4, 6, 11, 12]

/** Whether these settings ever ask for another look. */
export const mayLookAgain = (settings: LookSettings): boolean =>
  settings.prepare !== 'never' &&
  PAGE_MODES.includes(settings.pageSegmentationMode) &&
  (settings.secondLook || settings.deskew === 'always' || settings.rotate === 'always')

/** Below this mean confidence a page is not read but guessed at: it stands on its head, or lies on its side. */
const GUESSED = 50

/** Looks after the first one: the second mends what is wrong, a third what only the second could show. */
const MOST_LOOKS = 2

/** What looking takes: the programs, the engine, and a clock for preparing. */
interface Hands {
  readonly bench: Bench
  read(path: string): Promise<PageReading>
  preparing<T>(work: () => Promise<T>): Promise<T>
}

/** Looks again at a page where there is reason to; null where there is none. */
export async function lookAgain(
  first: FirstReading,
  settings: LookSettings,
  hands: Hands
): Promise<LookedAgain | null> {
  if (hands.bench.toolbox.imageMagick === null) return null
  const measure = () => hands.preparing(() => measuredSlope(first, hands.bench))
  const asItIs = { view: AS_IT_IS, reading: first.reading, layout: layoutOf(first.reading.words) }
  const looks: Looked[] = []
  for (const view of await demandedViews(settings, measure))
    looks.push(await lookAt(view, first, hands))
  if (settings.secondLook) {
    const surest = looks.reduce<Shown>(surer, asItIs)
    looks.push(...(await doubtfulLooks(surest, first, settings, hands, measure)))
  }
  const [head, ...rest] = looks
  if (head === undefined) return null
  const kept = rest.reduce<Looked>(surer, head)
  const did = looks.map(({ view }) => inWords(view)).join(', then ')
  return { reading: kept.reading, path: kept.path, did, surer: surer(asItIs, kept) === kept }
}

/** The page as it lies. */
const AS_IT_IS: View = { turn: 0, slope: 0, scale: 1 }

/** A page as it was shown and read. */
interface Shown {
  readonly view: View
  readonly reading: PageReading
  readonly layout: Layout
}

/** The surer of two: the one with more letters in words that were read surely; the earlier one wins a tie. */
const surer = <T extends Shown>(earlier: T, later: T): T =>
  later.layout.sureLetters > earlier.layout.sureLetters ? later : earlier

/** A look that was taken, with the file that was read. */
interface Looked extends Shown {
  readonly path: string
}

async function lookAt(view: View, first: FirstReading, hands: Hands): Promise<Looked> {
  const operations = operationsOf(view)
  const { path } = await hands.preparing(() =>
    prepare(first.source, hands.bench, { page: first.page, operations })
  )
  const reading = await hands.read(path)
  return { view, path, reading, layout: layoutOf(reading.words) }
}

/** What the settings ask for without any doubt. */
async function demandedViews(
  settings: LookSettings,
  measure: () => Promise<number>
): Promise<View[]> {
  const slope = settings.deskew === 'always' ? await measure() : 0
  const turns = settings.rotate === 'always' ? [0, 90, 180, 270] : [0]
  return turns.map((turn) => ({ turn, slope, scale: 1 as const })).filter(changes)
}

/** Whether a view shows the page otherwise than it is. */
const changes = ({ turn, slope, scale }: View): boolean =>
  turn !== 0 || Math.abs(slope) >= LEAST_STRAIGHTENED || scale !== 1

/** Looks until the page is read well: each look is prepared by what the one before it shows. */
async function doubtfulLooks(
  start: Shown,
  first: FirstReading,
  settings: LookSettings,
  hands: Hands,
  measure: () => Promise<number>
): Promise<Looked[]> {
  const looks: Looked[] = []
  let shown = start
  while (looks.length < MOST_LOOKS) {
    const asked = await askedView(shown, looks.length === 0, first, measure)
    const next = asked && changes(asked) && onto(shown.view, allowed(asked, first, settings))
    if (!next || same(next, shown.view)) break
    const look = await lookAt(next, first, hands)
    looks.push(look)
    shown = look
  }
  return looks
}

/** The view that would mend a page; null where it was read well, or where guessing once did not help. */
function askedView(
  { reading, layout }: Shown,
  mayGuess: boolean,
  first: FirstReading,
  measure: () => Promise<number>
): Promise<View | null> | View | null {
  const blind = layout.longWords < 3 && layout.confidence < FAIRLY_READ
  if (!blind) return tellingView(reading, layout)
  return mayGuess ? blindView(first, measure) : null
}

/** The view that mends a page as it was last shown. */
const onto = (shown: View, view: View): View => ({
  turn: (shown.turn + view.turn) % 360,
  slope: shown.slope + view.slope,
  scale: shown.scale === 2 ? 2 : view.scale
})

const same = (a: View, b: View): boolean =>
  a.turn === b.turn && a.scale === b.scale && Math.abs(a.slope - b.slope) < LEAST_STRAIGHTENED

/** Languages whose upright pages have boxes that stand higher than wide. */
const isWrittenInColumns = (language: string): boolean => /_vert$|^(jpn|chi_|kor)/.test(language)

/** What the settings leave of a view. */
const allowed = (view: View, first: FirstReading, settings: LookSettings): View => ({
  turn: settings.rotate === 'never' || settings.languages.some(isWrittenInColumns) ? 0 : view.turn,
  slope: settings.deskew === 'never' ? 0 : view.slope,
  scale: fits(first, settings) ? view.scale : 1
})

/** Letters of this height and less, in pixels, are too small for Tesseract's models; so is a resolution below 150. */
const SMALL_LETTERS = 14
const LOW_RESOLUTION = 150

/** From these slopes on lines are lost: they fall to the right, or, where Tesseract bears more, rise. */
const FALLING = 1.5
const RISING = -2.5

/** Small print that is read more surely than this is left alone. */
const WELL_READ = 90

/** A page on its side that is read more surely than this is left alone: Tesseract reads one that lies clockwise. */
const FAIRLY_READ = 80

/** Fewer pixels hold no page. */
const LEAST_PIXELS = 50_000

/** A page with more pixels than this and almost no words is not too small to read. */
const LARGE_PIXELS = 2_000_000

/** Where there are too few words to tell anything, the page is skewed beyond reading, or lies on its side, or is blank. */
async function blindView(
  { source }: FirstReading,
  measure: () => Promise<number>
): Promise<View | null> {
  const pixels = source.header.width * source.header.height
  if (pixels < LEAST_PIXELS) return null
  const slope = await measure()
  return { turn: Math.abs(slope) >= FALLING ? 0 : 90, slope, scale: pixels < LARGE_PIXELS ? 2 : 1 }
}

/** Where there are words, their boxes and their confidence tell how the page lies; null where it was read well. */
function tellingView(reading: PageReading, layout: Layout): View | null {
  const { confidence, tall, slope } = layout
  const small = isSmall(reading, layout)
  const scale = small ? 2 : 1
  if (confidence < GUESSED) return { turn: tall ? 90 : 180, slope, scale }
  const doubted = isDoubted(reading, layout)
  // Small print is read with tall boxes where it is upright, too: doubled first, it shows how it lies.
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

/** Whether a page can be doubled: Tesseract takes no side of more than 32,767 pixels. */
function fits({ source }: FirstReading, { maxPixels }: LookSettings): boolean {
  const { width, height } = source.header
  return 2 * Math.max(width, height) <= 32_767 && 4 * width * height <= maxPixels
}

/** Below this slope, in degrees, straightening costs more sharpness than it gains. */
const LEAST_STRAIGHTENED = 1

/** ImageMagick's operations for a view. The density tells Tesseract what doubled letters measure: worth as much as their size. */
function operationsOf({ turn, slope, scale }: View): string[] {
  return [
    '-colorspace',
    'Gray',
    ...(turn === 0 ? [] : ['-rotate', String(turn), '+repage']),
    ...(Math.abs(slope) < LEAST_STRAIGHTENED
      ? []
      : ['-background', 'white', '-rotate', (-slope).toFixed(2), '+repage']),
    ...(scale === 1
      ? []
      : ['-filter', 'Lanczos', '-resize', '200%', '-units', 'PixelsPerInch', '-density', '200'])
  ]
}

function inWords({ turn, slope, scale }: View): string {
  const parts = [
    ...(turn === 0 ? [] : [`turned ${turn}°`]),
    ...(Math.abs(slope) < LEAST_STRAIGHTENED ? [] : [`straightened ${slope.toFixed(1)}°`]),
    ...(scale === 1 ? [] : ['doubled'])
  ]
  return parts.join(' and ') || 'prepared'
}

/** The slope by ImageMagick, from a sample of a quarter of the size: a fraction of the cost, and the same angle. */
async function measuredSlope({ source, page }: FirstReading, bench: Bench): Promise<number> {
  const asked = [
    '-colorspace',
    'Gray',
    '-sample',
    '25%',
    '-deskew',
    '40%',
    '-format',
    '%[deskew:angle]',
    'info:'
  ]
  const said = await magick([sourceArgument(source, page, bench), ...asked], bench)
  const degrees = Number.parseFloat(said)
  return Number.isFinite(degrees) ? -degrees : 0
}
