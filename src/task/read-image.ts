import type { PageReading, PreparedImage, Reader, Recognition } from '../engine/engine.ts'
import { ImageFailure } from '../engine/failure.ts'
import type { ImageSettings } from '../engine/image-settings.ts'
import { DeadlineError, type ImageTime, stopwatch } from '../engine/image-time.ts'
import type { Preparable } from '../engine/imagemagick/arguments.ts'
import { joinedTable, joinedText } from '../engine/pages.ts'
import type { PrepareTools } from '../engine/prepare-tools.ts'
import { safePath, type Workspace } from '../engine/workspace.ts'
import type { Header } from '../images/header.ts'
import type { SourceImage } from '../images/image.ts'
import type { Format } from '../results/records.ts'
import { bind, prepare, preparedHeader, reasonToPrepare } from './prepare.ts'
import { lookAgain, mayLookAgain } from './second-look.ts'

/** The result of reading one image. */
export interface ImageReading {
  readonly pages: readonly PageReading[]
  /** The file of each requested format. */
  readonly files: ReadonlyMap<Format, Buffer>
  readonly look: 1 | 2
  readonly secondLook: string | null
  readonly prepareSeconds: number
  readonly recognizeSeconds: number
}

/**
 * Reads one image: prepares it if Tesseract would not read it correctly, and takes a second look at pages that were
 * read with low confidence.
 *
 * @throws ImageFailure if the image cannot be read; the reason of its time's signal if it fires before there is a text
 */
export async function readImage(
  image: SourceImage & { readonly header: Header },
  settings: ImageSettings,
  {
    reader,
    workspace,
    time
  }: { readonly reader: Reader; readonly workspace: Workspace; readonly time: ImageTime }
): Promise<ImageReading> {
  const clock = stopwatch(time)
  const tools: ReadTools = {
    prepareTools: {
      toolbox: reader.toolbox,
      workspace,
      signal: time.signal,
      maxPixels: settings.maxPixels
    },
    dpi: image.header.dpi === null ? settings.dpi : null,
    read: (path) => {
      const statesDpi = preparedHeader(path).dpi !== null
      return clock.recognizing(() => reader.readPage(path, statesDpi ? null : settings.dpi, time))
    },
    readAll: (source, dpi) =>
      clock.recognizing(() => reader.readAll(source, settings.formats, dpi, time)),
    preparing: (work) => clock.preparing(work)
  }
  const first = await firstLook(image, settings, tools)
  const outcome = mayLookAgain(settings)
    ? await secondLook(first, settings, tools)
    : { recognition: first.recognition, look: 1 as const, secondLook: null }
  return {
    pages: outcome.recognition.pages,
    files: filesOf(outcome.recognition, settings.formats),
    look: outcome.look,
    secondLook: outcome.secondLook,
    ...clock.seconds()
  }
}

/** Preparing and reading the files of one image, with the time of each measured. */
interface ReadTools {
  readonly prepareTools: PrepareTools
  /** Resolution to assume for the original file; null if it states one. */
  readonly dpi: number | null
  read(path: string): Promise<PageReading>
  readAll(source: PreparedImage, dpi: number | null): Promise<Recognition>
  preparing<T>(work: () => Promise<T>): Promise<T>
}

interface FirstLook {
  /** The same file that was read, in the form that can be prepared again. */
  readonly source: Preparable
  readonly recognition: Recognition
}

async function firstLook(
  image: SourceImage & { readonly header: Header },
  settings: ImageSettings,
  tools: ReadTools
): Promise<FirstLook> {
  const reason = reasonToPrepare(image.header)
  if (settings.prepare === 'always' || (settings.prepare === 'auto' && reason)) {
    return lookPrepared(image, tools)
  }
  if (reason && image.header.orientation === 1) {
    throw new ImageFailure(
      'unsupported-format',
      `${reason}, and \`prepare\` is never; set it to auto.`
    )
  }
  try {
    const path = safePath(image.file, tools.prepareTools.workspace)
    const recognition = await tools.readAll({ path, pages: image.header.pages }, tools.dpi)
    return { source: image, recognition }
  } catch (error) {
    if (!preparingMayHelp(error, settings, tools)) throw error
    return lookPrepared(image, tools).catch((second: unknown) =>
      Promise.reject(combined(error, second))
    )
  }
}

async function lookPrepared(image: Preparable, tools: ReadTools): Promise<FirstLook> {
  const prepared = await tools.preparing(() => prepare(image, tools.prepareTools))
  const source = { file: prepared.path, header: preparedHeader(prepared.path) }
  return { source, recognition: await tools.readAll(prepared, tools.dpi) }
}

/**
 * ImageMagick reads some images that Tesseract's library does not, and Tesseract's PDF renderer fails on CMYK JPEGs
 * (5.3.0: exit code 1, without a message). Preparing does not help against a timeout.
 */
const preparingMayHelp = (
  error: unknown,
  settings: ImageSettings,
  { prepareTools }: ReadTools
): error is ImageFailure =>
  error instanceof ImageFailure &&
  (error.code === 'unreadable-image' || settings.formats.includes('pdf')) &&
  settings.prepare === 'auto' &&
  prepareTools.toolbox.imageMagick !== null

/** If neither program could read the image, Tesseract's failure is reported. */
const combined = (first: ImageFailure, second: unknown): unknown =>
  second instanceof ImageFailure && second.code === 'unreadable-image'
    ? new ImageFailure(first.code, `${first.message} ImageMagick could not read it either.`, {
        cause: second
      })
    : second

interface Outcome {
  readonly recognition: Recognition
  readonly look: 1 | 2
  readonly secondLook: string | null
}

async function secondLook(
  first: FirstLook,
  settings: ImageSettings,
  tools: ReadTools
): Promise<Outcome> {
  const { chosen, descriptions } = await choosePages(first, settings, tools)
  const description = descriptions.length > 0 ? descriptions.join('; ') : null
  const unchanged = { recognition: first.recognition, look: 1 as const, secondLook: description }
  if (chosen.every(({ path }) => path === null)) return unchanged
  try {
    const recognition = await recreated(chosen, first, settings, tools)
    return { recognition, look: 2, secondLook: description }
  } catch (error) {
    return { ...unchanged, secondLook: `${description}; ${failureDescription(error)}` }
  }
}

/** The reading of a page that is kept, and the file that it was read from if that was prepared for a second look. */
interface Chosen {
  readonly reading: PageReading
  readonly path: string | null
}

/** Takes a second look at each page that needs one, as long as there is time. */
async function choosePages(
  first: FirstLook,
  settings: ImageSettings,
  tools: ReadTools
): Promise<{ readonly chosen: readonly Chosen[]; readonly descriptions: readonly string[] }> {
  const { pages } = first.recognition
  const chosen: Chosen[] = []
  const descriptions: string[] = []
  const describe = (page: number, what: string) =>
    descriptions.push(pages.length === 1 ? what : `page ${page + 1}: ${what}`)
  let isLate = false
  for (const [page, reading] of pages.entries()) {
    const unchanged = { reading, path: null }
    try {
      const again = isLate
        ? null
        : await lookAgain({ source: first.source, page, reading }, settings, tools)
      chosen.push(again?.isBetter ? again : unchanged)
      if (again) describe(page, again.description)
    } catch (error) {
      describe(page, failureDescription(error))
      isLate = error instanceof DeadlineError
      chosen.push(unchanged)
    }
  }
  return { chosen, descriptions }
}

/** Why a second look failed; the first text is kept then. Throws errors that are not about the image. */
function failureDescription(error: unknown): string {
  if (error instanceof ImageFailure) return `failed: ${error.message}`
  if (error instanceof DeadlineError) return 'ran out of time'
  throw error
}

/** The chosen pages as one recognition; other formats than text and table are created again from the files read. */
async function recreated(
  pages: readonly Chosen[],
  first: FirstLook,
  settings: ImageSettings,
  tools: ReadTools
): Promise<Recognition> {
  if (settings.formats.every((format) => format === 'txt' || format === 'tsv')) {
    return { pages: pages.map(({ reading }) => reading), files: {} }
  }
  const files: string[] = []
  for (const [index, { path }] of pages.entries())
    files.push(path ?? (await preparedPage(first.source, index, tools)))
  const source =
    files.length === 1
      ? { path: files[0] as string, pages: 1 }
      : await tools.preparing(() => bind(files, tools.prepareTools))
  return tools.readAll(source, null)
}

async function preparedPage(
  source: Preparable,
  page: number,
  { prepareTools, preparing }: ReadTools
): Promise<string> {
  return (await preparing(() => prepare(source, prepareTools, { page }))).path
}

function filesOf(
  recognition: Recognition,
  formats: readonly Format[]
): ReadonlyMap<Format, Buffer> {
  const files: Partial<Record<Format, Buffer>> = {
    ...recognition.files,
    txt: joinedText(recognition.pages),
    tsv: Buffer.from(joinedTable(recognition.pages))
  }
  const wanted = new Set<Format>(['txt', ...formats])
  return new Map(
    [...wanted].flatMap((format) => (files[format] ? [[format, files[format]] as const] : []))
  )
}
