import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Toolbox } from '../../src/engine/toolbox.ts'
import { toolbox as installed, temporaryFolder } from './images.ts'

/**
 * Stands in for Tesseract where a test is about time, signals or crashes: reads a path per line, and copies the text
 * that belongs to each image. At an image with a `.slow` pipe it blocks forever, without a child process.
 */
const SCRIPT = String.raw`#!/bin/sh
base=$2
page=0
: > "$base.txt"
printf 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n' > "$base.tsv"
while IFS= read -r path; do
  printf 'Page %d : %s\n' $page "$path" >&2
  [ -p "$path.slow" ] && : < "$path.slow"
  [ $page -gt 0 ] && printf '\f' >> "$base.txt"
  page=$((page + 1))
  printf '1\t%d\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t\n' $page >> "$base.tsv"
  [ -e "$path.text" ] || continue
  cat "$path.text" >> "$base.txt"
  for word in $(cat "$path.text"); do
    printf '5\t%d\t1\t1\t1\t1\t0\t0\t9\t9\t95\t%s\n' $page "$word" >> "$base.tsv"
  done
done
printf '<html></html>\n' > "$base.hocr"
`

/** A white PNG of 1 × 40 pixels. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAAoCAAAAAAa3c+rAAAACXBIWXMAAC4jAAAuIwF4pT92AAAADUlEQVR4nGP4z0BVCAA6aifZLTnW9QAAAABJRU5ErkJggg==',
  'base64'
)

/** The scripted engine, with images that only it can read. */
export interface ScriptedEngine {
  /** The installed programs, with the script instead of Tesseract. */
  readonly toolbox: Toolbox
  /** Creates an image. */
  image(name: string, text: string): string
  /** Creates an image that the engine never finishes. */
  slowImage(name: string): string
}

/** Opens the scripted engine in a temporary folder that is removed after the tests of the file. */
export function scriptedEngine(): ScriptedEngine {
  const folder = temporaryFolder('scripted')
  const path = join(folder, 'tesseract')
  writeFileSync(path, SCRIPT, { mode: 0o755 })
  const written = (name: string): string => {
    const file = join(folder, name)
    writeFileSync(file, PNG)
    return file
  }
  return {
    toolbox: {
      ...installed,
      tesseract: { path, version: '5.3.0', leptonica: null, dataPath: null }
    },
    image: (name, text) => {
      const file = written(name)
      writeFileSync(`${file}.text`, `${text}\n`)
      return file
    },
    slowImage: (name) => {
      const file = written(name)
      execFileSync('mkfifo', [`${file}.slow`])
      return file
    }
  }
}
