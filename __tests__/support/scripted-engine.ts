import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onPath, type Scratch } from './command.ts'

/** What the scripted engine reads on every image. */
export const SCRIPTED_TEXT = 'Reading 427 of the well'

/**
 * Puts a program in front of Tesseract on the PATH that reads the same text on every image, at almost no cost. It speaks
 * Tesseract's protocol for a list of images on standard input, repeats what Tesseract says about itself, and leaves
 * everything else to it, so that results of both have the same key.
 *
 * @param pages how many images each engine reads; on the next one it stays until it is stopped or its input ends
 * @returns the variables of the environment to start the product with
 */
export function scriptedEngine(
  scratch: Scratch,
  pages = Number.MAX_SAFE_INTEGER
): NodeJS.ProcessEnv {
  const folder = join(scratch.folder, `engine-${pages}`)
  mkdirSync(folder, { recursive: true })
  for (const option of ABOUT) writeFileSync(join(folder, option), aboutTesseract(option))
  writeFileSync(join(folder, 'tesseract'), script(onPath('tesseract') ?? '', folder, pages), {
    mode: 0o755
  })
  return { PATH: `${folder}:${process.env['PATH']}` }
}

/** Options by which the product asks Tesseract about itself, at each start. */
const ABOUT = ['--version', '--list-langs']

const known = new Map<string, string>()

function aboutTesseract(option: string): string {
  const text = known.get(option) ?? spawnSync('tesseract', [option]).stdout.toString()
  known.set(option, text)
  return text
}

// In the list, a sentinel follows each image: pages with odd numbers are sentinels, which have no text.
const script = (tesseract: string, folder: string, pages: number): string => `#!/bin/sh
case "$*" in ${ABOUT.join('|')}) exec cat '${folder}'/"$1" ;; esac
[ "$1" = - ] || exec '${tesseract}' "$@"
exec 3>>"$2.txt" 4>>"$2.tsv"
printf 'level\\tpage_num\\tblock_num\\tpar_num\\tline_num\\tword_num\\tleft\\ttop\\twidth\\theight\\tconf\\ttext\\n' >&4
page=0
while IFS= read -r path; do
  echo "Page $page : $path" >&2
  [ $page -eq 0 ] || printf '\\f' >&3
  number=$((page + 1))
  printf '1\\t%d\\t0\\t0\\t0\\t0\\t0\\t0\\t640\\t120\\t-1\\t\\n' $number >&4
  if [ $((page % 2)) -eq 0 ]; then
    [ $((page / 2)) -lt ${pages} ] || exec cat >/dev/null
    echo '${SCRIPTED_TEXT}' >&3
    place=0
    for word in ${SCRIPTED_TEXT}; do
      place=$((place + 1))
      printf '5\\t%d\\t1\\t1\\t1\\t%d\\t%d\\t24\\t60\\t24\\t96\\t%s\\n' $number $place $((place * 80)) $word >&4
    done
  fi
  page=$((page + 1))
done
`
