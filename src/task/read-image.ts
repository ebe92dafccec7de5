import { ImageFailure } from '../engine/failure.ts'
import type { Reader } from '../engine/reader.ts'
import type { PageReading, Recognition } from '../engine/recognition.ts'
import { joined } from '../engine/tesseract/own-process.ts'
import { TSV_HEADER } from '../engine/tesseract/tsv.ts'
import { harmlessPath, type Workspace } from '../engine/workspace.ts'
import type { Header } from '../images/header.ts'
import type { SourceImage } from '../images/image.ts'
import type { Format } from '../results/records.ts'
import { DeadlineError, type ImageTime } from './image-time.ts'
import {
  type Bench,
  bind,
  type Preparable,
  type Prepared,
  prepare,
  preparedHeader,
  reasonToPrepare
} from './prepare.ts'
import { type LookSettings, lookAgain, mayLookAgain } from './second-look.ts'

/** What a run asks of every reading; it is part of the key of each result. */
export interface ImageSettings extends LookSettings {
  readonly formats: readonly Format[]
  readonly dpi: number | null
}

/** What became known of one image by reading it. */
export interface ImageReading {
  readonly pages: readonly PageReading[]
  /** The file of each format that was asked for. */
  readonly files: ReadonlyMap<Format, Buffer>
  readonly look: 1 | 2
  readonly secondLook: string | null
  readonly prepareSeconds: number
  readonly recognizeSeconds: number
}

/**
 * Reads one image: prepared where Tesseract would not read it rightly, and looked at again where it was read with doubt.
 *
 * @throws ImageFailure where it cannot be read; the reason of its time's signal where it fires before there is a text
 */
export async function readImage(
  image: SourceImage & { readonly header: Header },
  settings: ImageSettings,
  tools: { readonly reader: Reader; readonly workspace: Workspace; readonly time: ImageTime }
): Promise<ImageReading> {
  const clock = stopwatch(tools.time)
  const bench: Bench = {
    toolbox: tools.reader.toolbox,
    workspace: tools.workspace,
    signal: tools.time.signal,
    maxPixels: settings.maxPixels
  }
  const read = (path: string) => {
    const says = preparedHeader(path).dpi !== null
    return clock.recognizing(() =>
      tools.reader.readPage(path, says ? null : settings.dpi, tools.time)
    )
  }
  const readAll = (source: Prepared, dpi: number | null) =>
    clock.recognizing(() => tools.reader.readAll(source, settings.formats, dpi, tools.time))
  const preparing = <T>(work: () => Promise<T>) => clock.preparing(work)

  const dpi = image.header.dpi === null ? settings.dpi : null
  const first = await firstLook(image, settings, { bench, dpi, readAll, preparing })
  const outcome = mayLookAgain(settings)
    ? await secondLooks(first, settings, { bench, dpi, read, readAll, preparing })
    : { recognition: first.recognition, look: 1 as const, secondLook: null }
  return {
    pages: outcome.recognition.pages,
    files: filesOf(outcome.recognition, settings.formats),
    look: outcome.look,
    secondLook: outcome.secondLook,
    ...clock.seconds()
  }
}

interface Hands {
  readonly bench: Bench
  readonly dpi: number | null
  readAll(source: Prepared, dpi: number | null): Promise<Recognition>
  preparing<T>(work: () => Promise<T>): Promise<T>
}

interface FirstLook {
  /** What Tesseract read. */
  readonly read: Prepared
  /** The same as further preparation takes it. */
  readonly source: Preparable
  readonly recognition: Recognition
}

async function firstLook(
  image: SourceImage & { readonly header: Header },
  settings: ImageSettings,
  hands: Hands
): Promise<FirstLook> {
  const reason = reasonToPrepare(image.header)
  if (settings.prepare === 'always' || (settings.prepare === 'auto' && reason)) {
    return lookPrepared(image, hands)
  }
  if (reason && image.header.orientation === 1) {
    throw new ImageFailure(
      'unsupported-format',
      `${reason}, and \`prepare\` is never; set it to auto.`
    )
  }
  try {
    const path = harmlessPath(image.file, hands.bench.workspace)
    const read = { path, pages: image.header.pages }
    return { read, source: image, recognition: await hands.readAll(read, hands.dpi) }
  } catch (error) {
    if (!worthPreparing(error, settings, hands.bench)) throw error
    return lookPrepared(image, hands).catch((second: unknown) =>
      Promise.reject(both(error, second))
    )
  }
}

async function lookPrepared(image: Preparable, hands: Hands): Promise<FirstLook> {
  const read = await hands.preparing(() => prepare(image, hands.bench))
  const source = { file: read.path, header: preparedHeader(read.path) }
  return { read, source, recognition: await hands.readAll(read, hands.dpi) }
}

/**
 * ImageMagick reads some images that Tesseract's library does not, and Tesseract's PDF renderer fails on JPEGs of four
 * inks (5.3.0: exit code 1, without a word); a time-out is not for it to mend.
 */
const worthPreparing = (
  error: unknown,
  settings: ImageSettings,
  bench: Bench
): error is ImageFailure =>
  error instanceof ImageFailure &&
  (error.code === 'unreadable-image' || settings.formats.includes('pdf')) &&
  settings.prepare === 'auto' &&
  bench.toolbox.imageMagick !== null

/** Where neither program could read the image, what Tesseract said comes first: it was asked first. */
const both = (first: ImageFailure, second: unknown): unknown =>
  second instanceof ImageFailure && second.code === 'unreadable-image'
    ? new ImageFailure(first.code, `${first.message} Nor could ImageMagick.`, { cause: second })
    : second

interface Outcome {
  readonly recognition: Recognition
  readonly look: 1 | 2
  readonly secondLook: string | null
}

async function secondLooks(
  first: FirstLook,
  settings: ImageSettings,
  hands: Hands & { read(path: string): Promise<PageReading> }
): Promise<Outcome> {
  const { chosen, told } = await choosePages(first, settings, hands)
  const secondLook = told.length > 0 ? told.join('; ') : null
  const unchanged = { recognition: first.recognition, look: 1 as const, secondLook }
  if (chosen.every(({ path }) => path === null)) return unchanged
  try {
    return { recognition: await remade(chosen, first, settings, hands), look: 2, secondLook }
  } catch (error) {
    return { ...unchanged, secondLook: `${secondLook}; ${whyNot(error)}` }
  }
}

/** A page's reading that is kept, and the file it was read from where that was prepared for a second look. */
interface Chosen {
  readonly reading: PageReading
  readonly path: string | null
}

/** Looks again at each page in doubt, as long as there is time. */
async function choosePages(
  first: FirstLook,
  settings: ImageSettings,
  hands: Hands & { read(path: string): Promise<PageReading> }
): Promise<{ readonly chosen: readonly Chosen[]; readonly told: readonly string[] }> {
  const { pages } = first.recognition
  const chosen: Chosen[] = []
  const told: string[] = []
  const tell = (page: number, did: string) =>
    told.push(pages.length === 1 ? did : `page ${page + 1}: ${did}`)
  let late = false
  for (const [page, reading] of pages.entries()) {
    const asItIs = { reading, path: null }
    try {
      const again = late
        ? null
        : await lookAgain({ source: first.source, page, reading }, settings, hands)
      chosen.push(again?.surer ? again : asItIs)
      if (again) tell(page, again.did)
    } catch (error) {
      tell(page, whyNot(error))
      late = error instanceof DeadlineError
      chosen.push(asItIs)
    }
  }
  return { chosen, told }
}

/** Why a second look came to nothing. The first text stands then: it takes nothing away. Throws what is no such reason. */
function whyNot(error: unknown): string {
  if (error instanceof ImageFailure) return `failed: ${error.message}`
  if (error instanceof DeadlineError) return 'ran out of time'
  throw error
}

/** The texts of the pages as chosen; other formats are made anew from the files that were read. */
async function remade(
  pages: readonly Chosen[],
  first: FirstLook,
  settings: ImageSettings,
  hands: Hands
): Promise<Recognition> {
  if (settings.formats.every((format) => format === 'txt' || format === 'tsv')) {
    return { pages: pages.map(({ reading }) => reading), files: {} }
  }
  const files: string[] = []
  for (const [index, { path }] of pages.entries())
    files.push(path ?? (await onePage(first.source, index, hands)))
  const source =
    files.length === 1
      ? { path: files[0] as string, pages: 1 }
      : await hands.preparing(() => bind(files, hands.bench))
  return hands.readAll(source, null)
}

async function onePage(
  source: Preparable,
  page: number,
  { bench, preparing }: Hands
): Promise<string> {
  return (await preparing(() => prepare(source, bench, { page }))).path
}

function filesOf(
  recognition: Recognition,
  formats: readonly Format[]
): ReadonlyMap<Format, Buffer> {
  const own: Partial<Record<Format, Buffer>> = {
    ...recognition.files,
    txt: joined(recognition.pages),
    tsv: Buffer.from(
      TSV_HEADER + recognition.pages.map(({ tsv }, index) => renumbered(tsv, index + 1)).join('')
    )
  }
  const wanted = new Set<Format>(['txt', ...formats])
  return new Map(
    [...wanted].flatMap((format) => (own[format] ? [[format, own[format]] as const] : []))
  )
}

/** The second column of the table is the page's number. */
const renumbered = (rows: string, page: number): string =>
  page === 1 ? rows : rows.replace(/^(\d+)\t\d+\t/gm, `$1\t${page}\t`)

/** Adds up the seconds of two kinds of work, as the image's time counts them. */
function stopwatch(time: ImageTime) {
  const spent = { prepareSeconds: 0, recognizeSeconds: 0 }
  const timing =
    (kind: keyof typeof spent) =>
    async <T>(work: () => Promise<T>): Promise<T> => {
      const start = time.seconds()
      try {
        return await work()
      } finally {
        spent[kind] += time.seconds() - start
      }
    }
  return {
    preparing: timing('prepareSeconds'),
    recognizing: timing('recognizeSeconds'),
    seconds: () => ({ ...spent })
  }
}
