import { createHash } from 'node:crypto'
import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { NotStarted, run } from '../lib/process.ts'
import type { EngineRecord } from '../results/records.ts'

/** A program that is installed here. */
export interface Program {
  /** Absolute. */
  readonly path: string
  readonly version: string
}

/** The programs that read and prepare images on this machine. */
export interface Toolbox {
  readonly tesseract:
    | (Program & { readonly leptonica: string | null; readonly dataPath: string | null })
    | null
  readonly imageMagick: Program | null
  /** `pdftoppm`, which draws the pages of a PDF. */
  readonly poppler: Program | null
  /** Languages that Tesseract has a model for, sorted. */
  readonly languages: readonly string[]
  /** What each program gets as its environment: nothing of ours but what it needs. */
  readonly env: NodeJS.ProcessEnv
}

/** The variables that programs need to be found, to find their libraries and models, and to have a place to write. */
const PASSED =
  /^(PATH|HOME|TMPDIR|TEMP|TMP|TESSDATA_PREFIX|LD_LIBRARY_PATH|DYLD_.*|SystemRoot|MAGICK_HOME)$/i

/** The environment of a program: one thread each, since the slots are the parallelism (see docs/recognition.md). */
export function programEnvironment(outer: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const passed = Object.entries(outer).filter(([name]) => PASSED.test(name))
  return {
    ...Object.fromEntries(passed),
    LC_ALL: 'C',
    OMP_THREAD_LIMIT: '1',
    MAGICK_THREAD_LIMIT: '1'
  }
}

/** Looks which programs are installed, and which version each one is. */
export async function openToolbox(
  outer: NodeJS.ProcessEnv,
  signal?: AbortSignal
): Promise<Toolbox> {
  const env = programEnvironment(outer)
  const [tesseract, imageMagick, poppler] = await Promise.all([
    findTesseract(env, signal),
    firstThat(
      ['magick', 'convert-im6.q16', 'convert'],
      ['-version'],
      /Version: ImageMagick (\S+)/,
      env,
      signal
    ),
    firstThat(['pdftoppm'], ['-v'], /pdftoppm version (\S+)/, env, signal)
  ])
  return {
    tesseract: tesseract && {
      path: tesseract.path,
      version: tesseract.version,
      leptonica: tesseract.leptonica,
      dataPath: tesseract.dataPath
    },
    imageMagick,
    poppler,
    languages: tesseract?.languages ?? [],
    env
  }
}

async function findTesseract(env: NodeJS.ProcessEnv, signal?: AbortSignal) {
  const [program, listed] = await Promise.all([
    firstThat(['tesseract'], ['--version'], /^tesseract v?(\S+)/m, env, signal),
    firstThat(['tesseract'], ['--list-langs'], /^(List of available languages)/m, env, signal)
  ])
  if (!program || !listed) return null
  const [title = '', ...names] = listed.said
    .slice(listed.said.indexOf(listed.version))
    .trim()
    .split(/\r?\n/)
  return {
    ...program,
    leptonica: /leptonica-(\S+)/.exec(program.said)?.[1] ?? null,
    dataPath: /"([^"]+)"/.exec(title)?.[1] ?? null,
    languages: names.filter((name) => /^[\w/]+$/.test(name)).sort()
  }
}

/** The first candidate on the PATH that says it is what we look for: `convert` is also a program of Windows. */
async function firstThat(
  names: readonly string[],
  args: readonly string[],
  says: RegExp,
  env: NodeJS.ProcessEnv,
  signal?: AbortSignal
): Promise<(Program & { readonly said: string }) | null> {
  for (const path of names.flatMap((name) => candidates(name, env))) {
    try {
      const { stdout, stderr } = await run(path, args, { env, signal })
      const said = `${stdout}${stderr}`
      const version = says.exec(said)?.[1]
      if (version) return { path, version, said }
    } catch (error) {
      if (!(error instanceof NotStarted)) throw error
    }
  }
  return null
}

function candidates(name: string, env: NodeJS.ProcessEnv): string[] {
  const file = process.platform === 'win32' ? `${name}.exe` : name
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(Boolean)
  return [...new Set(folders.map((folder) => join(folder, file)))].filter(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/**
 * What of the toolbox stands in a node's record.
 *
 * @param read the languages that it reads with
 */
export const engineRecord = (toolbox: Toolbox, read: readonly string[]): EngineRecord => ({
  tesseract: toolbox.tesseract?.version ?? null,
  leptonica: toolbox.tesseract?.leptonica ?? null,
  imageMagick: toolbox.imageMagick?.version ?? null,
  poppler: toolbox.poppler?.version ?? null,
  languages: [...toolbox.languages],
  models: Object.fromEntries(read.map((language) => [language, modelIdentity(toolbox, language)]))
})

/** `sha256:` and the digest of a language's model: two models of one name read differently. Null where it lies unknown. */
function modelIdentity(toolbox: Toolbox, language: string): string | null {
  const folder = toolbox.tesseract?.dataPath
  if (!folder) return null
  try {
    const model = readFileSync(join(folder, `${language}.traineddata`))
    return `sha256:${createHash('sha256').update(model).digest('hex')}`
  } catch {
    return null
  }
}
