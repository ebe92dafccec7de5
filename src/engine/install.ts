import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from '../lib/process.ts'
import { lastWords } from './failure.ts'
import type { Toolbox } from './toolbox.ts'

/** Installing did not work. The message says what happened and the command to run by hand. */
export class InstallError extends Error {}

/** What is asked of a machine, beside Tesseract and ImageMagick. */
export interface Needs {
  readonly languages: readonly string[]
  /** Whether PDFs are to be drawn. */
  readonly pdf: boolean
  /** Whether HEIC images, the photos of many telephones, are to be decoded. */
  readonly heic: boolean
}

/** The decoder of HEIC, which Ubuntu installs with no other package (its bug 2061089, and those after it). */
export const HEIC_DECODER = { package: 'libheif-plugin-libde265', file: 'libheif-libde265.so' }

/**
 * Where Debian and Ubuntu keep the codecs of libheif, each in a package of its own; a folder for each architecture.
 * Without one, the codecs are in the library itself (before 1.16), or there is no such library.
 */
export const CODECS = 'libheif/plugins'

/**
 * Debian's packages of what is missing: the names by which everything else here speaks of a program. What the first
 * of them bring may itself lack one.
 *
 * @param libraries where the machine keeps its libraries, by architecture
 */
export function missingPackages(toolbox: Toolbox, needs: Needs, libraries = '/usr/lib'): string[] {
  const languages = needs.languages.filter((language) => !toolbox.languages.includes(language))
  return [
    ...(toolbox.tesseract ? [] : ['tesseract-ocr', 'tesseract-ocr-osd']),
    ...languages.map(languagePackage),
    ...(toolbox.imageMagick ? [] : ['imagemagick']),
    ...(toolbox.poppler || !needs.pdf ? [] : ['poppler-utils']),
    ...(needs.heic && lacksCodec(HEIC_DECODER.file, libraries) ? [HEIC_DECODER.package] : [])
  ]
}

/** Whether nothing can be read without this package. */
export const isVital = (name: string): boolean => name.startsWith('tesseract-ocr')

/** Whether libheif is there without one of its codecs. */
export function lacksCodec(file: string, libraries = '/usr/lib'): boolean {
  const architectures = existsSync(libraries) ? readdirSync(libraries) : []
  const folders = architectures.map((name) => join(libraries, name, CODECS)).filter(existsSync)
  return folders.length > 0 && !folders.some((folder) => existsSync(join(folder, file)))
}

/** Debian calls a script's model by the first four letters of its name but for these (ISO 15924). */
const SCRIPTS: Readonly<Record<string, string>> = {
  canadian_aboriginal: 'cans',
  cyrillic: 'cyrl',
  gujarati: 'gujr',
  gurmukhi: 'guru',
  japanese: 'jpan',
  kannada: 'knda',
  khmer: 'khmr',
  lao: 'laoo',
  latin: 'latn',
  malayalam: 'mlym',
  myanmar: 'mymr',
  oriya: 'orya',
  syriac: 'syrc',
  tamil: 'taml',
  tibetan: 'tibt',
  armenian: 'armn',
  greek: 'grek'
}

/** Debian's package of a language or script: `tesseract-ocr-chi-sim`, `tesseract-ocr-script-latn`. */
function languagePackage(language: string): string {
  const [, script, upright = ''] = /^script\/(\w+?)(_vert)?$/i.exec(language) ?? []
  const name =
    script === undefined
      ? language
      : `script-${SCRIPTS[script.toLowerCase()] ?? script.slice(0, 4)}${upright}`
  return `tesseract-ocr-${name.toLowerCase().replaceAll('_', '-').replace('/', '-')}`
}

/** The names of the same programs with other package managers; a language's package keeps its name where it is not named. */
const ELSEWHERE: Readonly<
  Record<string, { readonly install: string; readonly names: Readonly<Record<string, string>> }>
> = {
  brew: {
    install: 'brew install',
    names: {
      'tesseract-ocr': 'tesseract',
      'tesseract-ocr-osd': '',
      'tesseract-ocr-eng': '',
      'tesseract-ocr-*': 'tesseract-lang',
      'poppler-utils': 'poppler'
    }
  },
  dnf: {
    install: 'sudo dnf install',
    names: {
      'tesseract-ocr': 'tesseract',
      'tesseract-ocr-osd': 'tesseract-osd',
      'tesseract-ocr-*': 'tesseract-langpack-*',
      imagemagick: 'ImageMagick'
    }
  },
  apk: {
    install: 'apk add',
    names: { 'tesseract-ocr-osd': '', 'tesseract-ocr-*': 'tesseract-ocr-data-*' }
  },
  choco: {
    install: 'choco install',
    names: {
      'tesseract-ocr': 'tesseract',
      'tesseract-ocr-osd': '',
      'tesseract-ocr-*': '',
      imagemagick: 'imagemagick.app',
      'poppler-utils': 'poppler'
    }
  }
}

/** The command that installs packages on this machine, by the package manager that is there. */
export function remedy(
  packages: readonly string[],
  path: string = process.env['PATH'] ?? ''
): string {
  const manager =
    ['apt-get', ...Object.keys(ELSEWHERE)].find((name) => onPath(name, path)) ?? 'apt-get'
  if (manager === 'apt-get') return `sudo apt-get install -y ${packages.join(' ')}`
  const { install, names } = ELSEWHERE[manager] as (typeof ELSEWHERE)[string]
  const own = packages.map(
    (name) => names[name] ?? languageName(name, names['tesseract-ocr-*']) ?? name
  )
  return `${install} ${[...new Set(own.filter(Boolean))].join(' ')}`
}

const languageName = (name: string, form: string | undefined): string | undefined =>
  name.startsWith('tesseract-ocr-')
    ? form?.replace('*', name.slice('tesseract-ocr-'.length).replace('-', '_'))
    : undefined

const onPath = (name: string, path: string): boolean =>
  path.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, process.platform === 'win32' ? `${name}.exe` : name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })

/** Other installations may hold dpkg's lock at boot; apt waits for it this many seconds. */
const LOCK_SECONDS = 300

/**
 * Installs Debian packages by apt, as root or by sudo.
 *
 * @throws InstallError where there is no apt, no right to use it, or a package is not to be had
 */
export async function installMissing(
  packages: readonly string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
  onOutput: (text: string) => void
): Promise<void> {
  const byHand = `Install by hand: ${remedy(packages, env['PATH'])}`
  if (!onPath('apt-get', env['PATH'] ?? '')) {
    throw new InstallError(`Only apt is driven from here, and this machine has none. ${byHand}`)
  }
  const root = process.getuid?.() === 0
  if (!root && !onPath('sudo', env['PATH'] ?? ''))
    throw new InstallError(`Installing needs root or sudo. ${byHand}`)
  const apt = async (...args: string[]) => {
    const command = [
      'apt-get',
      '-q',
      '-o',
      `DPkg::Lock::Timeout=${LOCK_SECONDS}`,
      '-o',
      'Acquire::Retries=3',
      ...args
    ]
    // -n: where sudo would ask for a password nobody could answer.
    const [program = '', ...rest] = root
      ? command
      : ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', ...command]
    return run(program, rest, {
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
      signal,
      onOutput
    })
  }
  const updated = await apt('update')
  const installed = await apt('install', '-y', '--no-install-recommends', ...packages)
  if (installed.code === 0) return
  const words = lastWords(installed.stderr || installed.stdout.toString() || updated.stderr)
  throw new InstallError(`apt could not install ${packages.join(', ')}: ${words}. ${byHand}`)
}
