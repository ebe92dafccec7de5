import { CODECS, HEIC_DECODER, missingPackages } from '../../../engine/install.ts'

/** A node as it comes: nothing that we need is on it. */
const BARE = { tesseract: null, imageMagick: null, poppler: null, languages: [], env: {} }

/** Names that need no quoting in any shell; they go into a script that runs as root. */
const HARMLESS = /^[A-Za-z0-9_/]+$/

/** How often apt's lists are asked for while another installation holds their lock, 2 seconds apart: ten minutes. */
const MOST_WAITS = 300

/**
 * The command line that makes a node ready: Tesseract with the languages, ImageMagick, Poppler and a Node.js that
 * runs our program. Where all of it is there already, as on an image of one's own, it does nothing and needs no
 * network. What fails is told in the last line of standard error. It is to run as root, as often as one likes.
 *
 * Batch gives a command line to no shell, hence the `bash -c`. Nothing in the script has a single quote, and it is one
 * line: how the service takes a line break is documented nowhere.
 */
export function startTaskCommand(languages: readonly string[]): string {
  const odd = languages.find((language) => !HARMLESS.test(language))
  if (odd !== undefined) throw new Error(`${JSON.stringify(odd)} is no language of Tesseract.`)
  const packages = [
    ...missingPackages(BARE, { models: languages, pdf: true, heic: false }),
    'nodejs'
  ]
  return `/bin/bash -c '${oneLine(script(quoted([...languages, 'osd']), quoted(packages)))}'`
}

const quoted = (names: readonly string[]): string =>
  [...new Set(names)].map((name) => `"${name}"`).join(' ')

/** What opens a block is followed by a blank, everything else by a semicolon. */
const oneLine = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trim() + (/( do|\{)$/.test(line) ? ' ' : '; '))
    .join('')
    .replace(/; $/, '')

const script = (languages: string, packages: string): readonly string[] => [
  'export DEBIAN_FRONTEND=noninteractive LC_ALL=C',
  'has() { command -v "$1" > /dev/null; }',
  'lacking() {',
  '  has tesseract || echo Tesseract',
  '  known=$(tesseract --list-langs 2>&1)',
  `  for language in ${languages}; do`,
  '    grep -qx "$language" <<< "$known" || echo "the language $language"',
  '  done',
  '  has magick || has convert-im6.q16 || has convert || echo ImageMagick',
  '  has pdftoppm || echo pdftoppm',
  '  node -e "process.exit(Number(parseInt(process.versions.node) < 18))" || echo "Node.js 18 or newer"',
  '}',
  'missing() { lacking 2> /dev/null | paste -sd, | sed "s/,/, /g"; }',
  'apt() { apt-get -q -o DPkg::Lock::Timeout=600 -o Acquire::Retries=5 "$@"; }',
  '[ -z "$(missing)" ] && echo "All is here." && exit 0',
  // DPkg::Lock::Timeout waits for dpkg's lock alone; who meets the lock of the lists is sent away at once.
  `for wait in $(seq ${MOST_WAITS}); do`,
  '  said=$(apt update 2>&1); echo "$said"',
  '  [[ "$said" == *"/lists/lock"* ]] || break',
  '  sleep 2',
  'done',
  `apt install -y --no-install-recommends ${packages} || echo "apt-get install ended with exit code $?." >&2`,
  // Where ImageMagick came without a decoder of HEIC; without it such images have rows that say so.
  `for codecs in /usr/lib/*/${CODECS}; do`,
  `  [ -d "$codecs" ] && [ ! -e "$codecs/${HEIC_DECODER.file}" ] && apt install -y --no-install-recommends ${HEIC_DECODER.package}`,
  'done',
  'still=$(missing)',
  '[ -z "$still" ] && exit 0',
  'echo "batch-ocr: the node cannot read images; missing after the installation: $still." >&2',
  'exit 1'
]
