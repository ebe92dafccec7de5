import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from '../lib/process.ts'
import { lastWords } from './failure.ts'
import type { Toolbox } from './toolbox.ts'

/** Packages could not be installed. The message says why, and which command to run by hand. */
export class InstallError extends Error {}

/** What must be installed in addition to Tesseract and ImageMagick. */
export interface Needs {
  /** Models of Tesseract, by their names. */
  readonly models: readonly string[]
  /** Whether there are PDFs to draw. */
  readonly pdf: boolean
  /** Whether there are HEIC images, the photos of many phones, to decode. */
  readonly heic: boolean
}

/** The HEIC decoder, which Ubuntu does not install with any other package (Ubuntu bug 2061089 and its successors). */
export const HEIC_DECODER = { package: 'libheif-plugin-libde265', file: 'libheif-libde265.so' }

/**
 * Folder of libheif's codecs on Debian and Ubuntu, per architecture; each codec is a package. If it does not exist, the
 * codecs are part of the library (before 1.16), or libheif is not installed.
 */
export const CODECS = 'libheif/plugins'

/**
 * The Debian packages to install. Installing them may reveal that another one is missing (a decoder of ImageMagick's).
 *
 * @param libraries folder of the machine's libraries, with a subfolder per architecture
 */
export function missingPackages(toolbox: Toolbox, needs: Needs, libraries = '/usr/lib'): string[] {
  return [
    ...(toolbox.tesseract ? [] : ['tesseract-ocr', 'tesseract-ocr-osd']),
    ...missingModels(toolbox, needs.models).map(modelPackage),
    ...(toolbox.imageMagick ? [] : ['imagemagick']),
    ...(toolbox.poppler || !needs.pdf ? [] : ['poppler-utils']),
    ...(needs.heic && lacksCodec(HEIC_DECODER.file, libraries) ? [HEIC_DECODER.package] : [])
  ]
}

/** The models that are not installed. */
export const missingModels = (toolbox: Toolbox, models: readonly string[]): string[] =>
  models.filter((model) => !toolbox.languages.includes(model))

/** Whether no image can be read without this package. */
export const isRequired = (name: string): boolean => name.startsWith('tesseract-ocr')

/** Whether libheif is installed without one of its codecs. */
export function lacksCodec(file: string, libraries = '/usr/lib'): boolean {
  const architectures = existsSync(libraries) ? readdirSync(libraries) : []
  const folders = architectures.map((name) => join(libraries, name, CODECS)).filter(existsSync)
  return folders.length > 0 && !folders.some((folder) => existsSync(join(folder, file)))
}

/** Exceptions to the rule that Debian names the model of a script by the first four letters (ISO 15924). */
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

/** The Debian package of a model: `tesseract-ocr-chi-sim`, `tesseract-ocr-script-latn`. */
function modelPackage(model: string): string {
  const [, script, vertical = ''] = /^script\/(\w+?)(_vert)?$/i.exec(model) ?? []
  const name =
    script === undefined
      ? model
      : `script-${SCRIPTS[script.toLowerCase()] ?? script.slice(0, 4)}${vertical}`
  return `tesseract-ocr-${name.toLowerCase().replaceAll('_', '-').replace('/', '-')}`
}

/** Names of the packages with other package managers. An empty name means that another package includes it. */
const OTHER_MANAGERS: Readonly<
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

/** The command that installs packages with the package manager of this machine. */
export function remedy(
  packages: readonly string[],
  path: string = process.env['PATH'] ?? ''
): string {
  const manager =
    ['apt-get', ...Object.keys(OTHER_MANAGERS)].find((name) => onPath(name, path)) ?? 'apt-get'
  if (manager === 'apt-get') return `sudo apt-get install -y ${packages.join(' ')}`
  const { install, names } = OTHER_MANAGERS[manager] as (typeof OTHER_MANAGERS)[string]
  const translated = packages.map(
    (name) => names[name] ?? modelName(name, names['tesseract-ocr-*']) ?? name
  )
  return `${install} ${[...new Set(translated.filter(Boolean))].join(' ')}`
}

const modelName = (name: string, pattern: string | undefined): string | undefined =>
  name.startsWith('tesseract-ocr-')
    ? pattern?.replace('*', name.slice('tesseract-ocr-'.length).replace('-', '_'))
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

/** Seconds that apt waits for dpkg's lock, which other installations may hold at boot. */
const LOCK_SECONDS = 300

/**
 * Installs Debian packages with apt, as root or with sudo.
 *
 * @throws InstallError if there is no apt, no permission to use it, or a package cannot be installed
 */
export async function installMissing(
  packages: readonly string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
  onOutput: (text: string) => void
): Promise<void> {
  const byHand = `Install by hand: ${remedy(packages, env['PATH'])}`
  if (!onPath('apt-get', env['PATH'] ?? '')) {
    throw new InstallError(
      `Packages can only be installed with apt-get, which this machine does not have. ${byHand}`
    )
  }
  const root = process.getuid?.() === 0
  if (!root && !onPath('sudo', env['PATH'] ?? ''))
    throw new InstallError(`Installing packages requires root or sudo. ${byHand}`)
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
    // -n: fail instead of asking for a password.
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
  const reason = lastWords(installed.stderr || installed.stdout.toString() || updated.stderr)
  throw new InstallError(`apt could not install ${packages.join(', ')}: ${reason}. ${byHand}`)
}
