/** Reads the samples before and after correction, and prints how much each text differs from the known one. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { draw } from './drawing.ts'

const corrections: Record<string, string[]> = {
  'skewed.png': ['-background', 'white', '-deskew', '40%', '+repage'],
  'turned-by-tag.jpg': ['-auto-orient'],
  'upside-down.png': ['-rotate', '180'],
  'low-resolution.png': ['-filter', 'Lanczos', '-resize', '200%'],
  'meter_+254712345678_2026-11-02.jpg': ['-filter', 'Lanczos', '-resize', '200%']
}

const folder = import.meta.dirname
const work = mkdtempSync(join(tmpdir(), 'samples-'))
const env = { ...process.env, OMP_THREAD_LIMIT: '1' }

function read(path: string): { text: string; message: string } {
  const args = [path, 'stdout', '--psm', '3']
  const { stdout, stderr } = spawnSync('tesseract', args, { env, encoding: 'utf8' })
  return { text: stdout, message: stderr.trim().replaceAll('\n', ' / ') }
}

function errorRate(text: string, known: string): string {
  const [a, b] = [squeeze(text), squeeze(known)]
  return b === '' ? `${a.length} characters` : `${((100 * distance(a, b)) / b.length).toFixed(2)} %`
}

function squeeze(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** The edit distance: how many characters to insert, delete, or replace to turn one text into the other. */
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

function corrected(path: string, correction: string[]): string {
  const fixed = join(work, 'corrected.tif')
  draw([path, ...correction, fixed])
  return fixed
}

/** Reads one sample. The result is a line with its name, its error rates before and after correction, and messages. */
function checked(name: string): string {
  const path = join(folder, name)
  const { text, message } = read(path)
  const known = existsSync(truthOf(path)) ? readFileSync(truthOf(path), 'utf8') : undefined
  const correction = corrections[name]
  const plain = known === undefined ? 'no truth' : errorRate(text, known)
  const after = correction && known ? errorRate(read(corrected(path, correction)).text, known) : ''
  return [name, plain, after, message].join(' | ')
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
