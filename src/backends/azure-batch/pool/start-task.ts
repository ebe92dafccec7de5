import { CODECS, HEIC_DECODER, missingPackages } from '../../../engine/install.ts'

/** A new node has none of the programs. */
const BARE = { tesseract: null, imageMagick: null, poppler: null, languages: [], env: {} }

/** Language names that need no quoting in a shell: the script runs as root. */
const SHELL_SAFE = /^[A-Za-z0-9_/]+$/

/** Tries of `apt-get update` while another process holds the lock of the lists, 2 seconds apart: ten minutes. */
const MAX_LOCK_TRIES = 300

/**
 * The command line that sets up a node: it installs Tesseract with the languages, ImageMagick, Poppler and a Node.js that
 * can run our program. If everything is installed, as on a custom image, it does nothing and needs no network. If it
 * fails, the last line of standard error says why. It runs as root and can run repeatedly.
 *
 * Batch does not start a shell, hence the `bash -c`. The script has no single quotes, and is a single line because it is
 * not documented how Batch treats line breaks.
 */
export function startTaskCommand(languages: readonly string[]): string {
  const invalid = languages.find((language) => !SHELL_SAFE.test(language))
  if (invalid !== undefined)
    throw new Error(`${JSON.stringify(invalid)} is not a Tesseract language.`)
  const packages = [
    ...missingPackages(BARE, { models: languages, pdf: true, heic: false }),
    'nodejs'
  ]
  return `/bin/bash -c '${oneLine(script(quoted([...languages, 'osd']), quoted(packages)))}'`
}

const quoted = (names: readonly string[]): string =>
  [...new Set(names)].map((name) => `"${name}"`).join(' ')

/** A line that opens a block is followed by a space, any other line by a semicolon. */
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
  '[ -z "$(missing)" ] && echo "Everything is installed." && exit 0',
  // DPkg::Lock::Timeout only waits for the lock of dpkg; apt-get fails at once if the lists are locked.
  `for wait in $(seq ${MAX_LOCK_TRIES}); do`,
  '  output=$(apt update 2>&1); echo "$output"',
  '  [[ "$output" == *"/lists/lock"* ]] || break',
  '  sleep 2',
  'done',
  `apt install -y --no-install-recommends ${packages} || echo "apt-get install ended with exit code $?." >&2`,
  // ImageMagick may come without a HEIC decoder. If it cannot be installed, HEIC images fail with a message.
  `for codecs in /usr/lib/*/${CODECS}; do`,
  `  [ -d "$codecs" ] && [ ! -e "$codecs/${HEIC_DECODER.file}" ] && apt install -y --no-install-recommends ${HEIC_DECODER.package}`,
  'done',
  'still=$(missing)',
  '[ -z "$still" ] && exit 0',
  'echo "batch-ocr: the node cannot read images; missing after the installation: $still." >&2',
  'exit 1'
]
