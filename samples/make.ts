/** Generates the sample images and their known texts: `node samples/make.ts [FOLDER]`. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { draw, plainPng, type Sheet, sheetOf, wrap } from './drawing.ts'
import { withOrientation } from './exif.ts'
import { meterOf } from './meter.ts'
import * as texts from './texts.ts'

const folder = process.argv[2] ?? import.meta.dirname

const a5: Sheet = {
  ...{ width: 1748, height: 2480, dpi: 300, margin: 160, paper: 'white' },
  ...{ font: 'DejaVuSerif', points: 10 }
}
const card: Sheet = { ...a5, width: 1400, height: 900, margin: 90 }
const small: Sheet = {
  ...a5,
  font: 'DejaVuSans',
  width: 500,
  height: 250,
  dpi: 100,
  points: 6,
  margin: 24
}
const grey = ['-alpha', 'off', '-colorspace', 'Gray', '-depth', '4']

function clean(): void {
  const lines = wrap(texts.readingRound, 52)
  draw([...sheetOf(lines, a5), ...grey, ...plainPng(at('clean.png'))])
  truth('clean.png', [lines])
}

function skewed(): void {
  const lines = wrap(texts.tastingRound, 66)
  const wide: Sheet = { ...a5, width: 2100, height: 1500 }
  const tilt = ['-background', 'white', '-rotate', '3', '+repage']
  draw([...sheetOf(lines, wide), ...tilt, ...grey, ...plainPng(at('skewed.png'))])
  truth('skewed.png', [lines])
}

function turnedByTag(): void {
  const path = at('turned-by-tag.jpg')
  const lines = wrap(texts.pumpLabel, 44)
  draw([...sheetOf(lines, card), '-rotate', '-90', ...greyJpeg(path)])
  writeFileSync(path, withOrientation(readFileSync(path), 6))
  truth('turned-by-tag.jpg', [lines])
}

function upsideDown(): void {
  const lines = wrap(texts.closureNotice, 44)
  const page: Sheet = { ...card, width: 1500, height: 1300 }
  draw([...sheetOf(lines, page), '-rotate', '180', ...grey, ...plainPng(at('upside-down.png'))])
  truth('upside-down.png', [lines])
}

function twoPages(): void {
  const pages = texts.minutes.map((text) => wrap(text, 44))
  const drawn = pages.flatMap((lines) => ['(', ...sheetOf(lines, card), ')'])
  const lzw = ['-depth', '8', '-compress', 'LZW', `tiff:${at('two-pages.tif')}`]
  draw([...drawn, ...grey, ...lzw])
  truth('two-pages.tif', pages)
}

function transparent(): void {
  const lines = wrap(texts.stamp, 50)
  const sheet: Sheet = { ...card, height: 420, paper: 'none' }
  draw([...sheetOf(lines, sheet), ...plainPng(at('transparent.png'))])
  truth('transparent.png', [lines])
}

function cmyk(): void {
  const lines = wrap(texts.leaflet, 40)
  const sheet: Sheet = { ...card, height: 560, paper: '#f4f7e8' }
  draw([
    ...sheetOf(lines, sheet),
    '-colorspace',
    'CMYK',
    '-quality',
    '70',
    `jpeg:${at('cmyk.jpg')}`
  ])
  truth('cmyk.jpg', [lines])
}

function webp(): void {
  const lines = wrap(texts.message, 40)
  const sheet: Sheet = { ...card, height: 560, font: 'DejaVuSans', paper: '#e7f0f5' }
  draw([...sheetOf(lines, sheet), '-quality', '60', `webp:${at('screen.webp')}`])
  truth('screen.webp', [lines])
}

function lowResolution(): void {
  const lines = wrap(texts.tariff, 76)
  const untagged = ['-define', 'png:exclude-chunks=pHYs,date,time']
  const soft = ['-blur', '0x0.5', ...grey]
  draw([...sheetOf(lines, small), ...soft, ...untagged, `png:${at('low-resolution.png')}`])
  truth('low-resolution.png', [lines])
}

function meter(): void {
  const name = 'meter_+254712345678_2026-11-02.jpg'
  const face = { maker: 'AQUA METER', serial: '40718253', reading: '00427' }
  draw([...meterOf(face), `jpeg:${at(name)}`])
  const lines = [face.maker, face.reading, 'cubic metres']
  truth(name, [[...lines, `Serial No. ${face.serial}`, 'Made in 2024']])
}

function blank(): void {
  draw([...sheetOf([], card), ...grey, ...plainPng(at('blank.png'))])
  writeFileSync(`${at('blank.png')}.truth.txt`, '')
}

function truncated(): void {
  const path = at('truncated.png')
  draw([...sheetOf(wrap(texts.closureNotice, 44), card), ...grey, ...plainPng(path)])
  const whole = readFileSync(path)
  writeFileSync(path, whole.subarray(0, whole.length / 2))
}

function lfsPointer(): void {
  const oid = createHash('sha256')
    .update(readFileSync(at('clean.png')))
    .digest('hex')
  const size = readFileSync(at('clean.png')).length
  const pointer = [
    'version https://git-lfs.github.com/spec/v1',
    `oid sha256:${oid}`,
    `size ${size}`
  ]
  writeFileSync(at('pointer.jpg'), `${pointer.join('\n')}\n`)
}

function at(name: string): string {
  return join(folder, name)
}

function greyJpeg(path: string): string[] {
  return ['-colorspace', 'Gray', '-quality', '60', `jpeg:${path}`]
}

/** Writes the known text of an image to a file next to it, with a form feed between pages. */
function truth(name: string, pages: string[][]): void {
  const text = pages.map((lines) => `${lines.join('\n')}\n`).join('\f')
  writeFileSync(`${at(name)}.truth.txt`, text)
}

const samples = [
  ...[clean, skewed, turnedByTag, upsideDown, twoPages, transparent, cmyk, webp],
  ...[lowResolution, meter, blank, truncated, lfsPointer]
]
for (const make of samples) make()
