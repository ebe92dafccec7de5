/** Draws text with ImageMagick and the DejaVu fonts: the samples and the benchmark's images. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The appearance of a sheet of text: size in pixels, resolution, and font. */
export interface Sheet {
  width: number
  height: number
  dpi: number
  font: Font
  /** Size of the type in points. */
  points: number
  /** Empty space left and above in pixels. */
  margin: number
  /** Any ImageMagick color; `none` for a transparent sheet. */
  paper: string
}

/** The fonts of Debian's package fonts-dejavu-core that are used. */
export type Font = 'DejaVuSans' | 'DejaVuSerif' | 'DejaVuSansMono'

const magickNames = ['magick', 'convert-im6.q16', 'convert']

const fontFolders = [
  '/usr/share/fonts/truetype/dejavu',
  '/usr/share/fonts/TTF',
  '/usr/share/fonts/dejavu',
  '/usr/share/fonts/dejavu-sans-fonts',
  '/Library/Fonts',
  'C:\\Windows\\Fonts'
]

let magick: string | undefined

/** Runs ImageMagick with one thread, so that the output is reproducible. */
export function draw(args: string[]): void {
  magick ??= findMagick()
  const env = { ...process.env, MAGICK_THREAD_LIMIT: '1', SOURCE_DATE_EPOCH: '0' }
  execFileSync(magick, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** The arguments to draw a sheet with the given lines. */
export function sheetOf(lines: string[], sheet: Sheet): string[] {
  const leading = Math.round(((sheet.points * sheet.dpi) / 72) * 1.5)
  const text = lines.flatMap((line, row) =>
    line === '' ? [] : textAt(sheet.margin, sheet.margin + row * leading, line)
  )
  return [
    ...['-units', 'PixelsPerInch', '-density', String(sheet.dpi)],
    ...['-size', `${sheet.width}x${sheet.height}`, `xc:${sheet.paper}`],
    ...['-font', fontFile(sheet.font), '-pointsize', String(sheet.points), '-fill', 'black'],
    ...['-gravity', 'NorthWest', ...text]
  ]
}

/** The arguments to write a text with its upper left corner at a point. */
export function textAt(x: number, y: number, text: string): string[] {
  return ['-annotate', `+${x}+${y}`, text.replaceAll('\\', '\\\\').replaceAll('%', '%%')]
}

/** The arguments to write a PNG without dates or profiles. */
export function plainPng(path: string): string[] {
  return ['-define', 'png:exclude-chunks=date,time', `png:${path}`]
}

/** Breaks each paragraph into lines of at most the given length, with a blank line between paragraphs. */
export function wrap(text: string, columns: number): string[] {
  return text.split('\n').flatMap((paragraph, i) => {
    const lines = wrapParagraph(paragraph, columns)
    return i === 0 ? lines : ['', ...lines]
  })
}

/** Finds the file of a DejaVu font in the usual folders. */
export function fontFile(font: Font): string {
  const found = fontFolders.map((folder) => join(folder, `${font}.ttf`)).find(existsSync)
  if (found === undefined) {
    throw new Error(`${font}.ttf was not found. On Debian: apt-get install fonts-dejavu-core`)
  }
  return found
}

function wrapParagraph(paragraph: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}

function findMagick(): string {
  const found = magickNames.find(isMagick)
  if (found === undefined) {
    throw new Error('ImageMagick was not found. On Debian: apt-get install imagemagick')
  }
  return found
}

function isMagick(name: string): boolean {
  try {
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore']
    return execFileSync(name, ['--version'], { encoding: 'utf8', stdio }).includes('ImageMagick')
  } catch {
    return false
  }
}
