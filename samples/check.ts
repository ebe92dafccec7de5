/** Reads the samples as they are and mended, and prints how far each is from its known text. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { draw } from './drawing.ts'

const mends: Record<string, string[]> = {
  'skewed.png': ['-background', 'white', '-deskew', '40%', '+repage'],
  'turned-by-tag.jpg': ['-auto-orient'],
  'upside-down.png': ['-rotate', '180'],
  'low-resolution.png': ['-filter', 'Lanczos', '-resize', '200%'],
  'meter_+254712345678_2026-11-02.jpg': ['-filter', 'Lanczos', '-resize', '200%']
}

const folder = import.meta.dirname
const work = mkdtempSync(join(tmpdir(), 'samples-'))
const env = { ...process.env, OMP_THREAD_LIMIT: '1' }

function read(path: string): { text: string; remark: string } {
  const args = [path, 'stdout', '--psm', '3']
  const { stdout, stderr } = spawnSync('tesseract', args, { env, encoding: 'utf8' })
  return { text: stdout, remark: stderr.trim().replaceAll('\n', ' / ') }
}

function errorShare(text: string, known: string): string {
  const [a, b] = [squeeze(text), squeeze(known)]
  return b === '' ? `${a.length} characters` : `${((100 * distance(a, b)) / b.length).toFixed(2)} %`
}

function squeeze(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** Counts the characters to insert, delete or replace to make one text of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

function mended(path: string, mend: string[]): string {
  const fixed = join(work, 'mended.tif')
  draw([path, ...mend, fixed])
  return fixed
}

/** Reads one sample and says its name, its share of wrong characters, plain and mended, and remarks. */
function checked(name: string): string {
  const path = join(folder, name)
  const { text, remark } = read(path)
  const known = existsSync(truthOf(path)) ? readFileSync(truthOf(path), 'utf8') : undefined
  const mend = mends[name]
  const plain = known === undefined ? 'no truth' : errorShare(text, known)
  const after = mend && known ? errorShare(read(mended(path, mend)).text, known) : ''
  return [name, plain, after, remark].join(' | ')
}

function truthOf(path: string): string {
  return `${path}.truth.txt`
}

try {
  for (const name of readdirSync(folder).filter((name) => /\.(png|jpg|tif|webp)$/.test(name))) {
    process.stdout.write(`${checked(name)}\n`)
  }
} finally {
  rmSync(work, { recursive: true })
}
