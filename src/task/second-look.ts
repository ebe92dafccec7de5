import type { Header } from '../images/header.ts'
import type { SourceImage } from '../images/image.ts'
import type { Bench } from './prepare.ts'
import { prepare } from './prepare.ts'
import type { PageReading } from './recognition.ts'

/** What of the settings decides about second looks. */
export interface LookSettings {
  readonly prepare: 'auto' | 'always' | 'never'
  readonly secondLook: boolean
  readonly deskew: 'auto' | 'always' | 'never'
  readonly rotate: 'auto' | 'always' | 'never'
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

export const mayLookAgain = (settings: LookSettings): boolean =>
  settings.secondLook && settings.prepare !== 'never'

export async function straightenAndTurn(
  _image: SourceImage & { readonly header: Header },
  _settings: LookSettings,
  _bench: Bench
): Promise<readonly string[]> {
  return []
}

export async function lookAgain(
  page: {
    readonly image: SourceImage & { readonly header: Header }
    readonly page: number
    readonly reading: PageReading
  },
  _settings: LookSettings,
  hands: {
    readonly bench: Bench
    read(path: string, dpi: number | null): Promise<PageReading>
    preparing<T>(work: () => Promise<T>): Promise<T>
  }
): Promise<LookedAgain | null> {
  const { estimatedDpi } = page.reading
  if (
    estimatedDpi === null ||
    estimatedDpi <= 0 ||
    estimatedDpi >= 150 ||
    !hands.bench.toolbox.imageMagick
  )
    return null
  const { path } = await hands.preparing(() =>
    prepare({ file: page.image.file, header: page.image.header }, hands.bench, {
      operations: ['-filter', 'Lanczos', '-resize', '200%'],
      page: page.page
    })
  )
  const reading = await hands.read(path, null)
  return { reading, path, did: 'scaled 200 %', surer: true }
}
