import type { Listener } from '../lib/listener.ts'
import { type Settings, SettingsError } from '../settings/settings.ts'
import {
  InstallError,
  installMissing,
  isVital,
  missingPackages,
  type Needs,
  remedy
} from './install.ts'
import { openToolbox, type Toolbox } from './toolbox.ts'

/** A program that a run cannot do without is not there. The message says how to install it. */
export class ProgramMissing extends Error {}

/** ImageMagick brings a library of which a decoder may be missing: that is seen once it is there. */
const INSTALL_ROUNDS = 2

/**
 * Readies the toolbox that a run needs, installing what is missing where that is asked for.
 *
 * @param images what the images of the run ask of it
 * @param opened the toolbox as it was at first
 * @throws ProgramMissing without Tesseract; SettingsError where a language is not there; InstallError where one of
 *   them cannot be had
 */
export async function readyToolbox(
  settings: Settings,
  images: Omit<Needs, 'languages'>,
  opened: Promise<Toolbox>,
  env: NodeJS.ProcessEnv,
  listener: Listener,
  signal: AbortSignal
): Promise<Toolbox> {
  // How a page lies (mode 0) is told by a model of its own.
  const languages = settings.pageSegmentationMode === 0 ? ['osd'] : settings.languages
  const needs = { ...images, languages }
  let toolbox = await opened
  for (let round = 1; settings.install && round <= INSTALL_ROUNDS; round++) {
    const missing = missingPackages(toolbox, needs)
    if (missing.length === 0 || !(await install(missing, env, listener, signal))) break
    toolbox = await openToolbox(env, signal)
  }
  assertReady(toolbox, needs, listener)
  return toolbox
}

/**
 * Installs packages. Where they cannot be had and only some images need them, the others are read all the same.
 *
 * @returns whether they are here now
 * @throws InstallError where nothing can be read without them
 */
async function install(
  missing: readonly string[],
  env: NodeJS.ProcessEnv,
  listener: Listener,
  signal: AbortSignal
): Promise<boolean> {
  listener.say(`Installing ${missing.join(', ')}.`)
  try {
    await installMissing(missing, env, signal, (text) => listener.output(text))
    return true
  } catch (error) {
    if (!(error instanceof InstallError) || missing.some(isVital)) throw error
    listener.warn(error.message)
    return false
  }
}

function assertReady(toolbox: Toolbox, needs: Needs, listener: Listener): void {
  if (!toolbox.tesseract) {
    throw new ProgramMissing(
      `Tesseract is not installed, so nothing can be read. Run with --install, or: ${remedy(missingPackages(toolbox, needs))}`
    )
  }
  const absent = needs.languages.filter((language) => !toolbox.languages.includes(language))
  if (absent.length > 0) {
    const has = toolbox.languages.length > 0 ? toolbox.languages.join(', ') : 'none'
    throw new SettingsError([
      `Input \`languages\` asks for ${absent.join(', ')}, which Tesseract has no model for here (it has ${has}). Run with --install, or: ${remedy(missingPackages(toolbox, needs))}`
    ])
  }
  if (!toolbox.imageMagick) {
    listener.warn(
      `ImageMagick is not installed: images that must be prepared will fail, and there is no second look. Run with --install, or: ${remedy(['imagemagick'])}`
    )
  }
  const { tesseract, imageMagick } = toolbox
  listener.say(
    `Tesseract ${tesseract.version} with ${needs.languages.join(' + ')}, ${imageMagick ? `ImageMagick ${imageMagick.version}` : 'no ImageMagick'}.`
  )
}
