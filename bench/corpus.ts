/** Generates the benchmark's images from seeds, so that every run reads the same ones. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { draw, plainPng, type Sheet, sheetOf, wrap } from '../samples/drawing.ts'
import { prose, type Random, randomFrom } from './prose.ts'

/** A folder of images of one kind, all read with the same page segmentation mode. */
export interface Corpus {
  name: string
  folder: string
  images: string[]
  /** Tesseract's `--psm`; undefined for its default. */
  segmentation: string | undefined
}

/** The names of all corpora. */
export const corpusNames = ['lines', 'forms', 'pages'] as const

/** The name of one corpus. */
export type CorpusName = (typeof corpusNames)[number]

type Drawing = (random: Random) => string[]

interface Kind {
  count: number
  quickCount: number
  segmentation?: string
  drawing: Drawing
}

const kinds: Record<CorpusName, Kind> = {
  lines: { count: 1000, quickCount: 6, segmentation: '13', drawing: lineOfText },
  forms: { count: 40, quickCount: 4, drawing: form },
  pages: { count: 8, quickCount: 2, drawing: page }
}

/** Draws a corpus into a new folder in the root folder. */
export function makeCorpus(name: CorpusName, root: string, quick: boolean): Corpus {
  const { count, quickCount, segmentation, drawing } = kinds[name]
  const folder = join(root, name)
  mkdirSync(folder)
  const images = Array.from({ length: quick ? quickCount : count }, (_, i) => imageName(name, i))
  images.forEach((image, i) => {
    draw([...drawing(randomFrom(i + 1)), ...grey, ...plainPng(join(folder, image))])
  })
  return { name, folder, images, segmentation }
}

const grey = ['-alpha', 'off', '-colorspace', 'Gray', '-depth', '8']

function imageName(corpus: string, i: number): string {
  return `${corpus}-${String(i + 1).padStart(3, '0')}.png`
}

function lineOfText(random: Random): string[] {
  const [line = ''] = wrap(prose(random, 1), random.between(60, 74))
  const sheet: Sheet = {
    ...type(random),
    ...resolution,
    points: 8,
    width: 1600,
    height: 56,
    margin: 8
  }
  return [
    ...sheetOf([line], sheet),
    '-trim',
    '+repage',
    '-bordercolor',
    'white',
    '-border',
    '20x10'
  ]
}

function page(random: Random): string[] {
  const paragraphs = Array.from({ length: 6 }, () => prose(random, 6)).join('\n')
  const sheet: Sheet = {
    ...type(random),
    ...resolution,
    points: 10,
    width: 2480,
    height: 3508,
    margin: 250
  }
  return sheetOf(wrap(paragraphs, 68).slice(0, 48), sheet)
}

/** A receipt, 600 to 800 pixels wide: a heading, rows of items and amounts, a frame, a footer. */
function form(random: Random): string[] {
  const width = random.between(600, 800)
  const sheet: Sheet = {
    ...type(random),
    dpi: 200,
    paper: 'white',
    width,
    height: 1200,
    margin: 40,
    points: 7
  }
  const footer = wrap(prose(random, 3), 36)
  const items = Array.from({ length: random.between(10, 16) }, () => row(random))
  const lines = [`Receipt No. ${random.between(10000, 99999)}`, '', ...items, '', ...footer]
  return [...sheetOf(lines, { ...sheet, points: random.between(7, 9) }), ...rules(width)]
}

function row(random: Random): string {
  const amount = `${random.between(1, 900)}.${random.between(10, 99)}`
  return `${random.word()} ${random.word()}    ${amount}`
}

function rules(width: number): string[] {
  const right = width - 15
  return [
    ...['-fill', 'none', '-stroke', 'black', '-strokewidth', '2'],
    ...['-draw', `rectangle 15,15 ${right},1185`, '-draw', `line 15,85 ${right},85`]
  ]
}

const resolution = { dpi: 300, paper: 'white' }

function type(random: Random): Pick<Sheet, 'font'> {
  return { font: random.between(0, 1) === 0 ? 'DejaVuSerif' : 'DejaVuSans' }
}
