import { createHash } from 'node:crypto'
import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { NotStarted, run } from '../lib/process.ts'
import type { EngineRecord } from '../results/records.ts'

/** A program installed on this machine. */
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
  /** `pdftoppm`, which draws the pages of PDFs. */
  readonly poppler: Program | null
  /** Languages with an installed Tesseract model, sorted. */
  readonly languages: readonly string[]
  /** Environment of the programs: only the variables that they need. */
  readonly env: NodeJS.ProcessEnv
}

/** Variables for finding programs, libraries and models, and for temporary files. */
const PASSED =
  /^(PATH|HOME|TMPDIR|TEMP|TMP|TESSDATA_PREFIX|LD_LIBRARY_PATH|DYLD_.*|SystemRoot|MAGICK_HOME)$/i

/** The environment of a program. One thread per program: parallelism comes from the slots (see docs/reading.md). */
export function programEnvironment(outer: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const passed = Object.entries(outer).filter(([name]) => PASSED.test(name))
  return {
    ...Object.fromEntries(passed),
    LC_ALL: 'C',
    OMP_THREAD_LIMIT: '1',
    MAGICK_THREAD_LIMIT: '1'
  }
}

/** Finds the installed programs and their versions. */
export async function openToolbox(
  outer: NodeJS.ProcessEnv,
  signal?: AbortSignal
): Promise<Toolbox> {
  const env = programEnvironment(outer)
  const [tesseract, imageMagick, poppler] = await Promise.all([
    findTesseract(env, signal),
    firstMatching(
      ['magick', 'convert-im6.q16', 'convert'],
      ['-version'],
      /Version: ImageMagick (\S+)/,
      env,
      signal
    ),
    firstMatching(['pdftoppm'], ['-v'], /pdftoppm version (\S+)/, env, signal)
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
    firstMatching(['tesseract'], ['--version'], /^tesseract v?(\S+)/m, env, signal),
    firstMatching(['tesseract'], ['--list-langs'], /^(List of available languages)/m, env, signal)
  ])
  if (!program || !listed) return null
  const [title = '', ...names] = listed.output
    .slice(listed.output.indexOf(listed.version))
    .trim()
    .split(/\r?\n/)
  return {
    ...program,
    leptonica: /leptonica-(\S+)/.exec(program.output)?.[1] ?? null,
    dataPath: /"([^"]+)"/.exec(title)?.[1] ?? null,
    languages: names.filter((name) => /^[\w/]+$/.test(name)).sort()
  }
}

/** The first program on the PATH whose output matches: `convert` is also the name of a Windows program. */
async function firstMatching(
  names: readonly string[],
  args: readonly string[],
  version: RegExp,
  env: NodeJS.ProcessEnv,
  signal?: AbortSignal
): Promise<(Program & { readonly output: string }) | null> {
  for (const path of names.flatMap((name) => candidates(name, env))) {
    try {
      const { stdout, stderr } = await run(path, args, { env, signal })
      const output = `${stdout}${stderr}`
      const found = version.exec(output)?.[1]
      if (found) return { path, version: found, output }
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

/** The programs and the models of some languages, for a node's record. */
export const engineRecord = (toolbox: Toolbox, languages: readonly string[]): EngineRecord => ({
  tesseract: toolbox.tesseract?.version ?? null,
  leptonica: toolbox.tesseract?.leptonica ?? null,
  imageMagick: toolbox.imageMagick?.version ?? null,
  poppler: toolbox.poppler?.version ?? null,
  languages: [...toolbox.languages],
  models: Object.fromEntries(
    languages.map((language) => [language, modelIdentity(toolbox, language)])
  )
})

/** Digest of a language's model, since models of the same name differ. Null if the file is not found. */
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
